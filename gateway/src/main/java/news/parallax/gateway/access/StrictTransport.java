package news.parallax.gateway.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import news.parallax.gateway.page.PublicUrl;

/** Tells browsers to come by TLS alone from now on (RFC 6797), if that is how the world finds the gateway. */
@Singleton
class StrictTransport {
    private static final int BEFORE_ALL = 500;
    private static final String ONE_YEAR = "max-age=31536000";

    private final PublicUrl url;

    StrictTransport(PublicUrl url) {
        this.url = url;
    }

    void register(@Observes Filters filters) {
        if (url.secure()) {
            filters.register(StrictTransport::demand, BEFORE_ALL);
        }
    }

    private static void demand(RoutingContext exchange) {
        exchange.response().putHeader("Strict-Transport-Security", ONE_YEAR);
        exchange.next();
    }
}
