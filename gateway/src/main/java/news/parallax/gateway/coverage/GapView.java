package news.parallax.gateway.coverage;

import news.parallax.gateway.rating.SideLabel;

/**
 * One side hardly covers what the other side does.
 *
 * @param side the side that hardly covers it
 * @param sidePercent its share of the rated outlets
 * @param otherPercent the share of the other side
 * @param text the gap in words
 * @param rule when a story has a gap
 */
public record GapView(SideLabel side, int sidePercent, int otherPercent, String text, GapRuleView rule) {}
