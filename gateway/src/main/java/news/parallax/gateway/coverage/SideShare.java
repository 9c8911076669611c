package news.parallax.gateway.coverage;

import news.parallax.gateway.rating.SideLabel;

/**
 * One side of a split.
 *
 * @param side the side
 * @param sourceCount outlets on it
 * @param percent their share of the rated outlets
 */
public record SideShare(SideLabel side, int sourceCount, int percent) {}
