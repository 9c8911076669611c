package news.parallax.gateway;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.vertx.ext.web.Router;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every route that the gateway serves: those of REST by their annotations, the few others by name. */
final class Routes {
    /** Routes that are none of REST. */
    static final List<Route> OTHERS = List.of(
            new Route("GET", "/mcp"),
            new Route("POST", "/mcp"),
            new Route("GET", "/mcp/sse"),
            new Route("POST", "/mcp/messages/{id}"),
            new Route("GET", "/parallax.js"),
            new Route("GET", "/parallax.svg"),
            new Route("GET", "/q/health"),
            new Route("GET", "/q/health/live"),
            new Route("GET", "/q/health/ready"),
            new Route("GET", "/q/health/started"),
            new Route("GET", "/q/openapi"),
            new Route("GET", "/q/swagger-ui/"));

    private Routes() {}

    /**
     * One route.
     *
     * @param method of HTTP
     * @param path with parameters in braces, without what they match
     */
    record Route(String method, String path) {
        boolean reads() {
            return method.equals("GET");
        }

        boolean json() {
            return path.startsWith("/v1/");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** Routes of REST, by path. */
    static List<Route> ofRest() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("news.parallax.gateway").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods())
                                .flatMap(method -> route(type, method).stream()))
                        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                        .toList();
    }

    /** Addresses of the router below which routes are that are none of REST; those that run before all others have none. */
    static Set<String> addressesOf(Router router) {
        return router.getRoutes().stream()
                .map(route -> route.getPath())
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<Route> route(Class<?> type, Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(jakarta.ws.rs.HttpMethod.class))
                .filter(Objects::nonNull)
                .findFirst()
                .map(verb -> new Route(verb.value(), address(type, method)));
    }

    private static String address(Class<?> type, Method method) {
        String address = "/" + path(type) + "/" + path(method);
        return address.replaceAll("/{2,}", "/")
                .replaceAll("(.)/$", "$1")
                .replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }

    private static String path(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Path.class))
                .map(Path::value)
                .orElse("");
    }
}
