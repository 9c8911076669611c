package news.parallax.gateway.error;

import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that a JSON route does not declare, so that a misspelled one is noticed. Pages take any:
 * shared links come back with the marks of those who passed them on.
 */
@Singleton
class ParameterFilter {
    private final ConcurrentMap<Method, Set<String>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo route) {
        if (!request.getUriInfo().getPath().startsWith("/v1/")) {
            return;
        }
        Set<String> known = declared.computeIfAbsent(route.getResourceMethod(), ParameterFilter::declaredBy);
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

    private static Set<String> declaredBy(Method route) {
        return Arrays.stream(route.getParameters())
                .flatMap(ParameterFilter::elements)
                .map(element -> element.getAnnotation(QueryParam.class))
                .filter(annotation -> annotation != null)
                .map(QueryParam::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<? extends AnnotatedElement> elements(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getDeclaredFields())
                : Stream.of(parameter);
    }
}
