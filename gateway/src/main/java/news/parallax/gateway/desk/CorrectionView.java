package news.parallax.gateway.desk;

/**
 * A correction that was made.
 *
 * @param storyId the story that remained, that was made, or that received the articles
 */
public record CorrectionView(String storyId) {}
