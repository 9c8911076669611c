package news.parallax.catalog.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the catalog counts and measures; deploy/METRICS.md tells what each means. Labels have few values, known beforehand:
 * never an id, a host or a message. What a transaction does counts once it is committed.
 */
public final class CatalogMetrics {
    private static final String PREFIX = "parallax.catalog.";

    /** What may have become of an article. */
    public enum Recorded {
        NEW,
        UPDATED,
        UNCHANGED,
        /** An editor has removed it before; it is not stored. */
        REMOVED
    }

    /** What may be done to stories. */
    public enum StoryChange {
        FOUNDED,
        MERGED,
        SPLIT,
        /** Articles went from one to another. */
        MOVED
    }

    private static final Timer DISCOVERY_TO_STORED = Timer.builder(PREFIX + "discovery.to.stored")
            .description("Time from the discovery of a new article to its commit")
            .serviceLevelObjectives(Stream.of(1, 2, 5, 10, 30, 60, 120, 300, 900, 3600, 21600)
                    .map(Duration::ofSeconds)
                    .toArray(Duration[]::new))
            .register(Metrics.globalRegistry);

    static {
        Stream.of(Recorded.values()).forEach(CatalogMetrics::articles);
        Stream.of(StoryChange.values()).forEach(CatalogMetrics::stories);
    }

    private CatalogMetrics() {}

    /** So many articles were recorded with this outcome, if the current transaction is committed. */
    public static void recorded(Recorded outcome, int articles) {
        afterCommit(() -> articles(outcome).increment(articles));
    }

    /** New articles waited so long to be stored, if the current transaction is committed. */
    public static void waited(List<Duration> times) {
        afterCommit(() -> times.stream().filter(time -> !time.isNegative()).forEach(DISCOVERY_TO_STORED::record));
    }

    /** A story was changed, if the current transaction is committed. */
    public static void changed(StoryChange change) {
        afterCommit(() -> stories(change).increment());
    }

    /** A job of the catalog's own ended. */
    public static void jobRan(Enum<?> job, boolean failed) {
        counter("job.runs", "Runs of the catalog's own jobs", "name", label(job), "outcome", failed ? "failed" : "done")
                .increment();
    }

    /** Measures something whenever somebody asks; the first of one name and its labels stays. */
    public static void gauge(String name, String description, Supplier<Number> value, String... labels) {
        Gauge.builder(PREFIX + name, value)
                .description(description)
                .tags(labels)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Counter articles(Recorded outcome) {
        return counter("articles", "Articles recorded, by what became of them", "outcome", label(outcome));
    }

    private static Counter stories(StoryChange change) {
        return counter("story.changes", "Stories founded, and regrouped by whomever", "change", label(change));
    }

    private static Counter counter(String name, String description, String... labels) {
        return Counter.builder(PREFIX + name)
                .description(description)
                .tags(labels)
                .register(Metrics.globalRegistry);
    }

    private static void afterCommit(Runnable count) {
        CDI.current()
                .select(TransactionSynchronizationRegistry.class)
                .get()
                .registerInterposedSynchronization(new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        if (status == Status.STATUS_COMMITTED) {
                            count.run();
                        }
                    }
                });
    }
}
