package news.parallax.catalog.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import news.parallax.catalog.CatalogConfig;

/** Knows how far the outbox goes: asks the database once an interval, however many want to know. */
@Singleton
class OutboxTail {
    private final StoryChangeRepository changes;
    private final Duration interval;
    private final ReentrantLock lock = new ReentrantLock();
    private long lastId;
    private long askedNanos;
    private boolean asked;

    OutboxTail(StoryChangeRepository changes, CatalogConfig config) {
        this.changes = changes;
        this.interval = config.watch().pollInterval();
    }

    /** Returns the id of the latest change, as of an interval ago or later. */
    long lastId() {
        lock.lock();
        try {
            if (!asked || System.nanoTime() - askedNanos >= interval.toNanos()) {
                lastId = QuarkusTransaction.requiringNew().call(changes::lastId);
                askedNanos = System.nanoTime();
                asked = true;
            }
            return lastId;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is worth asking again; returns false if the waiting thread is to end. */
    boolean pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(interval.toNanos());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
