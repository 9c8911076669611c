package news.parallax.clusterer;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Has stories told that changed and were not told with their articles. */
@Singleton
public final class DigestRhythm {

    private final Clusterer clusterer;
    private final WindowRebuild rebuild;
    private final Duration interval;
    private final CountDownLatch stopped = new CountDownLatch(1);

    DigestRhythm(Clusterer clusterer, WindowRebuild rebuild, ClustererConfig config) {
        this.clusterer = clusterer;
        this.rebuild = rebuild;
        this.interval = config.digest().flushInterval();
    }

    void onStart(@Observes StartupEvent event) {
        Thread.ofVirtual().name("digests").start(this::run);
    }

    void onStop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void run() {
        try {
            while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                if (rebuild.isDone()) {
                    clusterer.tellWaiting();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }
}
