package news.parallax.gateway.metrics;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import news.parallax.gateway.metrics.GatewayMetrics.Request;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Measures what has to be made: requests reach it only when no kept answer was given. */
@Singleton
class RequestFilter {
    /** After the filter that gives kept answers. */
    private static final int PRIORITY = 40;

    private static final String ROUTE = RequestFilter.class.getName();
    private static final String NONE = "other";

    /** Others come as they please. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final ConcurrentMap<Method, String> ROUTES = new ConcurrentHashMap<>();

    void register(@Observes Filters filters) {
        filters.register(RequestFilter::measure, PRIORITY);
    }

    /** To the head, as the end of a stream may be hours off. */
    private static void measure(RoutingContext exchange) {
        long start = System.nanoTime();
        exchange.addHeadersEndHandler(_ -> {
            String method = exchange.request().method().name();
            String route = exchange.get(ROUTE);
            var request = new Request(
                    METHODS.contains(method) ? method : NONE,
                    route == null ? NONE : route,
                    exchange.response().getStatusCode());
            GatewayMetrics.answered(request, Duration.ofNanos(System.nanoTime() - start));
        });
        exchange.next();
    }

    @ServerRequestFilter
    void name(ResourceInfo route, RoutingContext exchange) {
        Method method = route.getResourceMethod();
        if (method != null) {
            exchange.put(ROUTE, ROUTES.computeIfAbsent(method, RequestFilter::path));
        }
    }

    private static String path(Method method) {
        return ("/" + pathOf(method.getDeclaringClass()) + "/" + pathOf(method))
                .replaceAll("/{2,}", "/")
                .replaceAll("(?<=.)/$", "");
    }

    private static String pathOf(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }
}
