package news.parallax.catalog.story;

import java.util.List;

/**
 * What a story is to say.
 *
 * @param title its headline; empty if the story is not to say one
 * @param titleArticleId the article whose title it is
 * @param summary its points
 * @param yieldsToModel whether points that a model wrote stay in their place while they hold
 */
record StoryDigestDraft(
        String storyId, String title, String titleArticleId, List<StoryEntity.Point> summary, boolean yieldsToModel) {}
