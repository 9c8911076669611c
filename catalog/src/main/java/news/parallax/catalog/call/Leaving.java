package news.parallax.catalog.call;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows that the service is about to end. From then on no call is begun: its caller is told so in the way by which gRPC sends
 * it to another copy by itself, whatever it does. Those at work go on; streams are to end.
 */
@Singleton
public class Leaving {
    /** Error code of HTTP/2: nothing was done, so the request may be sent again. */
    private static final long REFUSED_STREAM = 7;

    private static final long GRACE_MILLIS = 60_000;

    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean now;

    /** Whether the service is about to end. */
    public boolean now() {
        return now;
    }

    void onRoutes(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::admit);
    }

    void onLeave(@Observes ShutdownDelayInitiatedEvent event) {
        now = true;
        connections.forEach(connection -> connection.shutdown(GRACE_MILLIS));
    }

    private void admit(RoutingContext request) {
        if (request.request().version() != HttpVersion.HTTP_2) {
            request.next();
            return;
        }
        HttpConnection connection = request.request().connection();
        if (connections.add(connection)) {
            connection.closeHandler(_ -> connections.remove(connection));
        }
        if (now) {
            request.response().reset(REFUSED_STREAM);
            connection.shutdown(GRACE_MILLIS);
        } else {
            request.next();
        }
    }
}
