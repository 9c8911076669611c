package news.parallax.catalog.feed;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NextVisitTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final NextVisit next = new NextVisit(FeedSettings.shipped());

    @Test
    void aServerIsNotAskedAgainBeforeItWantsToBeButNotForeverLater() {
        assertThat(afterSuccess(Duration.ZERO)).isEqualTo(ofMinutes(15));
        assertThat(afterSuccess(ofMinutes(5))).isEqualTo(ofMinutes(15));
        assertThat(afterSuccess(ofHours(2))).isEqualTo(ofHours(2));
        assertThat(afterSuccess(ofDays(365))).isEqualTo(ofHours(6));
    }

    @Test
    void noFeedIsVisitedMoreOftenThanTheMinimumAllows() {
        Rhythm torrent = Rhythm.UNKNOWN.observed(NOON.minus(ofDays(2)), NOON, 10_000, ofDays(14));

        assertThat(next.afterSuccess(torrent, Duration.ZERO, NOON)).isEqualTo(NOON.plus(ofMinutes(5)));
    }

    @Test
    void waitsAfterFailuresDoubleUpToADayLessALittleChance() {
        for (int failures = 1; failures < 100; failures++) {
            Duration full = failures > 8 ? ofDays(1) : ofMinutes(5L << failures);
            Duration longest = full.compareTo(ofDays(1)) > 0 ? ofDays(1) : full;
            assertThat(afterFailure("feed", failures))
                    .isBetween(longest.multipliedBy(3).dividedBy(4), longest);
        }
    }

    @Test
    void feedsThatFailedTogetherDoNotComeBackTogetherAndTheSameOneAlwaysDoes() {
        assertThat(IntStream.range(0, 50).mapToObj(number -> afterFailure("feed" + number, 4)))
                .doesNotHaveDuplicates();
        assertThat(afterFailure("feed", 4)).isEqualTo(afterFailure("feed", 4));
    }

    @Test
    void aPauseThatTheServerAsksForIsKeptButNotBeyondTheMaximum() {
        assertThat(next.afterFailure("feed", 1, Optional.of(NOON.plus(ofHours(3))), NOON))
                .isEqualTo(NOON.plus(ofHours(3)));
        assertThat(next.afterFailure("feed", 1, Optional.of(NOON.plus(ofDays(90))), NOON))
                .isEqualTo(NOON.plus(ofDays(1)));
        assertThat(next.afterFailure("feed", 1, Optional.of(NOON.minus(ofDays(1))), NOON))
                .isAfter(NOON.plus(ofMinutes(5)));
    }

    private Duration afterSuccess(Duration freshFor) {
        return Duration.between(NOON, next.afterSuccess(Rhythm.UNKNOWN, freshFor, NOON));
    }

    private Duration afterFailure(String feed, int failures) {
        return Duration.between(NOON, next.afterFailure(feed, failures, Optional.empty(), NOON));
    }
}
