package news.parallax.catalog.feed;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RhythmTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration HALF_LIFE = ofDays(14);
    private static final Duration LIMIT = ofHours(6);
    private static final double QUARTER = 0.25;

    @Test
    void aFeedOfWhichNothingIsKnownIsVisitedAfterAQuarterOfAnHour() {
        assertThat(Rhythm.UNKNOWN.wait(START, QUARTER, LIMIT)).isEqualTo(ofMinutes(15));
        assertThat(Rhythm.UNKNOWN.perDay()).isZero();
    }

    @Test
    void aBusyFeedIsVisitedEveryFewMinutesAndAQuietOneEveryFewHours() {
        Rhythm busy = weeks(_ -> 6);
        Rhythm daily = weeks(hour -> hour == 7 ? 1 : 0);

        assertThat(busy.perDay()).isCloseTo(144, within(1.0));
        assertThat(busy.wait(evening(), QUARTER, LIMIT)).isBetween(ofMinutes(2), ofMinutes(3));
        assertThat(daily.perDay()).isCloseTo(1, within(0.05));
        assertThat(daily.wait(evening(), QUARTER, LIMIT)).isBetween(ofHours(4), LIMIT);
    }

    @Test
    void aFeedThatSleepsAtNightIsVisitedAgainWhenItWakes() {
        Rhythm daytime = weeks(hour -> hour >= 6 && hour < 22 ? 4 : 0);
        Instant midnight = evening().plus(ofHours(4));

        assertThat(daytime.wait(midnight.plus(ofHours(10)), QUARTER, LIMIT)).isLessThan(ofMinutes(6));
        assertThat(daytime.wait(midnight.plus(ofHours(4)), 2, LIMIT)).isBetween(ofHours(2), ofHours(3));
    }

    @Test
    void whatWasSeenLongAgoFades() {
        Rhythm once = weeks(_ -> 6);
        Rhythm later = once.observed(evening(), evening().plus(ofDays(56)), 0, HALF_LIFE);

        assertThat(later.perDay()).isLessThan(once.perDay() / 16);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void timeAndEntriesAreSpreadWithoutLossOverTheHoursBetweenTwoVisits(int seed) {
        var random = new Random(seed);
        for (int number = 0; number < 50; number++) {
            Instant from = START.plusSeconds(random.nextInt(1_000_000));
            Instant to = from.plusSeconds(1 + random.nextInt(400_000));
            int entries = random.nextInt(100);
            Rhythm seen = Rhythm.UNKNOWN.observed(from, to, entries, HALF_LIFE);

            assertThat(sum(seen.entries())).isCloseTo(entries, within(1e-6));
            assertThat(sum(seen.hours()) * 3600)
                    .isCloseTo(Duration.between(from, to).toSeconds(), within(1e-3));
            assertThat(seen.wait(to, QUARTER, LIMIT)).isBetween(Duration.ZERO, LIMIT);
        }
    }

    /** A feed that was visited every half hour for four weeks, and brought so many entries in each hour of the day. */
    private static Rhythm weeks(IntUnaryOperator entriesByHour) {
        Rhythm rhythm = Rhythm.UNKNOWN;
        for (Instant from = START; from.isBefore(evening()); from = from.plus(ofMinutes(30))) {
            var moment = from.atOffset(ZoneOffset.UTC);
            int entries = moment.getMinute() == 0 ? entriesByHour.applyAsInt(moment.getHour()) : 0;
            rhythm = rhythm.observed(from, from.plus(ofMinutes(30)), entries, HALF_LIFE);
        }
        return rhythm;
    }

    private static Instant evening() {
        return START.plus(ofDays(27)).plus(ofHours(20));
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sum();
    }
}
