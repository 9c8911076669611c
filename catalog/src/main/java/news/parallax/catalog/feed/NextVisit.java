package news.parallax.catalog.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import news.parallax.catalog.CatalogConfig;

/** Decides when a feed is due again. Pure. */
final class NextVisit {
    /** Beyond, every maximum is passed anyway, and the shift would overflow. */
    private static final int DOUBLINGS_MAX = 20;

    /** Waits after failures are shortened by up to this share, so that feeds that failed together do not come back together. */
    private static final double JITTER = 0.25;

    private final CatalogConfig.Feeds config;

    NextVisit(CatalogConfig.Feeds config) {
        Duration min = config.refreshMinimum();
        if (min.compareTo(Duration.ofMillis(1)) < 0
                || config.refreshMaximum().compareTo(min) < 0
                || config.pauseMaximum().compareTo(min) < 0) {
            throw new IllegalArgumentException("feeds are refreshed between %s and %s, or %s after failures"
                    .formatted(min, config.refreshMaximum(), config.pauseMaximum()));
        }
        this.config = config;
    }

    /**
     * It went well: when its rhythm lets expect something new, but not before its server wants to be asked again.
     *
     * @param freshFor for how long the server asks not to be asked again; more than the maximum is not heeded
     */
    Instant afterSuccess(Rhythm rhythm, Duration freshFor, Instant now) {
        Duration wait = rhythm.wait(now, config.entriesPerVisit(), config.refreshMaximum());
        return now.plus(bounded(longer(wait, freshFor), config.refreshMaximum()));
    }

    /**
     * It failed: waits double from twice the minimum, with a little chance that depends on the feed and the failure only
     * (Brooker 2015, "Exponential Backoff and Jitter", AWS Architecture Blog). A pause that the server asks for is kept,
     * but not beyond the maximum.
     *
     * @param failures in a row, at least 1
     */
    Instant afterFailure(String feedId, int failures, Optional<Instant> retryTime, Instant now) {
        long doubled = config.refreshMinimum().toMillis() << Math.min(failures, DOUBLINGS_MAX);
        double chance = new SplittableRandom(31L * feedId.hashCode() + failures).nextDouble();
        long longest = Math.min(doubled, config.pauseMaximum().toMillis());
        Duration ours = Duration.ofMillis((long) (longest * (1 - JITTER * chance)));
        Duration theirs = retryTime.map(time -> Duration.between(now, time)).orElse(Duration.ZERO);
        return now.plus(bounded(longer(ours, theirs), config.pauseMaximum()));
    }

    /** The feed is fine and some of its articles are still to come: as soon as allowed. */
    Instant afterOpenEntries(Instant now) {
        return now.plus(config.refreshMinimum());
    }

    private Duration bounded(Duration wait, Duration max) {
        Duration least = longer(wait, config.refreshMinimum());
        return least.compareTo(max) < 0 ? least : max;
    }

    private static Duration longer(Duration one, Duration other) {
        return Stream.of(one, other).max(Duration::compareTo).orElseThrow();
    }
}
