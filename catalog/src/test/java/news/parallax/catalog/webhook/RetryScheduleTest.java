package news.parallax.catalog.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import news.parallax.catalog.CatalogConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final CatalogConfig.Webhook shipped = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withConverter(MemorySize.class, 100, new MemorySizeConverter())
            .withMapping(CatalogConfig.class)
            .build()
            .getConfigMapping(CatalogConfig.class)
            .webhook();
    private final RetrySchedule schedule = new RetrySchedule(shipped);

    @Test
    void allAttemptsTogetherTakeAboutADay() {
        Instant now = NOON;
        for (int attempt = 1; attempt < shipped.attemptsMax(); attempt++) {
            now = schedule.after(now, attempt, 0, Optional.empty());
        }

        assertThat(Duration.between(NOON, now)).isBetween(Duration.ofHours(22), Duration.ofHours(24));
    }

    @Test
    void waitsDoubleUpToTheLongest() {
        assertThat(wait(1)).isEqualTo(Duration.ofSeconds(40));
        assertThat(wait(2)).isEqualTo(Duration.ofSeconds(80));
        assertThat(wait(5)).isEqualTo(Duration.ofSeconds(640));
        assertThat(wait(60)).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void aReceiverCanAskForMoreTimeButNotForLessNorForAnyTime() {
        assertThat(schedule.after(NOON, 1, 0, Optional.of(NOON.plusSeconds(3600))))
                .isEqualTo(NOON.plusSeconds(3600));
        assertThat(schedule.after(NOON, 1, 0, Optional.of(NOON.plusSeconds(1)))).isEqualTo(NOON.plusSeconds(40));
        assertThat(schedule.after(NOON, 1, 0, Optional.of(NOON.plus(Duration.ofDays(900)))))
                .isEqualTo(NOON.plus(Duration.ofHours(12)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void waitsAreScatteredByAFifthAtMost(long seed) {
        var random = new Random(seed);
        for (int attempt = 1; attempt <= 12; attempt++) {
            Duration wait =
                    Duration.between(NOON, schedule.after(NOON, attempt, random.nextDouble(), Optional.empty()));
            Duration full = wait(attempt);
            assertThat(wait).isBetween(full.multipliedBy(4).dividedBy(5), full);
        }
    }

    private Duration wait(int attempts) {
        return Duration.between(NOON, schedule.after(NOON, attempts, 0, Optional.empty()));
    }
}
