package news.parallax.gateway.cors;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Lets scripts of any site read /v1, as a browser extension does. Never with credentials: browsers then hide the answer
 * to a request that carried a cookie, so a site sees what its visitor's key in a header may see, or anybody.
 */
@Singleton
class CrossOriginFilter {
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String READ_METHODS = "GET, HEAD";
    private static final String REQUEST_HEADERS = "Accept, If-None-Match, X-Api-Key";
    private static final String RESPONSE_HEADERS =
            "ETag, Location, RateLimit-Limit, RateLimit-Policy, RateLimit-Remaining,"
                    + " RateLimit-Reset, RateLimit, Retry-After";
    private static final String ONE_DAY_SECONDS = "86400";

    /** A browser asks before a request with a key: only reading is allowed. */
    @ServerRequestFilter(preMatching = true)
    Optional<Response> preflight(ContainerRequestContext request) {
        boolean asks = request.getMethod().equals(HttpMethod.OPTIONS)
                && request.getHeaderString("Origin") != null
                && request.getHeaderString("Access-Control-Request-Method") != null;
        if (!asks || !readable(request)) {
            return Optional.empty();
        }
        return Optional.of(Response.noContent()
                .header("Access-Control-Allow-Methods", READ_METHODS)
                .header("Access-Control-Allow-Headers", REQUEST_HEADERS)
                .header("Access-Control-Max-Age", ONE_DAY_SECONDS)
                .build());
    }

    @ServerResponseFilter
    void allow(ContainerRequestContext request, ContainerResponseContext response) {
        boolean reads = !request.getMethod().equals(HttpMethod.POST)
                && !request.getMethod().equals(HttpMethod.PUT)
                && !request.getMethod().equals(HttpMethod.PATCH)
                && !request.getMethod().equals(HttpMethod.DELETE);
        if (reads && readable(request)) {
            MultivaluedMap<String, Object> headers = response.getHeaders();
            headers.putSingle(ALLOW_ORIGIN, "*");
            headers.putSingle("Access-Control-Expose-Headers", RESPONSE_HEADERS);
        }
    }

    private static boolean readable(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/v1/");
    }
}
