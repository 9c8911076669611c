package news.parallax.gateway.live;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Holds words back from one listener until it is known whether they are wanted: in their order, on a thread of its own, so that
 * whoever brings them need not wait.
 */
final class Sieve {
    private final BlockingQueue<Word> waiting;
    private final Step step;
    private final Runnable broken;
    private @Nullable Thread thread;
    private boolean stopped;

    /** What becomes of a word. */
    interface Step {
        void take(Word word) throws InterruptedException, ExecutionException;
    }

    /**
     * @param limit how many words may wait
     * @param broken called when more would, or when it cannot be known: the listener comes back for the rest
     */
    Sieve(int limit, Step step, Runnable broken) {
        this.waiting = new ArrayBlockingQueue<>(limit);
        this.step = step;
        this.broken = broken;
    }

    synchronized void put(Word word) {
        if (thread == null && !stopped) {
            thread = Thread.ofVirtual().name("live-sieve").start(this::run);
        }
        if (!waiting.offer(word)) {
            broken.run();
        }
    }

    synchronized void stop() {
        stopped = true;
        if (thread instanceof Thread running) {
            running.interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                step.take(waiting.take());
            }
        } catch (ExecutionException e) {
            broken.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // stopped
        }
    }
}
