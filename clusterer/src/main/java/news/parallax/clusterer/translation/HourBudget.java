package news.parallax.clusterer.translation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Characters that may be sent in an hour, which begins with the first of them. Safe for many threads. */
final class HourBudget {

    private static final Duration HOUR = Duration.ofHours(1);

    private final InstantSource clock;
    private final long characters;
    private Instant start = Instant.MIN;
    private long spent;

    HourBudget(InstantSource clock, long characters) {
        this.clock = clock;
        this.characters = characters;
    }

    /** Spends so many characters, if they are left. */
    synchronized boolean spend(int wanted) {
        Instant now = clock.instant();
        if (start.plus(HOUR).isBefore(now)) {
            start = now;
            spent = 0;
        }
        if (spent + wanted > characters) {
            return false;
        }
        spent += wanted;
        return true;
    }
}
