package news.parallax.gateway.reader;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time of a reader's history.
 *
 * @param from its first moment; null if it has none
 * @param to the first moment after it; null if it has none
 */
record Period(@Nullable Instant from, @Nullable Instant to) {}
