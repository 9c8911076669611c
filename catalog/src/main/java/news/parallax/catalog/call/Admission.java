package news.parallax.catalog.call;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.error.CatalogException.Busy;

/**
 * Lets so many calls work at once. Others wait for a moment, and are refused when it was too short or too many wait: what has
 * waited longer than its caller does is answered for nobody.
 */
@Singleton
class Admission {
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final int atWork;
    private final int waitingMax;
    private final Duration patience;

    Admission(CatalogConfig config) {
        atWork = config.calls().atWork();
        places = new Semaphore(atWork, true);
        waitingMax = config.calls().waitingMax();
        patience = config.calls().patience();
    }

    /** Returns what the work returns; Busy if there is no place for it. */
    <T> T admit(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        if (places.tryAcquire()) {
            return;
        }
        try {
            if (waiting.incrementAndGet() > waitingMax
                    || !places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private Busy busy() {
        String limit = String.valueOf(atWork);
        return new Busy("BUSY", "%s calls are at work, which is the most".formatted(limit), Map.of("limit", limit));
    }
}
