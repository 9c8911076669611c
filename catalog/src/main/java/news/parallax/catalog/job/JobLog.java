package news.parallax.catalog.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.metrics.CatalogMetrics;
import org.jboss.logging.Logger;

/**
 * Runs jobs and remembers how that went. A job that is looked at every few seconds and finds nothing to do is remembered once a
 * minute, and its beginning is not: a row that is written that often would cost more than the job.
 */
@Singleton
public class JobLog {
    private static final Logger LOG = Logger.getLogger(JobLog.class);
    private static final Duration TICK_MAX = Duration.ofMinutes(1);
    private static final int ERROR_LIMIT = 500;

    private final JobRunRepository runs;
    private final CatalogConfig config;
    private final InstantSource clock;
    /** When an idle run of a job was last remembered. */
    private final Map<Job, Instant> idle = new EnumMap<>(Job.class);

    JobLog(JobRunRepository runs, CatalogConfig config, InstantSource clock) {
        this.runs = runs;
        this.config = config;
        this.clock = clock;
    }

    /** Runs a job, which returns how many things it did something to; goes on after a failure, as it will be tried again. */
    public void run(Job job, LongSupplier work) {
        var run = new JobRunEntity();
        run.name = job.name();
        run.startTime = now();
        try {
            if (!ticks(job)) {
                put(run);
            }
            run.itemCount = work.getAsLong();
            end(run, JobRunEntity.Outcome.DONE);
            CatalogMetrics.jobRan(job, false);
            if (worthWriting(job, run)) {
                put(run);
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "job failed, it will be tried again job=%s", job);
            run.error = cut(Objects.toString(e.getMessage(), e.getClass().getSimpleName()));
            end(run, JobRunEntity.Outcome.FAILED);
            CatalogMetrics.jobRan(job, true);
            putIfPossible(run);
        }
    }

    private boolean ticks(Job job) {
        return job.interval(config).compareTo(TICK_MAX) < 0;
    }

    private synchronized boolean worthWriting(Job job, JobRunEntity run) {
        if (run.itemCount > 0 || !ticks(job)) {
            return true;
        }
        Instant last = idle.getOrDefault(job, Instant.EPOCH);
        if (run.startTime.isBefore(last.plus(TICK_MAX))) {
            return false;
        }
        idle.put(job, run.startTime);
        return true;
    }

    private void end(JobRunEntity run, JobRunEntity.Outcome outcome) {
        run.endTime = now();
        run.outcome = outcome;
    }

    private void put(JobRunEntity run) {
        QuarkusTransaction.requiringNew().run(() -> runs.put(run));
    }

    /** The database may be what the job failed of. */
    private void putIfPossible(JobRunEntity run) {
        try {
            put(run);
        } catch (RuntimeException e) {
            LOG.warnf("failure not remembered job=%s: %s", run.name, e.getMessage());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static String cut(String error) {
        String printable = error.replace('\0', ' ');
        return printable.length() <= ERROR_LIMIT ? printable : printable.substring(0, ERROR_LIMIT);
    }
}
