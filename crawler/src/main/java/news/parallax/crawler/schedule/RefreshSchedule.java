package news.parallax.crawler.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides when a feed is due again. A feed that is quiet for long is visited less often: the wait is a quarter of the
 * time since its contents last changed, so that news is found late by at most a quarter of the usual gap. Pure.
 */
public final class RefreshSchedule {

    private static final int QUIET_SHARE = 4;
    /** Doublings of the failure wait; beyond, every maximum is passed anyway and the shift would overflow. */
    private static final int MOST_DOUBLINGS = 20;

    private final Duration min;
    private final Duration max;
    private final InstantSource clock;

    public RefreshSchedule(Duration min, Duration max, InstantSource clock) {
        if (min.isNegative() || min.isZero() || max.compareTo(min) < 0) {
            throw new IllegalArgumentException("refresh between " + min + " and " + max);
        }
        this.min = min;
        this.max = max;
        this.clock = clock;
    }

    /** The feed had something new: as soon as allowed. */
    public Instant afterChange() {
        return clock.instant().plus(min);
    }

    /**
     * Nothing was new.
     *
     * @param changeTime when something last was; empty if never, which counts as long ago
     */
    public Instant afterNoChange(Optional<Instant> changeTime) {
        Instant now = clock.instant();
        Duration wait = changeTime
                .map(changed -> Duration.between(changed, now).dividedBy(QUIET_SHARE))
                .orElse(max);
        return now.plus(bounded(wait));
    }

    /**
     * The feed could not be had: waits double from the minimum.
     *
     * @param failureCount failures before this one since the last success
     */
    public Instant afterFailure(int failureCount) {
        return clock.instant().plus(bounded(min.multipliedBy(1L << Math.min(failureCount, MOST_DOUBLINGS))));
    }

    /** The server asked to be left alone: until then, but never longer than the maximum. */
    public Instant afterRateLimit(Optional<Instant> retryTime, int failureCount) {
        Instant ours = afterFailure(failureCount);
        Instant latest = clock.instant().plus(max);
        return retryTime
                .map(theirs -> Stream.of(theirs, latest).min(Instant::compareTo).orElseThrow())
                .filter(theirs -> theirs.isAfter(ours))
                .orElse(ours);
    }

    private Duration bounded(Duration wait) {
        return Stream.of(Stream.of(wait, min).max(Duration::compareTo).orElseThrow(), max)
                .min(Duration::compareTo)
                .orElseThrow();
    }
}
