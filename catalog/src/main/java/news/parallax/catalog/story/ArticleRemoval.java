package news.parallax.catalog.story;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.parallax.catalog.story.ArticleRemovalRepository.Candidate;

/**
 * Removes the articles of stories that have ended long ago. All of a story go at once, as which of them are copies can only
 * be told while all are there; what they add to the story's counts is kept by source, and counted from then on. To be called
 * within a writer's turn.
 */
@Singleton
public class ArticleRemoval {
    private final ArticleRemovalRepository removals;
    private final StoryRepository stories;

    ArticleRemoval(ArticleRemovalRepository removals, StoryRepository stories) {
        this.removals = removals;
        this.stories = stories;
    }

    /**
     * How far a removal has come.
     *
     * @param month of the last article that was looked at
     * @param arrival of the last article that was looked at
     * @param articles that were removed
     * @param stories whose articles were removed
     * @param done whether no article is left to be looked at
     */
    public record Progress(LocalDate month, long arrival, int articles, int stories, boolean done) {
        /** Nothing has been looked at. */
        public static final Progress NONE = new Progress(LocalDate.EPOCH, 0, 0, 0, false);
    }

    /** Looks at the next articles in the order in which they came, and removes those whose stories came to their end before a month. */
    public Progress removeNext(Progress last, LocalDate before, int batch) {
        List<Candidate> looked = removals.candidates(last.month(), last.arrival(), before, batch);
        if (looked.isEmpty()) {
            return new Progress(last.month(), last.arrival(), last.articles(), last.stories(), true);
        }
        List<String> ended = removals.ended(
                looked.stream().map(Candidate::storyId).collect(Collectors.toCollection(TreeSet::new)), before);
        int removed = ended.isEmpty() ? 0 : remove(ended);
        Candidate end = looked.getLast();
        return new Progress(
                end.month(), end.arrival(), last.articles() + removed, last.stories() + ended.size(), false);
    }

    private int remove(List<String> storyIds) {
        stories.contributions(storyIds).stream().map(PastContributionEntity::of).forEach(removals::add);
        return removals.remove(storyIds);
    }
}
