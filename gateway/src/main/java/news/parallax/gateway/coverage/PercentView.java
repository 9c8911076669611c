package news.parallax.gateway.coverage;

/**
 * Whole percents of the rated outlets, as the catalog rounds them: together 100, or all 0 if none is rated.
 *
 * @param left far left, left and lean left
 * @param center center
 * @param right lean right, right and far right
 */
public record PercentView(int left, int center, int right) {}
