package news.parallax.gateway.live;

import java.util.Collections;
import java.util.Set;
import news.parallax.gateway.story.StoryChangeView;
import news.parallax.gateway.story.StoryFacts;
import news.parallax.gateway.story.StoryView;

/**
 * Which changes a listener wants. A change comes with its story as lists have it; whom and what else it is about has to be
 * found out.
 *
 * @param storyIds only of these stories; empty means all
 * @param kinds only these kinds of events; empty means all
 * @param languages only of stories with a headline in these languages; empty means all
 * @param gapOnly only of stories with a coverage gap
 * @param sourcesMin only of stories of at least so many sources
 * @param about what has to be found out
 */
record Interest(
        Set<String> storyIds,
        Set<EventKind> kinds,
        Set<String> languages,
        boolean gapOnly,
        int sourcesMin,
        About about) {
    /**
     * Which stories, by what lists do not have.
     *
     * @param sourceIds only with one of these outlets; empty means with any
     * @param countries only with an outlet of one of these countries; empty means of any
     * @param subjectIds only about all of these
     */
    record About(Set<String> sourceIds, Set<String> countries, Set<String> subjectIds) {
        static final About ANYTHING = new About(Set.of(), Set.of(), Set.of());

        boolean in(StoryFacts facts) {
            return (sourceIds.isEmpty() || !Collections.disjoint(sourceIds, facts.sourceIds()))
                    && (countries.isEmpty() || !Collections.disjoint(countries, facts.countries()))
                    && facts.subjectIds().containsAll(subjectIds);
        }
    }

    /** Whether the listener wants it, as far as the change tells. That a story became part of another one is told whatever it was like. */
    boolean in(StoryChangeView change) {
        boolean ofStory = storyIds.isEmpty()
                || storyIds.contains(change.storyId())
                || (change.mergedInto() != null && storyIds.contains(change.mergedInto()));
        if (!ofStory || !(kinds.isEmpty() || kinds.contains(EventKind.of(change)))) {
            return false;
        }
        return change.story() == null || in(change.story());
    }

    /** Whether it does not say all of it: something has to be found out first. */
    boolean undecided() {
        return !about.equals(About.ANYTHING);
    }

    private boolean in(StoryView story) {
        return (languages.isEmpty() || languages.contains(story.language()))
                && (!gapOnly || story.split().gap() != null)
                && story.split().sourceCount() >= sourcesMin;
    }
}
