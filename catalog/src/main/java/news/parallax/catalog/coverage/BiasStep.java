package news.parallax.catalog.coverage;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A step of the bias scale, from far left (−3) to far right (+3). */
public enum BiasStep {
    FAR_LEFT,
    LEFT,
    LEAN_LEFT,
    CENTER,
    LEAN_RIGHT,
    RIGHT,
    FAR_RIGHT;

    /** Returns the side that the step counts with; lean counts with its side. */
    public CoverageSide side() {
        return switch (this) {
            case FAR_LEFT, LEFT, LEAN_LEFT -> CoverageSide.LEFT;
            case CENTER -> CoverageSide.CENTER;
            case LEAN_RIGHT, RIGHT, FAR_RIGHT -> CoverageSide.RIGHT;
        };
    }

    /** Returns the steps that count with a side; none for unrated. */
    public static List<BiasStep> on(CoverageSide side) {
        return Stream.of(values()).filter(step -> step.side() == side).toList();
    }

    /** Returns the mean of at least one rating on −3 … +3, halves rounded away from center. */
    public static BiasStep mean(Collection<BiasStep> ratings) {
        int sum = ratings.stream().mapToInt(BiasStep::position).sum();
        int count = ratings.size();
        // (2|sum| + count) / 2count in whole numbers: |sum| / count rounded half up
        int distance = (2 * Math.abs(sum) + count) / (2 * count);
        return values()[CENTER.ordinal() + Integer.signum(sum) * distance];
    }

    private int position() {
        return ordinal() - CENTER.ordinal();
    }
}
