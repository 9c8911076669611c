package news.parallax.gateway.story;

import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/**
 * A choice of articles by side.
 *
 * @param side the side; null for all
 * @param articleCount articles behind it
 * @param href where it leads
 * @param current whether it is the one shown
 */
public record Tab(@Nullable SideLabel side, int articleCount, String href, boolean current) {}
