package news.parallax.clusterer;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;
import java.time.Duration;
import news.parallax.clusterer.catalog.CatalogFailure;
import news.parallax.clusterer.metrics.ClustererMetrics;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reads the window back at start, for as long as it takes; the service is ready afterwards. */
@Readiness
@Default
@Singleton
public class WindowRebuild implements HealthCheck {

    private final Clusterer clusterer;
    private final Duration retryWait;
    private volatile boolean done;

    WindowRebuild(Clusterer clusterer, ClustererConfig config) {
        this.clusterer = clusterer;
        this.retryWait = config.catalog().rebuildRetryWait();
    }

    void onStart(@Observes StartupEvent event) {
        Thread.ofVirtual().name("window-rebuild").start(this::rebuild);
    }

    /** Whether articles can be grouped. */
    public boolean isDone() {
        return done;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("window rebuilt from the catalog")
                .status(done)
                .build();
    }

    private void rebuild() {
        while (!done) {
            try {
                Log.infof("window rebuilt articles=%d", ClustererMetrics.rebuild(clusterer::rebuild));
                done = true;
            } catch (CatalogFailure e) {
                Log.warnf("window not rebuilt yet, trying again in=%s reason=%s", retryWait, e.getMessage());
                sleep();
            }
        }
    }

    private void sleep() {
        try {
            Thread.sleep(retryWait);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }
}
