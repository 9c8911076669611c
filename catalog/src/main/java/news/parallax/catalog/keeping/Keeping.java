package news.parallax.catalog.keeping;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.job.Job;
import news.parallax.catalog.job.JobLog;
import news.parallax.catalog.story.ArticleRemoval;
import news.parallax.catalog.story.ArticleRemoval.Progress;
import org.jboss.logging.Logger;

/**
 * Makes a place for the months to come before anything is written, and then on a rhythm; takes away what is not to be kept
 * any longer: texts first, then articles. Several catalogs on one database may do so at once: each step looks anew, in a
 * transaction, at what is there.
 */
@Singleton
public class Keeping {
    private static final Logger LOG = Logger.getLogger(Keeping.class);
    private static final long STOP_LIMIT_SECONDS = 30;

    private final ScheduledExecutorService rhythm = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("keeping").daemon().factory());
    private final WriterTurn turn;
    private final MonthRepository months;
    private final ArticleRemoval articles;
    private final JobLog jobs;
    private final CatalogConfig.Retention retention;
    private final InstantSource clock;

    Keeping(
            WriterTurn turn,
            MonthRepository months,
            ArticleRemoval articles,
            JobLog jobs,
            CatalogConfig config,
            InstantSource clock) {
        this.turn = turn;
        this.months = months;
        this.articles = articles;
        this.jobs = jobs;
        this.retention = config.retention();
        this.clock = clock;
    }

    void onStart(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
        addMonths();
        rhythm.scheduleWithFixedDelay(
                () -> jobs.run(Job.RETENTION, this::keep),
                0,
                retention.interval().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
        rhythm.shutdown();
        if (!rhythm.awaitTermination(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("still removing; what is not committed stays");
        }
    }

    /** Returns how many months were added or dropped, and articles removed. Fails if somebody is reading what is to go. */
    long keep() {
        long changes = addMonths();
        if (retention.text().isPositive()) {
            changes += dropTexts(monthBefore(retention.text()));
        }
        if (retention.articles().isPositive()) {
            changes += removeArticles(monthBefore(retention.articles()));
        }
        return changes;
    }

    /** In a writer's turn, as a new month of a table that refers to stories locks them for a moment. */
    private int addMonths() {
        int added = turn.take(() -> months.add(monthBefore(Duration.ZERO), retention.monthsAhead()));
        if (added > 0) {
            LOG.infof("months added tables=%d", added);
        }
        return added;
    }

    private int dropTexts(LocalDate before) {
        List<LocalDate> dropped = QuarkusTransaction.requiringNew().call(() -> months.dropTexts(before));
        dropped.forEach(month -> LOG.infof("texts removed month=%s", month));
        return dropped.size();
    }

    /** A turn for each batch, so that writers get theirs between. */
    private long removeArticles(LocalDate before) {
        Progress progress = Progress.NONE;
        do {
            Progress last = progress;
            progress = turn.take(() -> articles.removeNext(last, before, retention.batch()));
        } while (!progress.done() && !rhythm.isShutdown());
        if (progress.articles() > 0) {
            LOG.infof(
                    "articles removed came_before=%s articles=%d stories=%d",
                    before, progress.articles(), progress.stories());
        }
        return progress.articles();
    }

    /** Returns the first day of the month that it was so long ago: what came in earlier months is older. */
    private LocalDate monthBefore(Duration age) {
        return LocalDate.ofInstant(clock.instant().minus(age), ZoneOffset.UTC).withDayOfMonth(1);
    }
}
