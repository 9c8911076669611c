package news.parallax.gateway.error;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
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

    ErrorPages(ProblemMapper mapper, Shells shells) {
        this.mapper = mapper;
        this.shells = shells;
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance error(Shell shell, Problem problem, String heading, String next);
    }

    @ServerExceptionMapper
    Response answer(Throwable failure, UriInfo request) {
        String path = request.getPath();
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
        if (path.equals("/v1") || path.startsWith("/v1/")) {
            return response.type(PROBLEM_JSON).entity(problem).build();
        }
        String heading = heading(problem);
        String page = Templates.error(shells.plain(heading), problem, heading, next(problem))
                .render();
        return response.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }

    private static String heading(Problem problem) {
        return switch (problem.status()) {
            case 301 -> "This story is part of another one now";
            case 404 -> "Not in this paper";
            case 400 -> "This address is not understood";
            case 401 -> "This key is not known";
            case 403 -> problem.code().equals("CAPABILITY_LOCKED") ? "Not with this plan" : "Not followed";
            case 503, 504 -> "Back in a moment";
            default -> "Something went wrong";
        };
    }

    /** What the reader can do now. */
    private static String next(Problem problem) {
        return switch (problem.status()) {
            case 301 -> "Your browser goes there by itself.";
            case 404 ->
                "The address may be mistyped, or the story may never have been here. The front page has today’s.";
            case 400 -> "Take the number or word at fault out of the address, or start from the front page.";
            case 401 -> "Check the key, or read on without one.";
            case 403 -> "The plans page says what each plan shows.";
            case 503, 504 -> "Nothing is lost. Try again in a few seconds.";
            default -> "Go back to the front page, or try again in a minute.";
        };
    }
}
