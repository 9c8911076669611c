package news.parallax.gateway.catalog;

import org.jspecify.annotations.Nullable;

/** Page tokens of the catalog as cursors: opaque here too, and null where the catalog says the end with empty text. */
public final class Cursors {
    private Cursors() {}

    /** Returns where the next page starts; null at the end. */
    public static @Nullable String next(String pageToken) {
        return pageToken.isEmpty() ? null : pageToken;
    }
}
