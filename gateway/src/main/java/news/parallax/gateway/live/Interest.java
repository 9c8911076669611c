package news.parallax.gateway.live;

import java.util.Set;
import news.parallax.gateway.story.StoryChangeView;
import news.parallax.gateway.story.StoryView;

/**
 * Which changes a listener wants. A change comes with its story as lists have it: outlets, topics and countries are not in it,
 * so nobody can ask for those.
 *
 * @param storyIds only of these stories; empty means all
 * @param kinds only these kinds of events; empty means all
 * @param languages only of stories with a headline in these languages; empty means all
 * @param gapOnly only of stories with a coverage gap
 * @param sourcesMin only of stories of at least so many sources
 */
record Interest(Set<String> storyIds, Set<EventKind> kinds, Set<String> languages, boolean gapOnly, int sourcesMin) {
    /** Everything. */
    static final Interest ALL = new Interest(Set.of(), Set.of(), Set.of(), false, 0);

    /** Whether the listener wants it. That a story became part of another one is told whatever it was like. */
    boolean in(StoryChangeView change) {
        boolean ofStory = storyIds.isEmpty()
                || storyIds.contains(change.storyId())
                || (change.mergedInto() != null && storyIds.contains(change.mergedInto()));
        if (!ofStory || !(kinds.isEmpty() || kinds.contains(EventKind.of(change)))) {
            return false;
        }
        return change.story() == null || in(change.story());
    }

    private boolean in(StoryView story) {
        return (languages.isEmpty() || languages.contains(story.language()))
                && (!gapOnly || story.split().gap() != null)
                && story.split().sourceCount() >= sourcesMin;
    }
}
