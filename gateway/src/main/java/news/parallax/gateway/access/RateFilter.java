package news.parallax.gateway.access;

import io.grpc.StatusRuntimeException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import news.parallax.gateway.limit.Standing;

/**
 * Counts requests of visitors before anything else is done with them, kept answers included, and all of assistants, whose
 * route no filter of REST sees. Others who come with a key or a session are counted when it is known who they are. A refused
 * request goes on to where refusals are told, past all that is kept: it is marked.
 */
@Singleton
public class RateFilter {
    /** Name of the mark of a refused request in its routing context; the value is how the client stands. */
    public static final String REFUSED = "news.parallax.gateway.refused";

    /** The route of assistants is none of those that tell refusals in words. */
    private static final String ASSISTANTS = "/mcp";

    private static final int BEFORE_ALL = 400;

    private final Allowances allowances;
    private final Readers readers;
    private final Cookies cookies;

    RateFilter(Allowances allowances, Readers readers, Cookies cookies) {
        this.allowances = allowances;
        this.readers = readers;
        this.cookies = cookies;
    }

    void register(@Observes Filters filters) {
        filters.register(this::count, BEFORE_ALL);
    }

    private void count(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        String key = request.getHeader(AccessFilter.HEADER);
        boolean assistant = request.path().startsWith(ASSISTANTS);
        if (assistant && key != null) {
            countKey(exchange, key);
        } else if (assistant) {
            answerAssistant(exchange, allowances.takeVisitor(request));
        } else {
            if (counted(request.path()) && key == null && !cookies.sessionSent(request)) {
                allowances.takeVisitor(request).ifPresent(standing -> mark(exchange, standing));
            }
            exchange.next();
        }
    }

    private static void mark(RoutingContext exchange, Standing standing) {
        Allowances.tell(standing, exchange.request());
        if (!standing.granted()) {
            exchange.put(REFUSED, standing);
        }
    }

    /** Whose key it is may have to be asked, for which the thread that reads requests has no time. */
    private void countKey(RoutingContext exchange, String key) {
        Context own = Vertx.currentContext();
        exchange.request().pause();
        Thread.startVirtualThread(() -> {
            Optional<Standing> standing = standing(exchange.request(), key);
            own.runOnContext(_ -> {
                exchange.request().resume();
                answerAssistant(exchange, standing);
            });
        });
    }

    /** A key that is nobody's, or of which nothing can be known now, counts for the address that tries it. */
    private Optional<Standing> standing(HttpServerRequest request, String key) {
        try {
            Optional<Admission> admission = readers.ofKey(key);
            return admission.isPresent() ? allowances.take(admission.get().reader()) : allowances.takeVisitor(request);
        } catch (StatusRuntimeException e) {
            return allowances.takeVisitor(request);
        }
    }

    private static void answerAssistant(RoutingContext exchange, Optional<Standing> standing) {
        standing.ifPresent(known -> Allowances.tell(known, exchange.request()));
        if (standing.isEmpty() || standing.get().granted()) {
            exchange.next();
        } else {
            exchange.response()
                    .setStatusCode(429)
                    .putHeader("Retry-After", Long.toString(standing.get().resetSeconds()))
                    .end();
        }
    }

    private static boolean counted(String path) {
        return !path.startsWith("/q/") && !path.startsWith("/parallax.");
    }
}
