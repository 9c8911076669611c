package news.parallax.gateway.story;

/**
 * An image of an article.
 *
 * @param url at the outlet
 * @param articleId the article
 * @param sourceId its outlet
 * @param sourceName name of that outlet
 */
public record ImageView(String url, String articleId, String sourceId, String sourceName) {}
