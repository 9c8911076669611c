package news.parallax.gateway.page;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import news.parallax.gateway.GatewayConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes addresses that hold outside of a page: from the settings alone, as a request's Host header is anybody's choice. */
@Singleton
public class PublicUrl {
    private final URI base;

    PublicUrl(GatewayConfig config, @ConfigProperty(name = "quarkus.http.port") int port) {
        base = config.publicUrl().map(PublicUrl::checked).orElse(URI.create("http://localhost:" + port));
    }

    /** Returns the address of a path that begins with a slash, its query included. */
    public String of(String path) {
        return base.getScheme() + "://" + base.getRawAuthority() + path;
    }

    /** Host that ids are minted under (RFC 4151). */
    public String host() {
        String host = base.getHost();
        return host.startsWith("[") ? "localhost" : host;
    }

    /** Whether the world comes by TLS. */
    public boolean secure() {
        return base.getScheme().equals("https");
    }

    /** Whether the address belongs to the gateway. */
    public boolean covers(URI url) {
        return base.getScheme().equalsIgnoreCase(url.getScheme())
                && base.getRawAuthority().equalsIgnoreCase(url.getRawAuthority());
    }

    private static URI checked(URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        boolean plain = url.getHost() != null && url.getRawUserInfo() == null && url.getRawQuery() == null;
        String path = Optional.ofNullable(url.getRawPath()).orElse("");
        if (!web || !plain || url.getRawFragment() != null || !(path.isEmpty() || path.equals("/"))) {
            throw new IllegalArgumentException(
                    "parallax.gateway.public-url must be http or https and a host, as in https://news.example.org");
        }
        return url;
    }
}
