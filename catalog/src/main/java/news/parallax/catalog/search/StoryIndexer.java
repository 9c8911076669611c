package news.parallax.catalog.search;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.database.WriterTurn;
import org.jboss.logging.Logger;

/**
 * Indexes the stories that are due, in the background: writers do not wait, and a story that changes often is written once.
 * While writers queue it rests as long as it works.
 * Of several catalogs on one database one indexes at a time. Killed at any moment, what was not committed is still due.
 */
@Singleton
public class StoryIndexer {
    private static final Logger LOG = Logger.getLogger(StoryIndexer.class);
    private static final long STOP_LIMIT_SECONDS = 30;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("story-indexer").daemon().factory());
    private final IndexRepository index;
    private final WriterTurn turn;
    private final Duration interval;

    StoryIndexer(IndexRepository index, WriterTurn turn, CatalogConfig config) {
        this.index = index;
        this.turn = turn;
        this.interval = config.search().indexInterval();
    }

    void onStart(@Observes StartupEvent start) {
        clock.scheduleWithFixedDelay(this::indexAll, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("still indexing; what is not committed stays due");
        }
    }

    /** Goes on after a failure with the next tick: the database may be away. */
    private void indexAll() {
        try {
            boolean more = true;
            while (more && !clock.isShutdown()) {
                long start = System.nanoTime();
                more = QuarkusTransaction.requiringNew().call(this::indexBatch);
                if (turn.isSought()) {
                    // writers come first, yet what they write is found while they go on
                    Thread.sleep(Duration.ofNanos(System.nanoTime() - start));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("stories not indexed, they stay due", e);
        }
    }

    private boolean indexBatch() {
        if (!index.tryLock()) {
            return false;
        }
        List<String> due = index.takeDue();
        if (!due.isEmpty()) {
            index.index(due);
            LOG.debugf("stories indexed stories=%d", due.size());
        }
        return !due.isEmpty();
    }
}
