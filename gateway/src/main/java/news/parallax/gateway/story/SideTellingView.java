package news.parallax.gateway.story;

import java.util.List;
import news.parallax.gateway.rating.SideLabel;

/**
 * How one side tells a story.
 *
 * @param side the side
 * @param outletCount its outlets with an independent report in the language
 * @param otherOutletCount those of the other two sides
 * @param terms what it says more than the others, the most distinctive first
 * @param points what its reports say and the summary does not
 */
public record SideTellingView(
        SideLabel side, int outletCount, int otherOutletCount, List<SideTermView> terms, List<PointView> points) {}
