package news.parallax.gateway.access;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import news.parallax.gateway.page.Languages;
import news.parallax.gateway.page.PageLanguage;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Finds out who is reading before a route runs, and keeps what one reader got out of shared caches after it. The header
 * wins over the cookie. A key nobody has is refused in the header; a cookie with such a key is a visitor's, because a
 * browser keeps cookies longer than keys live.
 */
@Singleton
class AccessFilter {
    static final String HEADER = "X-Api-Key";
    static final String COOKIE = "parallax_key";

    private final Readers readers;
    private final Visit visit;
    private final PageLanguage language;

    AccessFilter(Readers readers, Visit visit, PageLanguage language) {
        this.readers = readers;
        this.visit = visit;
        this.language = language;
    }

    @ServerRequestFilter
    void recognize(ContainerRequestContext request) {
        language.choose(Languages.accepted(
                Objects.requireNonNullElse(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), "")));
        String key = request.getHeaderString(HEADER);
        if (key != null) {
            visit.by(readers.find(key).orElseThrow(AccessFilter::unknownKey));
            return;
        }
        Cookie cookie = request.getCookies().get(COOKIE);
        if (cookie != null) {
            readers.find(cookie.getValue()).ifPresent(visit::by);
        }
    }

    @ServerResponseFilter
    void keepApart(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().add(HttpHeaders.VARY, "Accept-Encoding, Accept-Language, " + HEADER + ", Cookie");
        boolean keyed = request.getHeaderString(HEADER) != null
                || Optional.ofNullable(request.getCookies().get(COOKIE)).isPresent();
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean worthKeeping = read && response.getStatus() == 200;
        String rule = worthKeeping ? (keyed ? "private, no-cache" : "public, max-age=10") : "no-store";
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, rule);
    }

    static RequestRefused unknownKey() {
        return new RequestRefused(ProblemCode.API_KEY_UNKNOWN, "Nobody has this API key.", Map.of());
    }
}
