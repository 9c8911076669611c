package news.parallax.gateway.limit;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import news.parallax.gateway.GatewayConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Ends connections on which the gateway has had nothing to say for long: whoever sends a request byte by byte keeps a connection
 * from being idle, but gets no answer (slow loris). As an idle one ends earlier, every request has the time between both.
 */
@Singleton
class ConnectionLimit implements HttpServerOptionsCustomizer {
    private final Duration silence;

    ConnectionLimit(GatewayConfig config, @ConfigProperty(name = "quarkus.http.idle-timeout") Duration idle) {
        silence = config.limits().silence();
        if (silence.compareTo(idle) <= 0) {
            throw new IllegalArgumentException(
                    "parallax.gateway.limits.silence must be longer than quarkus.http.idle-timeout");
        }
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        limit(options);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        limit(options);
    }

    private void limit(HttpServerOptions options) {
        options.setWriteIdleTimeout((int) options.getIdleTimeoutUnit().convert(silence));
    }
}
