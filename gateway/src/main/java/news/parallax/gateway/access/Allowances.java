package news.parallax.gateway.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;
import news.parallax.gateway.limit.RateLimits;
import news.parallax.gateway.limit.Standing;

/** Decides how many requests a minute somebody is granted, and tells them how they stand (RateLimit header fields). */
@ApplicationScoped
class Allowances {
    private final RateLimits limits;
    private final GatewayConfig.Limits config;

    Allowances(RateLimits limits, GatewayConfig config) {
        this.limits = limits;
        this.config = config.limits();
    }

    /** Counts the request of a visitor by their address; empty if there is no limit. */
    Optional<Standing> takeVisitor(HttpServerRequest request) {
        return take("address " + Addresses.network(Addresses.of(request)), config.visitor());
    }

    /** Counts the request of a reader. */
    Optional<Standing> take(ReaderView reader) {
        int limit = switch (reader.plan()) {
            case FREE -> config.free();
            case PRO -> config.pro();
            case PREMIUM -> config.premium();
            case VANTAGE -> config.vantage();
        };
        return take("reader " + reader.id(), limit);
    }

    private Optional<Standing> take(String subject, int limit) {
        return limit == 0 ? Optional.empty() : Optional.of(limits.take(subject, limit));
    }

    /** Writes how the client stands into the answer. */
    static void tell(Standing standing, HttpServerRequest request) {
        request.response()
                .putHeader("RateLimit-Limit", Integer.toString(standing.limit()))
                .putHeader("RateLimit-Remaining", Integer.toString(standing.remaining()))
                .putHeader("RateLimit-Reset", Long.toString(standing.resetSeconds()));
    }

    static RequestRefused refusal(Standing standing) {
        String seconds = Long.toString(standing.resetSeconds());
        return new RequestRefused(
                ProblemCode.TOO_MANY_REQUESTS,
                "More than " + standing.limit() + " requests came within a minute; please wait " + seconds
                        + " seconds.",
                Map.of("limit", Integer.toString(standing.limit()), "retryAfterSeconds", seconds));
    }
}
