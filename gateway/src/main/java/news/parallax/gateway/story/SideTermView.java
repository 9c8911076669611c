package news.parallax.gateway.story;

/**
 * A word or a phrase that one side uses more than the others.
 *
 * @param text as most outlets of the side write it
 * @param score z-score of its log-odds ratio
 * @param outletCount outlets of the side that use it
 * @param otherOutletCount outlets of the other sides that use it
 * @param example a title or sentence of the side with it
 */
public record SideTermView(String text, double score, int outletCount, int otherOutletCount, PointView example) {}
