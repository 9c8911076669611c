package news.parallax.gateway.coverage;

/**
 * When a story has a coverage gap; all four must hold.
 *
 * @param ratedSourcesMin at least so many rated outlets
 * @param sidePercentMax the smaller side has at most this share
 * @param differenceMin left and right are at least so many points apart
 * @param factualSourcesMin at least so many outlets of high or very high factuality
 */
public record GapRuleView(int ratedSourcesMin, int sidePercentMax, int differenceMin, int factualSourcesMin) {}
