package news.parallax.gateway.story;

/**
 * What the catalog holds.
 *
 * @param articleCount articles
 * @param storyCount stories with at least one article
 * @param sourceCount outlets
 * @param feedCount feeds
 */
public record TotalsView(long articleCount, long storyCount, long sourceCount, long feedCount) {}
