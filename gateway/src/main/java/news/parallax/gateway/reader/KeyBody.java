package news.parallax.gateway.reader;

import org.jspecify.annotations.Nullable;

/**
 * A key to make, as a program sends it.
 *
 * @param name what the reader calls it
 * @param scope read or personal
 */
record KeyBody(@Nullable String name, @Nullable String scope) {}
