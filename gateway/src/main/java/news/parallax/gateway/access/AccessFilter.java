package news.parallax.gateway.access;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import news.parallax.gateway.limit.Standing;
import news.parallax.gateway.page.Languages;
import news.parallax.gateway.page.PageLanguage;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Finds out who is reading before a route runs, and keeps what one reader got out of shared caches after it. The header
 * wins over the cookie. A key nobody has is refused in the header; a cookie with a session that is over is a visitor's,
 * because a browser keeps cookies longer than sessions last.
 */
@Singleton
class AccessFilter {
    static final String HEADER = "X-Api-Key";

    private final Readers readers;
    private final Allowances allowances;
    private final Cookies cookies;
    private final Visit visit;
    private final PageLanguage language;

    AccessFilter(Readers readers, Allowances allowances, Cookies cookies, Visit visit, PageLanguage language) {
        this.readers = readers;
        this.allowances = allowances;
        this.cookies = cookies;
        this.visit = visit;
        this.language = language;
    }

    @ServerRequestFilter
    void recognize(ContainerRequestContext request, RoutingContext routing) {
        speak(request);
        if (routing.get(RateFilter.REFUSED) instanceof Standing standing) {
            throw Allowances.refusal(standing);
        }
        Optional<Admission> admission = admission(request);
        admission.ifPresent(visit::by);
        if (credentialed(request)) {
            count(admission, routing.request());
        }
        if (admission.isEmpty() && request.getHeaderString(HEADER) != null) {
            throw unknownKey();
        }
        admission.flatMap(found -> Languages.of(found.reader().language())).ifPresent(language::choose);
        CrossSite.refuse(request, cookies.sessionOf(request).isPresent());
    }

    private void speak(ContainerRequestContext request) {
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        Locale locale = cookies.languageOf(request)
                .flatMap(Languages::of)
                .orElseGet(() -> Languages.accepted(accepted == null ? "" : accepted));
        language.choose(locale);
    }

    private Optional<Admission> admission(ContainerRequestContext request) {
        String key = request.getHeaderString(HEADER);
        if (key != null) {
            return readers.ofKey(key);
        }
        return cookies.sessionOf(request).flatMap(readers::ofSession);
    }

    /** A key or session that is nobody's counts for the address that tries it. */
    private void count(Optional<Admission> admission, HttpServerRequest request) {
        Optional<Standing> standing =
                admission.isPresent() ? allowances.take(admission.get().reader()) : allowances.takeVisitor(request);
        standing.ifPresent(known -> {
            Allowances.tell(known, request);
            if (!known.granted()) {
                throw Allowances.refusal(known);
            }
        });
    }

    @ServerResponseFilter
    void keepApart(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().add(HttpHeaders.VARY, "Accept-Encoding, Accept-Language, " + HEADER + ", Cookie");
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        boolean worthKeeping = read && response.getStatus() == 200;
        String rule = worthKeeping ? (credentialed(request) ? "private, no-cache" : "public, max-age=10") : "no-store";
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, rule);
    }

    /** Whether somebody comes with a key or a session, good or not. */
    private boolean credentialed(ContainerRequestContext request) {
        return request.getHeaderString(HEADER) != null
                || cookies.sessionOf(request).isPresent();
    }

    static RequestRefused unknownKey() {
        return new RequestRefused(ProblemCode.API_KEY_UNKNOWN, "Nobody has this API key.", Map.of());
    }
}
