package news.parallax.gateway.access;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import news.parallax.gateway.GatewayConfig;

/** Makes cookies that no script and no other site can use, and that go over TLS alone where the page did. */
@Singleton
public class Cookies {
    private static final Duration LANGUAGE_AGE = Duration.ofDays(365);

    private final Duration sessionAge;

    Cookies(GatewayConfig config) {
        sessionAge = config.entry().session();
    }

    /** Returns the cookie that keeps a reader in. */
    public NewCookie session(String secret, UriInfo request) {
        return cookie(AccessFilter.COOKIE, secret, sessionAge, request);
    }

    /** Returns what makes a browser forget that cookie. */
    public NewCookie noSession(UriInfo request) {
        return cookie(AccessFilter.COOKIE, "", Duration.ZERO, request);
    }

    /** Returns the cookie that keeps the language of the pages. */
    public NewCookie language(String tag, UriInfo request) {
        return cookie(AccessFilter.LANGUAGE_COOKIE, tag, LANGUAGE_AGE, request);
    }

    /** Lax, not strict: who follows a link to a story from elsewhere is still logged in there. */
    private static NewCookie cookie(String name, String value, Duration age, UriInfo request) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) age.toSeconds())
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .secure(request.getRequestUri().getScheme().equals("https"))
                .build();
    }
}
