package news.parallax.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void secondsAndDatesAreRead() {
        assertThat(RetryAfter.read(" 120 ", NOON)).contains(NOON.plusSeconds(120));
        assertThat(RetryAfter.read("Sun, 01 Mar 2026 13:00:00 GMT", NOON)).contains(NOON.plusSeconds(3600));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "99999999999999999999", "tomorrow", "2026-03-01T13:00:00Z"})
    void whatIsNeitherSaysNothing(String header) {
        assertThat(RetryAfter.read(header, NOON)).isEmpty();
    }

    @Test
    void noHeaderSaysNothing() {
        assertThat(RetryAfter.read(null, NOON)).isEmpty();
    }
}
