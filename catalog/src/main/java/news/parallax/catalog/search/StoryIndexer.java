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
import news.parallax.catalog.job.Job;
import news.parallax.catalog.job.JobLog;
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
    private final JobLog jobs;
    private final Duration interval;

    StoryIndexer(IndexRepository index, WriterTurn turn, JobLog jobs, CatalogConfig config) {
        this.index = index;
        this.turn = turn;
        this.jobs = jobs;
        this.interval = config.search().indexInterval();
    }

    void onStart(@Observes StartupEvent start) {
        clock.scheduleWithFixedDelay(
                () -> jobs.run(Job.SEARCH_INDEX, this::indexAll), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("still indexing; what is not committed stays due");
        }
    }

    /** Returns how many stories were due. */
    private long indexAll() {
        long indexed = 0;
        try {
            int batch;
            do {
                long start = System.nanoTime();
                batch = QuarkusTransaction.requiringNew().call(this::indexBatch);
                indexed += batch;
                if (turn.isSought()) {
                    // writers come first, yet what they write is found while they go on
                    Thread.sleep(Duration.ofNanos(System.nanoTime() - start));
                }
            } while (batch > 0 && !clock.isShutdown());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return indexed;
    }

    private int indexBatch() {
        if (!index.tryLock()) {
            return 0;
        }
        List<String> due = index.takeDue();
        if (!due.isEmpty()) {
            index.index(due);
            LOG.debugf("stories indexed stories=%d", due.size());
        }
        return due.size();
    }
}
