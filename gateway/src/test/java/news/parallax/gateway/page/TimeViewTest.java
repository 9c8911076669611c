package news.parallax.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeViewTest {
    private static final Instant NOW = Instant.parse("2026-10-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-10-05T11:59:30Z, now",
        "2026-10-05T11:20:00Z, 40 min ago",
        "2026-10-05T11:00:00Z, 1 hr ago",
        "2026-10-04T12:00:01Z, 23 hr ago",
        "2026-10-04T12:00:00Z, 4 Oct",
        "2025-10-04T12:00:00Z, 4 Oct 2025",
        "2026-10-05T12:00:01Z, 5 Oct"
    })
    void timesAreRelativeUnderADayElseADate(Instant moment, String text) {
        assertThat(TimeView.text(TimeView.of(moment, NOW), Locale.ENGLISH)).isEqualTo(text);
    }

    @Test
    void theExactTimeIsKeptForProgramsAndForPointing() {
        TimeView time = TimeView.of(Instant.parse("2026-10-05T06:12:07.123Z"), NOW);

        assertThat(time.iso()).isEqualTo("2026-10-05T06:12:07Z");
        assertThat(TimeView.full(time, Locale.ENGLISH)).isEqualTo("5 October 2026, 06:12 UTC");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de | vor 40 Min. | 4. Okt. | 4. Oktober 2026, 08:00 UTC
            fr | il y a 40 min | 4 oct. | 4 octobre 2026, 08:00 UTC
            es | hace 40 min | 4 oct | 4 de octubre de 2026, 08:00 UTC""")
    void timesAreWrittenInTheLanguageOfThePage(String language, String recent, String day, String full) {
        Locale locale = Locale.forLanguageTag(language);
        TimeView earlier = TimeView.of(Instant.parse("2026-10-04T08:00:00Z"), NOW);

        assertThat(TimeView.text(TimeView.of(NOW.minusSeconds(2400), NOW), locale))
                .isEqualTo(recent);
        assertThat(TimeView.text(earlier, locale)).isEqualTo(day);
        assertThat(TimeView.full(earlier, locale)).isEqualTo(full);
    }

    @Test
    void aMomentThatIsNotKnownIsNotShown() {
        assertThat(TimeView.of(null, NOW).known()).isFalse();
    }
}
