package news.parallax.crawler.schedule;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RefreshScheduleTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final RefreshSchedule schedule = new RefreshSchedule(ofMinutes(5), ofHours(6), InstantSource.fixed(NOON));

    @Test
    void aFeedWithNewsIsVisitedAgainAsSoonAsAllowed() {
        assertThat(schedule.afterChange()).isEqualTo(NOON.plus(ofMinutes(5)));
    }

    @Test
    void aQuietFeedIsVisitedLessOften() {
        assertThat(schedule.afterNoChange(quietFor(ofMinutes(1)))).isEqualTo(NOON.plus(ofMinutes(5)));
        assertThat(schedule.afterNoChange(quietFor(ofHours(8)))).isEqualTo(NOON.plus(ofHours(2)));
        assertThat(schedule.afterNoChange(quietFor(Duration.ofDays(30)))).isEqualTo(NOON.plus(ofHours(6)));
        assertThat(schedule.afterNoChange(Optional.empty())).isEqualTo(NOON.plus(ofHours(6)));
    }

    @Test
    void waitsAfterFailuresDoubleUpToTheMaximum() {
        assertThat(schedule.afterFailure(0)).isEqualTo(NOON.plus(ofMinutes(5)));
        assertThat(schedule.afterFailure(3)).isEqualTo(NOON.plus(ofMinutes(40)));
        assertThat(schedule.afterFailure(1_000_000)).isEqualTo(NOON.plus(ofHours(6)));
    }

    @Test
    void aServersPauseIsKeptButNotForeverAndNeverShorterThanOurs() {
        assertThat(schedule.afterRateLimit(Optional.of(NOON.plus(ofHours(1))), 0))
                .isEqualTo(NOON.plus(ofHours(1)));
        assertThat(schedule.afterRateLimit(Optional.of(NOON.plus(ofHours(99))), 0))
                .isEqualTo(NOON.plus(ofHours(6)));
        assertThat(schedule.afterRateLimit(Optional.of(NOON), 1)).isEqualTo(NOON.plus(ofMinutes(10)));
    }

    @Test
    void everyWaitIsBetweenMinimumAndMaximumSeed7() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Instant due = schedule.afterNoChange(quietFor(Duration.ofSeconds(random.nextLong(-1000, 10_000_000))));
            assertThat(due).isBetween(NOON.plus(ofMinutes(5)), NOON.plus(ofHours(6)));
        }
    }

    @Test
    void aMaximumBelowTheMinimumIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RefreshSchedule(ofHours(2), ofHours(1), InstantSource.system()));
    }

    private static Optional<Instant> quietFor(Duration time) {
        return Optional.of(NOON.minus(time));
    }
}
