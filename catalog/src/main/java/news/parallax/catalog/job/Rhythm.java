package news.parallax.catalog.job;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import news.parallax.catalog.CatalogConfig;
import org.jboss.logging.Logger;

/** Has small jobs done again and again, on a few threads of their own. */
@Singleton
public class Rhythm {
    private static final Logger LOG = Logger.getLogger(Rhythm.class);
    private static final int THREADS = 2;
    private static final long STOP_LIMIT_SECONDS = 30;

    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().name("job-", 0).daemon().factory());
    private final JobLog log;
    private final CatalogConfig config;

    Rhythm(JobLog log, CatalogConfig config) {
        this.log = log;
        this.config = config;
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("still at work; what is not committed is done after the next start");
        }
    }

    /** Does the work now, and then whenever it has rested for the interval of the job. */
    public void keep(Job job, LongSupplier work) {
        long rest = job.interval(config).toMillis();
        threads.scheduleWithFixedDelay(() -> log.run(job, work), 0, rest, TimeUnit.MILLISECONDS);
    }
}
