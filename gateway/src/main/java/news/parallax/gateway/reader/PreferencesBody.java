package news.parallax.gateway.reader;

import org.jspecify.annotations.Nullable;

/**
 * What a reader prefers, as a program sends it; what is absent stays as it is.
 *
 * @param name to greet them by
 * @param language BCP-47 language of pages; empty means as the browser says
 * @param edition country or language that they begin with; empty means none
 */
record PreferencesBody(
        @Nullable String name,
        @Nullable String language,
        @Nullable String edition) {}
