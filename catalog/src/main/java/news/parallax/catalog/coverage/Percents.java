package news.parallax.catalog.coverage;

/**
 * Whole percentages of the rated sources, which add to 100: left and right are rounded half up, center is the remainder.
 * All are 0 if no source is rated.
 *
 * <p>Both sides stand at exactly a half only without any source in the center (1 left and 7 right are 12.5 and 87.5);
 * rounding both up would leave −1 for the center. Then the larger side, which it distorts less, is rounded down: 13, 0
 * and 87. In every other case the remainder is 0 or more, because center has a share above 0 and the two roundings add
 * less than 1 to what is left of 100.
 */
public record Percents(int left, int center, int right) {
    public static Percents of(int leftSources, int centerSources, int rightSources) {
        int rated = leftSources + centerSources + rightSources;
        if (rated == 0) {
            return new Percents(0, 0, 0);
        }
        int left = roundedPercent(leftSources, rated);
        int right = roundedPercent(rightSources, rated);
        if (left + right > 100) {
            return leftSources > rightSources ? new Percents(left - 1, 0, right) : new Percents(left, 0, right - 1);
        }
        return new Percents(left, 100 - left - right, right);
    }

    private static int roundedPercent(int part, int whole) {
        return (200 * part + whole) / (2 * whole);
    }
}
