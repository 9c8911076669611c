package news.parallax.gateway.history;

/**
 * Articles of one story before and after a change.
 *
 * @param storyId the story
 * @param before articles in it before
 * @param after articles in it after
 */
public record ArticleCountView(String storyId, int before, int after) {}
