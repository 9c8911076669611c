package news.parallax.catalog.story;

import java.util.List;
import java.util.Optional;

/**
 * What a story is to say.
 *
 * @param title its headline; empty if the story is not to say one
 * @param titleArticleId the article whose title it is
 * @param summary its points
 * @param yieldsToModel whether points that a model wrote stay in their place while they hold
 * @param details what becomes of its details; empty if they stay
 */
record StoryDigestDraft(
        String storyId,
        String title,
        String titleArticleId,
        List<StoryEntity.Point> summary,
        boolean yieldsToModel,
        Optional<DetailsChange> details) {

    /** Returns the same of another story: the one that remains of a merged one. */
    StoryDigestDraft of(String otherStoryId) {
        return new StoryDigestDraft(otherStoryId, title, titleArticleId, summary, yieldsToModel, details);
    }

    /** Makes of stored details, in JSON, those to be stored. */
    @FunctionalInterface
    interface DetailsChange {
        String apply(String stored);
    }
}
