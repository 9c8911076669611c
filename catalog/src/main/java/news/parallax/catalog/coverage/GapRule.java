package news.parallax.catalog.coverage;

import java.util.Optional;

/**
 * When one side hardly covers a story that the other side does.
 *
 * @param ratedSourcesMin at least so many rated sources
 * @param sidePercentMax the smaller side has at most this share, percent
 * @param differenceMin left and right are at least so many points apart
 * @param factualSourcesMin at least so many sources of HIGH or VERY_HIGH factuality
 */
public record GapRule(int ratedSourcesMin, int sidePercentMax, int differenceMin, int factualSourcesMin) {
    /** Returns the side that hardly covers it, left or right; empty if the rule does not hold. */
    Optional<CoverageSide> smallerSide(int rated, int leftPercent, int rightPercent, int factualSources) {
        int smaller = Math.min(leftPercent, rightPercent);
        boolean holds = rated >= ratedSourcesMin
                && smaller <= sidePercentMax
                && leftPercent != rightPercent
                && Math.abs(leftPercent - rightPercent) >= differenceMin
                && factualSources >= factualSourcesMin;
        if (!holds) {
            return Optional.empty();
        }
        return Optional.of(leftPercent < rightPercent ? CoverageSide.LEFT : CoverageSide.RIGHT);
    }
}
