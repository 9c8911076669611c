package news.parallax.clusterer.election;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import news.parallax.clusterer.ClustererConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where other copies call this one. */
@Singleton
final class Address {

    private final ClustererConfig config;
    private final String host;
    private final int port;

    Address(
            ClustererConfig config,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.http.ssl-port") int tlsPort,
            @ConfigProperty(name = "quarkus.http.tls-configuration-name") Optional<String> tls) {
        this.config = config;
        this.host = host;
        this.port = tls.isPresent() ? tlsPort : port;
    }

    /** Returns host and port: as set, else where this process listens. */
    String value() {
        return config.address().orElseGet(() -> "%s:%d".formatted(reachableHost(), port));
    }

    private String reachableHost() {
        try {
            return host.equals("0.0.0.0") ? InetAddress.getLocalHost().getHostAddress() : host;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("set parallax.clusterer.address: this host's own name has no address", e);
        }
    }
}
