package news.parallax.catalog.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.change.StoryChanges;
import news.parallax.catalog.change.StoryChanges.Change;
import news.parallax.catalog.job.Job;
import news.parallax.catalog.job.Rhythm;
import news.parallax.catalog.search.IndexedStory;
import news.parallax.catalog.search.IndexedStoryRepository;
import news.parallax.catalog.story.StoryRedirectRepository;
import news.parallax.catalog.webhook.DeliveryRepository.Told;
import org.jboss.logging.Logger;

/**
 * Makes messages of what changed. Reads on in the outbox from where the last transaction ended, and moves that place in the one that
 * adds the messages: each change once, whatever is killed when, and however many catalogs there are. Changes that no message was
 * made of are not dropped from the outbox.
 */
@Singleton
class DeliveryMaker {
    private static final Logger LOG = Logger.getLogger(DeliveryMaker.class);
    private static final int STATEMENT = 5_000;

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final StoryChanges changes;
    private final IndexedStoryRepository index;
    private final StoryRedirectRepository redirects;
    private final Sight sight;
    private final Rhythm rhythm;
    private final CatalogConfig.Webhook config;
    private final InstantSource clock;

    DeliveryMaker(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            StoryChanges changes,
            IndexedStoryRepository index,
            StoryRedirectRepository redirects,
            Sight sight,
            Rhythm rhythm,
            CatalogConfig config,
            InstantSource clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.changes = changes;
        this.index = index;
        this.redirects = redirects;
        this.sight = sight;
        this.rhythm = rhythm;
        this.config = config.webhook();
        this.clock = clock;
    }

    void onStart(@Observes StartupEvent start) {
        rhythm.keep(Job.WEBHOOK_MESSAGES, this::makeAll);
    }

    /** How far a transaction went. */
    private record Step(int changes, int messages) {}

    /** Returns how many messages were made. */
    long makeAll() {
        long made = 0;
        Step step;
        do {
            step = QuarkusTransaction.requiringNew().call(this::makeNext);
            made += step.messages();
        } while (step.changes() > 0);
        return made;
    }

    /** Changes are read before webhooks: a webhook that is not seen was added after all of them. */
    private Step makeNext() {
        OptionalLong place = webhooks.lockPlace();
        if (place.isEmpty()) {
            return new Step(0, 0);
        }
        List<Change> next = changes.after(place.getAsLong(), config.batch());
        List<WebhookEntity> active = next.isEmpty() ? List.of() : webhooks.active();
        List<Change> ready = active.isEmpty() ? next : indexed(next);
        if (ready.isEmpty()) {
            return new Step(0, 0);
        }
        List<Told> told = told(ready, active);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        told.stream().gather(Gatherers.windowFixed(STATEMENT)).forEach(part -> deliveries.add(part, now));
        pauseFull(told);
        webhooks.movePlace(ready.getLast().id());
        return new Step(ready.size(), told.size());
    }

    /** Returns the changes before the first whose story is still to be indexed; none waits longer than the patience. */
    private List<Change> indexed(List<Change> next) {
        Set<String> due = index.due(next.stream().map(Change::storyId).toList());
        Instant patient = clock.instant().minus(config.indexPatience());
        return next.stream()
                .takeWhile(change ->
                        !due.contains(change.storyId()) || change.time().isBefore(patient))
                .toList();
    }

    private List<Told> told(List<Change> ready, List<WebhookEntity> active) {
        if (active.isEmpty()) {
            return List.of();
        }
        Map<String, String> remaining = redirects.targets(storyIds(ready));
        Map<String, IndexedStory> stories = index.byIds(ready.stream()
                .map(change -> remaining.getOrDefault(change.storyId(), change.storyId()))
                .collect(Collectors.toSet()));
        List<Told> told = new ArrayList<>();
        for (WebhookEntity webhook : active) {
            WebhookFilter filter = webhook.filter();
            List<Change> passing = ready.stream()
                    .filter(change -> change.id() > webhook.afterChangeId)
                    .filter(change -> filter.passes(
                            change.aspects(),
                            stories.getOrDefault(
                                    remaining.getOrDefault(change.storyId(), change.storyId()), IndexedStory.UNKNOWN)))
                    .toList();
            Set<String> hidden = sight.hidden(webhook.reader.id, storyIds(passing));
            passing.stream()
                    .filter(change -> !hidden.contains(change.storyId()))
                    .forEach(change -> told.add(new Told(webhook.id, change)));
        }
        return told;
    }

    private static Set<String> storyIds(List<Change> changes) {
        return changes.stream().map(Change::storyId).collect(Collectors.toSet());
    }

    private void pauseFull(List<Told> told) {
        Set<String> touched = told.stream().map(Told::webhookId).collect(Collectors.toSet());
        webhooks.pauseFull(touched, config.waitingMax())
                .forEach(id -> LOG.warnf("webhook paused, too many messages wait webhook=%s", id));
    }
}
