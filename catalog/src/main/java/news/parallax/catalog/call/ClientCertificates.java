package news.parallax.catalog.call;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets nobody in by TLS without a certificate of our authority. While TLS is on, the plain port answers probes and Prometheus
 * alone, who have none.
 */
@Singleton
final class ClientCertificates implements HttpServerOptionsCustomizer {
    private static final List<String> OPEN_TO_ALL = List.of("/q/health", "/q/metrics");
    private static final int FORBIDDEN = 403;

    private final boolean required;

    ClientCertificates(@ConfigProperty(name = "quarkus.http.tls-configuration-name") Optional<String> tls) {
        required = tls.isPresent();
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        options.setClientAuth(ClientAuth.REQUIRED);
    }

    void onRoutes(@Observes Router router) {
        if (required) {
            router.route().order(Integer.MIN_VALUE).handler(ClientCertificates::admit);
        }
    }

    private static void admit(RoutingContext request) {
        if (request.request().isSSL() || OPEN_TO_ALL.stream().anyMatch(request.normalizedPath()::startsWith)) {
            request.next();
        } else {
            request.response().setStatusCode(FORBIDDEN).end();
        }
    }
}
