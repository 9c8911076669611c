package news.parallax.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import news.parallax.crawler.TestConfig;
import news.parallax.crawler.fetch.HostRests.Rest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostRestsTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final String HOST = "outlet.example";

    private final SettableClock clock = new SettableClock(NOON);

    @Test
    void aHostThatSaysHowLongIsLeftAloneForSoLongAndNoDayLonger() {
        HostRests rests = rests(1);
        rests.askedFor(HOST, Optional.of(NOON.plusSeconds(90)));
        rests.askedFor("other.example", Optional.of(NOON.plus(Duration.ofDays(365))));
        assertThat(rests.of(HOST).map(Rest::until)).contains(NOON.plusSeconds(90));
        assertThat(rests.of("other.example").map(Rest::until)).contains(NOON.plus(Duration.ofDays(1)));
        clock.pass(Duration.ofSeconds(90));
        assertThat(rests.of(HOST)).isEmpty();
        assertThat(rests.of("other.example")).isPresent();
    }

    @Test
    void aPauseThatIsOverBeforeItBeginsCountsAsNotSaid() {
        HostRests rests = rests(1);
        rests.askedFor(HOST, Optional.of(NOON.minusSeconds(5)));
        assertThat(rests.of(HOST)).isPresent();
    }

    @Test
    void oneFailureIsNoReasonToRestAndAnAnswerForgivesThem() {
        HostRests rests = rests(1);
        fail(rests, 2);
        rests.answered(HOST);
        fail(rests, 2);
        assertThat(rests.of(HOST)).isEmpty();
        fail(rests, 1);
        assertThat(rests.of(HOST)).hasValueSatisfying(rest -> {
            assertThat(rest.failures()).isEqualTo(3);
            assertThat(rest.error()).isEqualTo(FetchError.TIMEOUT);
        });
        assertThat(rests.of("other.example")).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Each pause is longer than the one before, and none is longer than the longest. */
    @ParameterizedTest
    @MethodSource("seeds")
    void pausesGrowToALimit(int seed) {
        HostRests rests = rests(seed);
        Duration before = Duration.ZERO;
        for (int failures = 1; failures <= 8; failures++) {
            Duration pause = rests.pause(failures);
            assertThat(pause).isGreaterThan(before).isBetween(Duration.ofSeconds(48), Duration.ofHours(6));
            before = pause;
        }
        assertThat(rests.pause(10_000)).isBetween(Duration.ofHours(4), Duration.ofHours(6));
    }

    private void fail(HostRests rests, int times) {
        for (int i = 0; i < times; i++) {
            rests.failed(HOST, FetchError.TIMEOUT, "timeout");
        }
    }

    private HostRests rests(int seed) {
        return new HostRests(TestConfig.with(), clock, new Random(seed));
    }
}
