package news.parallax.clusterer;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import news.parallax.clusterer.digest.model.ModelDigests;

/** Has the language model, if there is one, tell the stories that wait, one after the other on a thread of its own. */
@Singleton
public final class ModelDigestRhythm {

    private static final long LOOK_EVERY_MILLIS = 500;

    private final Clusterer clusterer;
    private final ModelDigests models;
    private final CountDownLatch stopped = new CountDownLatch(1);

    ModelDigestRhythm(Clusterer clusterer, ModelDigests models) {
        this.clusterer = clusterer;
        this.models = models;
    }

    void onStart(@Observes StartupEvent event) {
        if (models.isOn()) {
            Thread.ofVirtual().name("model-digests").start(this::run);
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        stopped.countDown();
    }

    private void run() {
        try {
            while (!stopped.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                tellNext();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    /** Whatever goes wrong with one story, the next ones are told. */
    private void tellNext() {
        try {
            models.next().ifPresent(clusterer::tell);
        } catch (RuntimeException e) {
            Log.error("story not told by the model", e);
        }
    }
}
