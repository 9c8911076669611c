package news.parallax.gateway.error;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import news.parallax.gateway.page.Languages;
import news.parallax.gateway.page.PageLanguage;
import news.parallax.gateway.page.Shell;
import news.parallax.gateway.page.Shells;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says what went wrong: to programs under /v1 as problem+json, to people as a page. */
@Singleton
class ErrorPages {
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final int RETRY_SECONDS = 5;

    private final ProblemMapper mapper;
    private final Shells shells;
    private final PageLanguage language;

    ErrorPages(ProblemMapper mapper, Shells shells, PageLanguage language) {
        this.mapper = mapper;
        this.shells = shells;
        this.language = language;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance error(Shell shell, Problem problem, String next);
    }

    @ServerExceptionMapper
    Response answer(Throwable failure, UriInfo request, HttpHeaders headers) {
        language.fallBackOn(Languages.accepted(
                Objects.requireNonNullElse(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE), "")));
        String path = request.getPath();
        boolean json = path.equals("/v1") || path.startsWith("/v1/");
        if (!json && failure instanceof RequestRefused refused && refused.code() == ProblemCode.LOGIN_REQUIRED) {
            return toLogIn(request);
        }
        Problem problem = mapper.toProblem(failure, path);
        ResponseBuilder response = Response.status(problem.status());
        if (problem.status() == 503 || problem.status() == 504) {
            response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "ApiKey");
        }
        if (failure instanceof RequestMoved moved) {
            response.header(HttpHeaders.LOCATION, moved.address().toString());
        }
        if (problem.status() == 405) {
            response.header(HttpHeaders.ALLOW, AllowedMethods.here());
        }
        String wait = problem.metadata().get("retryAfterSeconds");
        if (wait != null) {
            response.header(HttpHeaders.RETRY_AFTER, wait);
        }
        if (json) {
            return response.type(PROBLEM_JSON).entity(problem).build();
        }
        String heading = heading(problem);
        String page =
                Templates.error(shells.plain(heading), problem, next(problem)).render();
        return response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }

    /** A body that does not fit has a mapper of its own in the framework, which would say nothing. */
    @ServerExceptionMapper
    Response answerMisfit(MismatchedInputException failure, UriInfo request, HttpHeaders headers) {
        return answer(failure, request, headers);
    }

    /** Who has to log in for a page comes back to it. */
    private static Response toLogIn(UriInfo request) {
        URI page = request.getRequestUri();
        String next = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        return Response.seeOther(URI.create("/log-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)))
                .build();
    }

    private String heading(Problem problem) {
        ErrorWords words = language.words(ErrorWords.class);
        return switch (problem.status()) {
            case 301 -> words.moved();
            case 404 -> words.notHere();
            case 400 -> words.notUnderstood();
            case 401 -> words.keyUnknown();
            case 403 -> locked(problem) ? words.locked() : words.refused();
            case 429 -> words.tooMany();
            case 503, 504 -> words.soon();
            default -> words.wrong();
        };
    }

    /** What the reader can do now. */
    private String next(Problem problem) {
        ErrorWords words = language.words(ErrorWords.class);
        return switch (problem.status()) {
            case 301 -> words.movedNext();
            case 404 -> words.notHereNext();
            case 400 -> words.notUnderstoodNext();
            case 401 -> words.keyUnknownNext();
            case 403 -> locked(problem) ? words.lockedNext() : words.refusedNext();
            case 429 -> words.tooManyNext();
            case 503, 504 -> words.soonNext();
            default -> words.wrongNext();
        };
    }

    private static boolean locked(Problem problem) {
        return problem.code().equals("CAPABILITY_LOCKED");
    }
}
