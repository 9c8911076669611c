package news.parallax.catalog.metrics;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import news.parallax.catalog.CatalogConfig;
import org.jboss.logging.Logger;

/** Counts by its own clock, so that no question for metrics asks the database. */
@Singleton
class BacklogWatch {
    private static final Logger LOG = Logger.getLogger(BacklogWatch.class);

    /** Of a feed; each is shown, also when no feed has it. */
    private static final List<String> HEALTHS = List.of("NEW", "HEALTHY", "SILENT", "FAILING", "GONE");

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("backlog-watch").daemon().factory());
    private final BacklogRepository repository;
    private final Duration interval;
    private volatile Backlog backlog = Backlog.UNKNOWN;

    BacklogWatch(BacklogRepository repository, CatalogConfig config) {
        this.repository = repository;
        this.interval = config.metricsInterval();
    }

    void onStart(@Observes StartupEvent start) {
        HEALTHS.forEach(health -> CatalogMetrics.gauge(
                "feeds",
                "Feeds by how they are",
                () -> backlog.feeds(health),
                "state",
                health.toLowerCase(Locale.ROOT)));
        gauge("feeds.due", "Feeds that are due and that no crawler has", Backlog::dueFeeds);
        gauge("feeds.overdue.seconds", "For how long the longest of the due feeds waits", Backlog::overdueSeconds);
        gauge("index.due.stories", "Changes of stories that are to be indexed for search", Backlog::dueStories);
        gauge("outbox.waiting.changes", "Changes of stories that no message is made of yet", Backlog::unsentChanges);
        gauge("outbox.lag.seconds", "Age of the oldest of these changes", Backlog::unsentSeconds);
        gauge("webhook.deliveries.waiting", "Messages that webhooks are still to get", Backlog::waitingDeliveries);
        clock.scheduleWithFixedDelay(this::read, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent stop) {
        clock.shutdownNow();
    }

    private void gauge(String name, String description, ToDoubleFunction<Backlog> value) {
        CatalogMetrics.gauge(name, description, () -> value.applyAsDouble(backlog));
    }

    /** The top of the loop: what cannot be counted now is not known, and asked for again. */
    private void read() {
        try {
            backlog = QuarkusTransaction.requiringNew().call(repository::read);
        } catch (RuntimeException e) {
            backlog = Backlog.UNKNOWN;
            LOG.debugf("backlog not counted reason=%s", e.getMessage());
        }
    }
}
