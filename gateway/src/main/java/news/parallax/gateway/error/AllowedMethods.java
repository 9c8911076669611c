package news.parallax.gateway.error;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;

/** Finds the methods that an address takes: the framework refuses others without naming them, as RFC 9110 wants it. */
final class AllowedMethods {
    private AllowedMethods() {}

    /** Returns the methods of the current request's address for the header Allow; empty if it takes none. */
    static String here() {
        return Optional.ofNullable(CurrentRequestManager.get())
                .map(AllowedMethods::of)
                .map(methods -> String.join(", ", methods))
                .orElse("");
    }

    private static Set<String> of(ResteasyReactiveRequestContext request) {
        Set<String> allowed = new TreeSet<>();
        var routes = new RequestMapper<>(request.getDeployment().getClassMappers());
        String path = request.getPathWithoutPrefix();
        for (var match = routes.map(path); match != null; match = routes.continueMatching(path, match)) {
            String remaining = match.remaining.isEmpty() ? "/" : match.remaining;
            Arrays.stream(match.value.handlers)
                    .filter(ClassRoutingHandler.class::isInstance)
                    .forEach(routing -> ((ClassRoutingHandler) routing)
                            .getMappers()
                            .forEach((method, mapper) -> {
                                if (method != null && mapper.map(remaining) != null) {
                                    allowed.add(method);
                                }
                            }));
        }
        if (allowed.contains("GET")) {
            allowed.add("HEAD");
        }
        if (!allowed.isEmpty()) {
            allowed.add("OPTIONS");
        }
        return allowed;
    }
}
