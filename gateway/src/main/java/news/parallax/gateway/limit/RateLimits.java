package news.parallax.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.grpc.StatusRuntimeException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import news.parallax.gateway.GatewayConfig;

/**
 * Grants so many requests a minute. Each copy counts for itself and tells the catalog a few times a second, which answers
 * what all copies counted together: no request waits for the catalog, and all copies together grant no more than the limit
 * and what comes within one such moment. Without the catalog each copy keeps to the limit alone.
 */
@ApplicationScoped
public class RateLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long SUBJECTS_LIMIT = 100_000;

    private final LimitClient client;
    private final InstantSource clock;
    private final Duration rhythm;
    private final Cache<String, Tally> tallies = Caffeine.newBuilder()
            .maximumSize(SUBJECTS_LIMIT)
            .expireAfterWrite(WINDOW.multipliedBy(2))
            .build();
    private volatile boolean stopped;

    RateLimits(LimitClient client, InstantSource clock, GatewayConfig config) {
        this.client = client;
        this.clock = clock;
        this.rhythm = config.limits().rhythm();
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("rate-limits").start(this::tellAgainAndAgain);
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Counts a request of a subject against its limit; never waits. */
    public Standing take(String subject, int limit) {
        Instant now = clock.instant();
        Tally tally = tallies.asMap()
                .compute(
                        subject,
                        (key, known) -> known != null && known.holds(now)
                                ? known
                                : new Tally(Count.at(now, subject, WINDOW, 0)));
        return tally.take(limit, now);
    }

    private void tellAgainAndAgain() {
        while (!stopped) {
            try {
                Thread.sleep(rhythm);
                tell();
            } catch (InterruptedException e) {
                stopped = true;
            } catch (RuntimeException e) {
                Log.errorf(e, "rate limits not shared");
            }
        }
    }

    /** Tells the catalog what was counted since the last time, so many subjects at once as it takes. */
    void tell() {
        List<Tally> untold =
                tallies.asMap().values().stream().filter(Tally::hasUntold).toList();
        for (int from = 0; from < untold.size(); from += LimitClient.COUNTS_LIMIT) {
            tell(untold.subList(from, Math.min(untold.size(), from + LimitClient.COUNTS_LIMIT)));
        }
    }

    private void tell(List<Tally> some) {
        try {
            List<Long> totals = client.add(some.stream().map(Tally::tell).toList());
            for (int i = 0; i < some.size(); i++) {
                some.get(i).told(totals.get(i));
            }
        } catch (StatusRuntimeException e) {
            some.forEach(Tally::notTold);
        }
    }
}
