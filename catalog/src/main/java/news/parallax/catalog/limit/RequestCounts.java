package news.parallax.catalog.limit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import news.parallax.catalog.job.Job;
import news.parallax.catalog.job.Rhythm;

/** Sweeps counts whose window is over, a batch in a transaction, so that nobody who counts waits. */
@Singleton
class RequestCounts {
    /** How long after its end a window may still be counted in: clocks differ, and calls take time. */
    static final Duration GRACE = Duration.ofHours(1);

    private static final int BATCH = 5_000;

    private final RequestCountRepository counts;
    private final Rhythm rhythm;
    private final InstantSource clock;

    RequestCounts(RequestCountRepository counts, Rhythm rhythm, InstantSource clock) {
        this.counts = counts;
        this.rhythm = rhythm;
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start) {
        rhythm.keep(Job.COUNT_SWEEP, this::sweep);
    }

    long sweep() {
        Instant before = clock.instant().minus(GRACE);
        long swept = 0;
        int batch;
        do {
            batch = QuarkusTransaction.requiringNew().call(() -> counts.deleteBefore(before, BATCH));
            swept += batch;
        } while (batch == BATCH);
        return swept;
    }
}
