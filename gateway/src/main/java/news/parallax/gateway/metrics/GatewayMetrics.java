package news.parallax.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the gateway counts and measures; deploy/METRICS.md tells what each means. Labels have few values, known beforehand:
 * never an id, a path as it was asked for, or a message. An answer from the cache costs one addition.
 */
public final class GatewayMetrics {
    private static final String PREFIX = "parallax.gateway.";

    /** Where the answer to a visitor came from. */
    public enum CacheAnswer {
        HIT,
        /** Past its life, while a new one is made. */
        STALE,
        /** It has to be made. */
        MISS,
        /** Another request was making it. */
        SHARED;

        private final LongAdder count = new LongAdder();

        /** Counts one. */
        public void count() {
            count.increment();
        }
    }

    private static final Timer RESPONSES = Timer.builder(PREFIX + "response")
            .description("Time to the head of an answer that the cache did not have")
            .serviceLevelObjectives(Stream.of(5, 10, 25, 50, 100, 250, 500, 1000, 2500, 10000)
                    .map(Duration::ofMillis)
                    .toArray(Duration[]::new))
            .register(Metrics.globalRegistry);
    private static final ConcurrentMap<Request, Timer> REQUESTS = new ConcurrentHashMap<>();
    private static final Counter WEBHOOKS_TAKEN = webhookAttempts("taken");
    private static final Counter WEBHOOKS_REFUSED = webhookAttempts("refused");

    static {
        Stream.of(CacheAnswer.values())
                .forEach(answer -> FunctionCounter.builder(PREFIX + "cache.answers", answer.count, LongAdder::sum)
                        .description("Requests of visitors that may be answered from the cache")
                        .tag("outcome", answer.name().toLowerCase(Locale.ROOT))
                        .register(Metrics.globalRegistry));
    }

    private GatewayMetrics() {}

    /**
     * A kind of request.
     *
     * @param route the path with parameters in braces; "other" if none is served there, or none of REST
     * @param status of the answer
     */
    record Request(String method, String route, int status) {}

    /** A request that the cache had no answer to got one. */
    static void answered(Request request, Duration time) {
        RESPONSES.record(time);
        REQUESTS.computeIfAbsent(request, GatewayMetrics::timer).record(time);
    }

    /** A message to a webhook was sent. */
    public static void webhookSent(boolean taken) {
        (taken ? WEBHOOKS_TAKEN : WEBHOOKS_REFUSED).increment();
    }

    /** Measures something whenever somebody asks; the first of one name stays. */
    public static void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(PREFIX + name, value)
                .description(description)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    private static Timer timer(Request request) {
        return Timer.builder(PREFIX + "requests")
                .description("Requests that the cache had no answer to, to the head of the answer")
                .tags("method", request.method, "route", request.route, "status", Integer.toString(request.status))
                .register(Metrics.globalRegistry);
    }

    private static Counter webhookAttempts(String outcome) {
        return Counter.builder(PREFIX + "webhook.attempts")
                .description("Messages that were sent to webhooks")
                .tag("outcome", outcome)
                .register(Metrics.globalRegistry);
    }
}
