package news.parallax.catalog.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.call.LeaseClaim;
import news.parallax.catalog.error.CatalogException.Lost;

/**
 * Lets those who change sources, articles and stories do so one after the other, in one transaction each: no deadlocks,
 * no lost counts, and articles arrive in the order in which they are committed, which a stream by order of arrival needs.
 *
 * <p>Within a catalog they queue without a database connection; catalogs on one database take turns by an advisory lock.
 */
@Singleton
public class WriterTurn {
    private final ReentrantLock queue = new ReentrantLock(true);
    private final WriterTurnRepository turns;
    private final Event<Ending> endings;
    private final int limitSeconds;

    WriterTurn(WriterTurnRepository turns, Event<Ending> endings, CatalogConfig config) {
        this.turns = turns;
        this.endings = endings;
        this.limitSeconds = Math.toIntExact(config.turnLimit().toSeconds());
    }

    /** The work of a turn is done and about to be committed. Fired within its transaction. */
    public record Ending() {}

    /** Returns what the work returns, after it has been committed. Rolled back if it throws. */
    public <T> T take(Supplier<T> work) {
        return run(() -> {
            T result = work.get();
            endings.fire(new Ending());
            return result;
        });
    }

    /** Returns what the work returns, after all that it did has been rolled back. */
    public <T> T rehearse(Supplier<T> work) {
        var result = new AtomicReference<T>();
        try {
            return run(() -> {
                result.set(work.get());
                throw new Rehearsed();
            });
        } catch (Rehearsed e) {
            return Objects.requireNonNull(result.get());
        }
    }

    /** Tells whether anybody waits for a turn here. */
    public boolean isSought() {
        return queue.hasQueuedThreads();
    }

    private <T> T run(Supplier<T> work) {
        queue.lock();
        try {
            return QuarkusTransaction.requiringNew().timeout(limitSeconds).call(() -> {
                turns.lockUntilCommit();
                LeaseClaim.current().ifPresent(this::keepUntilCommit);
                return work.get();
            });
        } finally {
            queue.unlock();
        }
    }

    /** Whoever writes under a lease that another has taken over has been silent for too long: it knows less than that one. */
    private void keepUntilCommit(LeaseClaim claim) {
        if (!turns.keepLeaseUntilCommit(claim.name(), claim.token())) {
            throw new Lost(
                    "LEASE_LOST",
                    "The lease %s is no longer held with token %d.".formatted(claim.name(), claim.token()),
                    Map.of("name", claim.name(), "token", String.valueOf(claim.token())));
        }
    }

    /** Ends a rehearsal: a transaction that is only marked to be rolled back fails when it is committed. */
    private static final class Rehearsed extends RuntimeException {}
}
