package news.parallax.gateway.story;

/**
 * A point on a story's page.
 *
 * @param point the sentence and where it stands
 * @param href the article at its outlet; empty if it cannot be linked
 * @param onPage whether the article is in the list below
 */
public record PointCard(PointView point, String href, boolean onPage) {}
