package news.parallax.gateway.error;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows which query parameters a route declares. */
public final class RouteParameters {
    private static final ConcurrentMap<Method, Set<String>> DECLARED = new ConcurrentHashMap<>();

    private RouteParameters() {}

    /** Returns their names, sorted. */
    public static Set<String> of(Method route) {
        return DECLARED.computeIfAbsent(route, RouteParameters::declaredBy);
    }

    private static Set<String> declaredBy(Method route) {
        Stream<AnnotatedElement> own = Arrays.stream(route.getParameters());
        Stream<AnnotatedElement> inBeans = Arrays.stream(route.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(BeanParam.class))
                .flatMap(parameter -> Arrays.stream(parameter.getType().getDeclaredFields()));
        return Stream.concat(own, inBeans)
                .map(declaration -> declaration.getAnnotation(QueryParam.class))
                .filter(annotation -> annotation != null)
                .map(QueryParam::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
