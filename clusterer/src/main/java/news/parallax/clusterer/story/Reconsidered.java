package news.parallax.clusterer.story;

/**
 * An article that was looked at again where it is now.
 *
 * @param articleId the article
 * @param membership its story, and whose copy it is
 * @param explanation why, as the story is now
 */
public record Reconsidered(String articleId, Membership membership, Explanation explanation) {}
