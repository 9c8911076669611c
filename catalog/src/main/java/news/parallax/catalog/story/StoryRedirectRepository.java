package news.parallax.catalog.story;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Queries over the ids of merged stories. */
@Singleton
class StoryRedirectRepository implements PanacheRepositoryBase<StoryRedirectEntity, String> {
    /** Returns what an id stands for: itself, unless that story was merged. */
    String targetOf(String id) {
        return findByIdOptional(id).map(redirect -> redirect.targetStoryId).orElse(id);
    }

    /** Returns the targets of those ids that were merged. */
    Map<String, String> targets(Collection<String> ids) {
        return list("storyId in ?1", ids).stream()
                .collect(Collectors.toMap(redirect -> redirect.storyId, redirect -> redirect.targetStoryId));
    }

    /** Makes ids stand for a story, with all ids that stood for them: a redirect is never followed twice. */
    void redirect(Collection<String> ids, String target) {
        list("targetStoryId in ?1", ids).forEach(earlier -> earlier.targetStoryId = target);
        for (String id : ids) {
            var redirect = new StoryRedirectEntity();
            redirect.storyId = id;
            redirect.targetStoryId = target;
            persist(redirect);
        }
    }
}
