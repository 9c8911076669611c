package news.parallax.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeViewTest {
    private static final Instant NOW = Instant.parse("2026-10-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-10-05T11:59:30Z, just now",
        "2026-10-05T11:20:00Z, 40 min ago",
        "2026-10-05T11:00:00Z, 1 h ago",
        "2026-10-04T12:00:01Z, 23 h ago",
        "2026-10-04T12:00:00Z, 4 Oct",
        "2025-10-04T12:00:00Z, 4 Oct 2025",
        "2026-10-05T12:00:01Z, 5 Oct"
    })
    void timesAreRelativeUnderADayElseADate(Instant moment, String text) {
        assertThat(TimeView.of(moment, NOW).text()).isEqualTo(text);
    }

    @Test
    void theExactTimeIsKeptForProgramsAndForPointing() {
        TimeView time = TimeView.of(Instant.parse("2026-10-05T06:12:07.123Z"), NOW);

        assertThat(time.iso()).isEqualTo("2026-10-05T06:12:07Z");
        assertThat(time.full()).isEqualTo("5 October 2026, 06:12 UTC");
    }

    @Test
    void aMomentThatIsNotKnownIsNotShown() {
        assertThat(TimeView.of(null, NOW).known()).isFalse();
    }
}
