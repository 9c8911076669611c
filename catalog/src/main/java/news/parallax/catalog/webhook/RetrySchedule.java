package news.parallax.catalog.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.parallax.catalog.CatalogConfig;

/**
 * When a message that failed is sent again. Waits double, so a receiver that is away for a minute hears soon and one that is away
 * for a day is not besieged; with the shipped settings twelve attempts take 23 hours.
 */
final class RetrySchedule {
    /** By so much of a wait messages that failed together are scattered. */
    private static final double SCATTER = 0.2;

    private static final int DOUBLINGS_MAX = 30;

    private final Duration first;
    private final Duration maximum;

    RetrySchedule(CatalogConfig.Webhook config) {
        this.first = config.retryFirst();
        this.maximum = config.retryMaximum();
    }

    /**
     * Returns when to send again.
     *
     * @param attempts so far, at least 1
     * @param chance in [0, 1)
     * @param asked when the receiver wants it again; counts if that is later, up to the longest wait
     */
    Instant after(Instant now, int attempts, double chance, Optional<Instant> asked) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempts - 1, DOUBLINGS_MAX));
        Duration wait = doubled.compareTo(maximum) < 0 ? doubled : maximum;
        Instant due = now.plusMillis((long) (wait.toMillis() * (1 - SCATTER * chance)));
        Instant latest = now.plus(maximum);
        return asked.map(wanted -> wanted.isAfter(latest) ? latest : wanted)
                .filter(due::isBefore)
                .orElse(due);
    }
}
