package news.parallax.catalog.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Queries over the ids of merged stories. */
@Singleton
public class StoryRedirectRepository implements PanacheRepositoryBase<StoryRedirectEntity, String> {
    /** Returns what an id stands for: itself, unless that story was merged. */
    public String targetOf(String id) {
        return findByIdOptional(id).map(redirect -> redirect.targetStoryId).orElse(id);
    }

    /** Returns the targets of those ids that were merged. */
    public Map<String, String> targets(Collection<String> ids) {
        return list("one_of(?1, storyId)", (Object) ids.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(redirect -> redirect.storyId, redirect -> redirect.targetStoryId));
    }

    /** Makes ids stand for a story by an event, with all ids that stood for them: a redirect is never followed twice. */
    void redirect(Collection<String> ids, String target, long eventId) {
        list("one_of(?1, targetStoryId)", (Object) ids.toArray(String[]::new))
                .forEach(earlier -> earlier.targetStoryId = target);
        for (String id : ids) {
            var redirect = new StoryRedirectEntity();
            redirect.storyId = id;
            redirect.targetStoryId = target;
            redirect.mergedIntoStoryId = target;
            redirect.eventId = eventId;
            persist(redirect);
        }
    }

    /** Lets an id stand for itself again, and for the ids of those that had become part of it before. */
    void revive(StoryRedirectEntity redirect) {
        Map<String, StoryRedirectEntity> others = list("targetStoryId", redirect.targetStoryId).stream()
                .filter(other -> !other.storyId.equals(redirect.storyId))
                .collect(Collectors.toMap(other -> other.storyId, other -> other));
        delete(redirect);
        for (StoryRedirectEntity other : others.values()) {
            String at = other.mergedIntoStoryId;
            while (others.containsKey(at)) {
                at = Objects.requireNonNull(others.get(at)).mergedIntoStoryId;
            }
            other.targetStoryId = at;
        }
    }
}
