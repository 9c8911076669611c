package news.parallax.gateway.story;

/**
 * One point of a summary: a sentence and where it stands.
 *
 * @param text the sentence, word for word
 * @param articleId the article it stands in
 * @param sourceId the outlet of that article
 * @param sourceName name of that outlet
 * @param language BCP-47 language of the sentence; empty if not known
 */
public record PointView(String text, String articleId, String sourceId, String sourceName, String language) {}
