package news.parallax.gateway.story;

/**
 * A choice of articles by side.
 *
 * @param text name of the side
 * @param articleCount articles behind it
 * @param href where it leads
 * @param current whether it is the one shown
 */
public record Tab(String text, int articleCount, String href, boolean current) {}
