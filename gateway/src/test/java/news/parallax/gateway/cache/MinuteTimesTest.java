package news.parallax.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinuteTimesTest {
    private static final Instant NOW = Instant.parse("2026-10-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-10-05T12:00:00Z, true",
        "2026-10-05T11:00:01Z, true",
        "2026-10-05T11:00:00Z, false",
        "2026-10-05T12:00:01Z, false",
        "2025-10-05T12:00:00Z, false",
        "2026-10-05, false"
    })
    void aTimeOfTheLastHourIsToldInMinutes(String time, boolean inMinutes) {
        String page = "<p>\u00c9t\u00e9 <time datetime=\"2026-10-01T00:00:00Z\">1 Oct</time> <time datetime=\"" + time
                + "\" title=\"\">then</time>";

        assertThat(MinuteTimes.areIn(page.getBytes(StandardCharsets.UTF_8), NOW))
                .isEqualTo(inMinutes);
    }

    @ParameterizedTest
    @CsvSource({"''", "no time", "<time>noon</time>"})
    void aPageWithoutTimesTellsNone(String page) {
        assertThat(MinuteTimes.areIn(page.getBytes(StandardCharsets.UTF_8), NOW))
                .isFalse();
    }
}
