package news.parallax.gateway.access;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;

/** Tells requests of visitors before anybody is looked up. */
public final class Visitors {
    private Visitors() {}

    /**
     * Whether whoever sends these headers is certainly a visitor: without key, and without any cookie, which may be a
     * reader's. Their answers are those of all visitors.
     */
    public static boolean sent(MultiMap headers) {
        return !headers.contains(AccessFilter.HEADER)
                && !headers.contains(HttpHeaders.AUTHORIZATION)
                && !headers.contains(HttpHeaders.COOKIE);
    }
}
