package news.parallax.gateway.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.page.PublicUrl;

/**
 * Makes and finds cookies that no script and no other site can use, and that go over TLS alone where the world or the page
 * came by it. Not a singleton: filters are made before settings are there, so they need the proxy.
 */
@ApplicationScoped
public class Cookies {
    private static final String SESSION = "parallax_session";
    private static final String LANGUAGE = "parallax_language";
    private static final Duration LANGUAGE_AGE = Duration.ofDays(365);

    private final Duration sessionAge;
    private final boolean secure;
    private final String sessionName;

    Cookies(GatewayConfig config, PublicUrl url) {
        sessionAge = config.entry().session();
        secure = url.secure();
        // browsers take this prefix from this very host alone: no subdomain can plant a session (RFC 6265bis, §4.1.3.2)
        sessionName = secure ? "__Host-" + SESSION : SESSION;
    }

    /** Returns the secret of the session that a request comes with, good or not. */
    Optional<String> sessionOf(ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(sessionName)).map(Cookie::getValue);
    }

    /** Whether a request comes with a session, good or not. */
    boolean sessionSent(HttpServerRequest request) {
        return request.getCookie(sessionName) != null;
    }

    /** Returns the language that was chosen in this browser; empty if none was. */
    Optional<String> languageOf(ContainerRequestContext request) {
        return Optional.ofNullable(request.getCookies().get(LANGUAGE)).map(Cookie::getValue);
    }

    /** Returns the cookie that keeps a reader in. */
    public NewCookie session(String secret, UriInfo request) {
        return cookie(sessionName, secret, sessionAge, request);
    }

    /** Returns what makes a browser forget that cookie. */
    public NewCookie noSession(UriInfo request) {
        return cookie(sessionName, "", Duration.ZERO, request);
    }

    /** Returns the cookie that keeps the language of the pages. */
    public NewCookie language(String tag, UriInfo request) {
        return cookie(LANGUAGE, tag, LANGUAGE_AGE, request);
    }

    /** Lax, not strict: who follows a link to a story from elsewhere is still logged in there. */
    private NewCookie cookie(String name, String value, Duration age, UriInfo request) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) age.toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .secure(secure || request.getRequestUri().getScheme().equals("https"))
                .build();
    }
}
