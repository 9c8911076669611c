package news.parallax.clusterer;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.catalog.SourceClient;

/** Keeps what is known of rated outlets fresh. Nothing waits for it: until it succeeds stories are told without sides. */
@Singleton
public final class OutletRefresh {

    private final SourceClient sources;
    private final Clusterer clusterer;
    private final Duration interval;
    private final CountDownLatch stopped = new CountDownLatch(1);

    OutletRefresh(SourceClient sources, Clusterer clusterer, ClustererConfig config) {
        this.sources = sources;
        this.clusterer = clusterer;
        this.interval = config.catalog().ratedOutletsInterval();
    }

    void onStart(@Observes StartupEvent event) {
        Thread.ofVirtual().name("outlets").start(this::run);
    }

    void onStop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void run() {
        try {
            do {
                refresh();
            } while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private void refresh() {
        try {
            clusterer.know(sources.ratedOutlets());
        } catch (CatalogFailure e) {
            Log.warnf("rated outlets not known anew, trying again in=%s reason=%s", interval, e.getMessage());
        }
    }
}
