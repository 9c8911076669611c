package news.parallax.catalog.change;

import jakarta.transaction.TransactionScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What the current transaction has changed of stories so far, each story once. */
@TransactionScoped
class PendingChanges {
    private final Map<String, Set<StoryAspect>> aspects = new TreeMap<>();
    private final Map<String, String> targets = new HashMap<>();

    void note(String storyId, StoryAspect aspect) {
        aspects.computeIfAbsent(storyId, _ -> EnumSet.noneOf(StoryAspect.class)).add(aspect);
    }

    void noteMerge(String storyId, String targetStoryId) {
        note(storyId, StoryAspect.MERGED);
        targets.put(storyId, targetStoryId);
    }

    /** Returns what was noted, by story, and forgets it. */
    List<StoryChange> take() {
        List<StoryChange> changes = new ArrayList<>();
        aspects.forEach((id, what) -> changes.add(new StoryChange(id, what, Optional.ofNullable(targets.get(id)))));
        aspects.clear();
        targets.clear();
        return changes;
    }
}
