package news.parallax.clusterer;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Has stories looked at again from time to time, also when too few articles come to make it due by their number. */
@Singleton
public final class ConsolidationRhythm {

    private final Clusterer clusterer;
    private final WindowRebuild rebuild;
    private final Duration interval;
    private final CountDownLatch stopped = new CountDownLatch(1);

    ConsolidationRhythm(Clusterer clusterer, WindowRebuild rebuild, ClustererConfig config) {
        this.clusterer = clusterer;
        this.rebuild = rebuild;
        this.interval = config.grouping().consolidationInterval();
    }

    void onStart(@Observes StartupEvent event) {
        Thread.ofVirtual().name("consolidation").start(this::run);
    }

    void onStop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void run() {
        try {
            while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                if (rebuild.isDone()) {
                    consolidate();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private void consolidate() {
        long start = System.nanoTime();
        int changes = clusterer.consolidate();
        if (changes > 0) {
            Log.infof(
                    "stories looked at again changes=%d millis=%d",
                    changes, Duration.ofNanos(System.nanoTime() - start).toMillis());
        }
    }
}
