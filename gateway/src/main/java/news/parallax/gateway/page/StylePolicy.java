package news.parallax.gateway.page;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Has the content security policy, which the settings give, allow the style that pages carry. */
@Singleton
class StylePolicy {
    /** Before whatever answers; the headers of the settings are there by then. */
    private static final int PRIORITY = 200;

    private static final String POLICY = "Content-Security-Policy";

    private final StyleSheet style;

    StylePolicy(StyleSheet style) {
        this.style = style;
    }

    void register(@Observes Filters filters) {
        filters.register(this::allow, PRIORITY);
    }

    private void allow(RoutingContext exchange) {
        MultiMap headers = exchange.response().headers();
        String policy = headers.get(POLICY);
        if (policy != null) {
            headers.set(POLICY, policy.replace("style-src 'self'", "style-src " + style.source()));
        }
        exchange.next();
    }
}
