package news.parallax.crawler.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishTimeTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    2026-05-01T08:30:00+02:00,        2026-05-01T06:30:00Z
                    2026-05-01T08:30+02:00,           2026-05-01T06:30:00Z
                    2026-05-01T08:30:00+0200,         2026-05-01T06:30:00Z
                    2026-05-01T06:30:00Z,             2026-05-01T06:30:00Z
                    2026-05-01T06:30:00.123456+00:00, 2026-05-01T06:30:00.123456Z
                    2026-05-01T06:30:00,              2026-05-01T06:30:00Z
                    2026-05-01 06:30:00,              2026-05-01T06:30:00Z
                    2026-05-01,                       2026-05-01T00:00:00Z
                    'Fri, 1 May 2026 08:30:00 +0200', 2026-05-01T06:30:00Z
                    """)
    void theFormsThatPagesUseAreRead(String text, Instant time) {
        assertThat(PublishTime.parse(text)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01", "2026-02-30T10:00:00Z", "20260501"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(PublishTime.parse(text)).isEmpty();
    }
}
