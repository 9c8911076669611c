package news.parallax.gateway.error;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that a JSON route does not declare, so that a misspelled one is noticed. Pages take any:
 * shared links come back with the marks of those who passed them on.
 */
@Singleton
class ParameterFilter {
    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo route) {
        if (!request.getUriInfo().getPath().startsWith("/v1/")) {
            return;
        }
        Set<String> known = RouteParameters.of(route.getResourceMethod());
        request.getUriInfo().getQueryParameters().forEach((name, values) -> check(name, values, known));
    }

    private static void check(String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            String choices = known.isEmpty() ? "none" : String.join(", ", known);
            throw new RequestRefused(
                    ProblemCode.PARAMETER_UNKNOWN,
                    "There is no parameter \"" + name + "\" here; there is " + choices + ".",
                    Map.of("parameter", name));
        }
        if (values.size() > 1) {
            throw new RequestRefused(
                    ProblemCode.PARAMETER_REPEATED,
                    "The parameter \"" + name + "\" may be given once.",
                    Map.of("parameter", name));
        }
    }
}
