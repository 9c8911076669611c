package news.parallax.catalog.change;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.stream.Gatherers;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.database.WriterTurn;

/**
 * Takes note of what writers change of stories, and keeps it in the same transaction, at the end of their turn: each
 * story once, with all that changed of it. What is older than the retention is dropped on the way, by whoever writes.
 */
@Singleton
public class StoryOutbox {
    private static final int BATCH = 1_000;
    private static final int PRUNED_AT_ONCE = 50_000;
    private static final Duration PRUNE_INTERVAL = Duration.ofSeconds(10);

    private final PendingChanges pending;
    private final StoryChangeRepository changes;
    private final Duration retention;
    private final InstantSource clock;
    /** One writer at a time. */
    private Instant nextPruning = Instant.MIN;

    StoryOutbox(PendingChanges pending, StoryChangeRepository changes, CatalogConfig config, InstantSource clock) {
        this.pending = pending;
        this.changes = changes;
        this.retention = config.watch().retention();
        this.clock = clock;
    }

    public void note(Collection<String> storyIds, StoryAspect aspect) {
        storyIds.forEach(id -> pending.note(id, aspect));
    }

    public void note(String storyId, StoryAspect aspect) {
        pending.note(storyId, aspect);
    }

    public void noteMerge(Collection<String> storyIds, String targetStoryId) {
        storyIds.forEach(id -> pending.noteMerge(id, targetStoryId));
    }

    void write(@Observes WriterTurn.Ending ending) {
        List<StoryChange> noted = pending.take();
        if (noted.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        noted.stream().gather(Gatherers.windowFixed(BATCH)).forEach(batch -> changes.add(batch, now));
        if (now.isAfter(nextPruning)) {
            changes.prune(now.minus(retention), PRUNED_AT_ONCE);
            nextPruning = now.plus(PRUNE_INTERVAL);
        }
    }
}
