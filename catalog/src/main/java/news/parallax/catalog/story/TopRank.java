package news.parallax.catalog.story;

import java.time.Duration;
import java.time.Instant;

/**
 * Place of a story on the front page: hours of its latest news since 2000, plus a weight times ln(1 + independent
 * sources). Twice the sources (roughly) are worth a fixed advantage in time, and since the score does not depend on the
 * time of day it need not be counted anew, and pages stay stable while a reader turns them.
 *
 * <p>The idea is the ranking that Reddit published in 2008 ({@code _sorts.pyx}, "hot"): the logarithm of votes plus
 * submission time in units of 12.5 hours. Ours counts independent sources instead of votes, and the natural logarithm.
 */
final class TopRank {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final double SECONDS_PER_HOUR = 3600;

    private TopRank() {}

    /**
     * Returns the score, the higher the nearer to the top.
     *
     * @param sourcesWeight what e times as many independent sources are worth, in time
     */
    static double of(Instant updateTime, int independentSources, Duration sourcesWeight) {
        double hours = Duration.between(EPOCH, updateTime).toSeconds() / SECONDS_PER_HOUR;
        double weight = sourcesWeight.toSeconds() / SECONDS_PER_HOUR;
        return hours + weight * Math.log1p(independentSources);
    }
}
