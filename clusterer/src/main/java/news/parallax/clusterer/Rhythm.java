package news.parallax.clusterer;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does one thing again and again on a thread of its own. What goes wrong once is logged and tried at the next time. */
final class Rhythm {

    private final String name;
    private final Duration interval;
    private final Runnable task;
    private final CountDownLatch stopped = new CountDownLatch(1);

    Rhythm(String name, Duration interval, Runnable task) {
        this.name = name;
        this.interval = interval;
        this.task = task;
    }

    void start() {
        Thread.ofVirtual().name(name).start(this::run);
    }

    void stop() {
        stopped.countDown();
    }

    private void run() {
        try {
            do {
                doOnce();
            } while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    private void doOnce() {
        try {
            task.run();
        } catch (RuntimeException e) {
            Log.errorf(e, "failed, trying again what=%s in=%s", name, interval);
        }
    }
}
