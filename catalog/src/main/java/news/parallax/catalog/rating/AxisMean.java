package news.parallax.catalog.rating;

import java.util.List;

/**
 * How ratings on one axis become one step: their mean, each rater once. On BIAS halves are rounded away from the middle
 * step, so that two raters who disagree by one step do not make a source look centrist; on others down, towards caution.
 *
 * @param counted the ratings that count
 */
public record AxisMean(RatingAxisEntity axis, List<RatingEntity> counted) {
    public AxisMean {
        counted = List.copyOf(counted);
    }

    /** Returns where a step is: from 0 for the lowest, on BIAS from −3. */
    public int position(String step) {
        return axis.steps.indexOf(step) - origin();
    }

    /** Returns the mean of the positions; 0 if there is none. */
    public double mean() {
        return counted.isEmpty() ? 0 : (double) sum() / counted.size();
    }

    /** Returns the step at the mean; empty if there is no rating. */
    public String step() {
        return counted.isEmpty() ? "" : axis.steps.get(rounded() + origin());
    }

    /** Returns a sentence that says how the mean is rounded. */
    public String rule() {
        return isBias()
                ? "The mean of the raters on -3 to 3, halves rounded away from center."
                : "The mean of the raters on 0 to %d, halves rounded down.".formatted(axis.steps.size() - 1);
    }

    private int rounded() {
        int count = counted.size();
        return isBias()
                ? Integer.signum(sum()) * ((2 * Math.abs(sum()) + count) / (2 * count))
                : Math.ceilDiv(2 * sum() - count, 2 * count);
    }

    private int sum() {
        return counted.stream().mapToInt(rating -> position(rating.value)).sum();
    }

    private boolean isBias() {
        return axis.id.equals(RatingAxisEntity.BIAS);
    }

    private int origin() {
        return isBias() ? axis.steps.size() / 2 : 0;
    }
}
