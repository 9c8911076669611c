package news.parallax.gateway.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import news.parallax.gateway.limit.Standing;

/**
 * Counts requests of visitors before anything else is done with them, kept answers included. Those who come with a key or a
 * session are counted when it is known who they are. A refused request goes on to where refusals are told, past all that is
 * kept: it is marked.
 */
@Singleton
public class RateFilter {
    /** Name of the mark of a refused request in its routing context; the value is how the client stands. */
    public static final String REFUSED = "news.parallax.gateway.refused";

    /** The route of assistants is none of those that tell refusals in words. */
    private static final String ASSISTANTS = "/mcp";

    private static final int BEFORE_ALL = 400;

    private final Allowances allowances;

    RateFilter(Allowances allowances) {
        this.allowances = allowances;
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, BEFORE_ALL);
    }

    private void count(RoutingContext request) {
        if (counted(request.request().path()) && !AccessFilter.credentialed(request.request())) {
            allowances.takeVisitor(request.request()).ifPresent(standing -> {
                Allowances.tell(standing, request.request());
                if (!standing.granted()) {
                    request.put(REFUSED, standing);
                }
            });
        }
        if (request.get(REFUSED) instanceof Standing standing
                && request.request().path().startsWith(ASSISTANTS)) {
            request.response()
                    .setStatusCode(429)
                    .putHeader("Retry-After", Long.toString(standing.resetSeconds()))
                    .end();
        } else {
            request.next();
        }
    }

    private static boolean counted(String path) {
        return !path.startsWith("/q/") && !path.startsWith("/parallax.");
    }
}
