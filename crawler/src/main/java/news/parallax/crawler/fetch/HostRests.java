package news.parallax.crawler.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import news.parallax.crawler.CrawlerConfig;

/**
 * Which hosts are left alone, and until when: those that ask for it (429, 503) and those that fail. Each failure in a row
 * doubles the pause, a fifth more or less so that not all come back at once, up to a limit; an answer ends it.
 */
final class HostRests {

    private static final double JITTER = 0.2;
    private static final int DOUBLINGS_MAX = 20;

    private final CrawlerConfig config;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<String, Rest> rests;

    HostRests(CrawlerConfig config, InstantSource clock, RandomGenerator random) {
        this.config = config;
        this.clock = clock;
        this.random = random;
        this.rests = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Rest> eldest) {
                return size() > config.hostsMax();
            }
        });
    }

    /** Returns the rest that a host is taking now. */
    Optional<Rest> of(String host) {
        return Optional.ofNullable(rests.get(host)).filter(rest -> rest.until.isAfter(clock.instant()));
    }

    /**
     * The host answers 429 or 503.
     *
     * @param retryTime until when it says so itself; far times are cut
     */
    void askedFor(String host, Optional<Instant> retryTime) {
        Instant now = clock.instant();
        Instant latest = now.plus(config.retryAfterMax());
        rests.compute(host, (_, before) -> {
            int failures = 1 + (before == null ? 0 : before.failures);
            Instant until = retryTime
                    .filter(time -> time.isAfter(now))
                    .map(time -> Stream.of(time, latest).min(Instant::compareTo).orElseThrow())
                    .orElseGet(() -> now.plus(pause(failures)));
            return new Rest(failures, until, FetchError.RATE_LIMITED, "the server asks for a pause");
        });
    }

    /** The host does not answer, or answers 5xx; a few times in a row make it rest. */
    void failed(String host, FetchError error, String reason) {
        rests.compute(host, (_, before) -> {
            int failures = 1 + (before == null ? 0 : before.failures);
            int beyond = failures - config.hostFailuresMax();
            Instant until = beyond < 0 ? Instant.MIN : clock.instant().plus(pause(1 + beyond));
            return new Rest(failures, until, error, reason);
        });
    }

    void answered(String host) {
        rests.remove(host);
    }

    /** The pause after so many failures in a row. */
    Duration pause(int failures) {
        int doublings = Math.clamp(failures - 1, 0, DOUBLINGS_MAX);
        long longest = config.hostRestMax().toMillis();
        long millis = Math.min(config.hostRest().toMillis() << doublings, longest);
        return Duration.ofMillis(
                Math.min(longest, Math.round(millis * (1 - JITTER + 2 * JITTER * random.nextDouble()))));
    }

    /**
     * A pause.
     *
     * @param failures in a row before it
     * @param error what the last of them was
     */
    record Rest(int failures, Instant until, FetchError error, String reason) {}
}
