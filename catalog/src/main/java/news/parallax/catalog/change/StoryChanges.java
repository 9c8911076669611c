package news.parallax.catalog.change;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has changed of stories, for other features of the catalog to read on from where they were. */
@Singleton
public class StoryChanges {
    private final StoryChangeRepository changes;

    StoryChanges(StoryChangeRepository changes) {
        this.changes = changes;
    }

    /**
     * A change that was committed.
     *
     * @param id ascends in order of commit
     * @param eventId the place in the stream of changes after it
     * @param mergedInto the story that it became part of, at that time
     */
    public record Change(
            long id,
            String eventId,
            String storyId,
            Set<StoryAspect> aspects,
            Optional<String> mergedInto,
            Instant time) {
        public Change {
            aspects = Set.copyOf(aspects);
        }
    }

    /** Returns the changes after one, in order of commit. To be called in a transaction. */
    public List<Change> after(long id, int limit) {
        List<StoryChangeEntity> rows = changes.after(id, limit);
        if (rows.isEmpty()) {
            return List.of();
        }
        String epoch = changes.log().epoch;
        return rows.stream().map(row -> of(row, epoch)).toList();
    }

    /** Returns the id of the latest change that there ever was; 0 if there was none. */
    public long lastId() {
        return changes.lastId();
    }

    private static Change of(StoryChangeEntity row, String epoch) {
        return new Change(
                row.id,
                new ResumeToken(epoch, row.id).text(),
                row.storyId,
                Set.copyOf(row.aspects),
                Optional.ofNullable(row.mergedIntoStoryId),
                row.changeTime);
    }
}
