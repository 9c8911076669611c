package news.parallax.gateway.error;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses bodies that are too large in words: the HTTP layer would do so with an empty answer, before any route is found. */
@Singleton
class BodyLimit {
    private static final int LENGTH_DIGITS = 18;

    private final ProblemMapper mapper;
    private final long bodyLimitBytes;

    BodyLimit(ProblemMapper mapper, @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize bodyLimit) {
        this.mapper = mapper;
        this.bodyLimitBytes = bodyLimit.asLongValue();
    }

    void register(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).handler(this::check);
    }

    private void check(RoutingContext context) {
        boolean tooLarge = bodyBytes(context) > bodyLimitBytes;
        if (tooLarge && context.request().uri().startsWith("/v1/")) {
            refuse(context);
        } else {
            context.next();
        }
    }

    /** As the request says; 0 if it does not. */
    private static long bodyBytes(RoutingContext context) {
        String length = Optional.ofNullable(context.request().getHeader(HttpHeaders.CONTENT_LENGTH))
                .orElse("");
        return length.matches("\\d{1," + LENGTH_DIGITS + "}") ? Long.parseLong(length) : 0;
    }

    private void refuse(RoutingContext context) {
        String path = context.request().uri().split("\\?", 2)[0];
        var refusal = new RequestRefused(ProblemCode.BODY_TOO_LARGE, "The body of the request is too large.", Map.of());
        Problem problem = mapper.toProblem(refusal, path);
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONNECTION, "close")
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Json.encode(problem));
    }
}
