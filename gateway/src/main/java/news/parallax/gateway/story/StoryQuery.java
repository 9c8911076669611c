package news.parallax.gateway.story;

/**
 * Which stories, in which order.
 *
 * @param limit stories per page, from 1 to 100
 * @param cursor where the page starts; empty for the first
 * @param latest by latest news instead of weight
 * @param gapOnly only stories with a coverage gap
 * @param sourceId only stories with an article of this outlet; empty means all
 */
public record StoryQuery(int limit, String cursor, boolean latest, boolean gapOnly, String sourceId) {}
