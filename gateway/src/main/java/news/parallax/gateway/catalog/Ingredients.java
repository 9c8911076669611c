package news.parallax.gateway.catalog;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the answer to one request is made of, as far as the catalog gave it. Questions may be asked at once. */
@RequestScoped
public class Ingredients {
    private static final int STORIES_LIMIT = 200;

    private final Set<String> storyIds = ConcurrentHashMap.newKeySet();
    private volatile boolean mixed;

    /** Notes something that is not about certain stories alone: a list changes with stories that are not in it. */
    void addOther() {
        mixed = true;
    }

    void addStories(Collection<String> ids) {
        storyIds.addAll(ids);
        storyIds.remove("");
        mixed |= storyIds.size() > STORIES_LIMIT;
    }

    /** Whether it only changes when one of the stories does. What was made without asking came out of another memory. */
    public boolean onlyStories() {
        return !mixed && !storyIds.isEmpty();
    }

    /** Ids under which its stories were asked for and found. */
    public Set<String> storyIds() {
        return Set.copyOf(storyIds);
    }
}
