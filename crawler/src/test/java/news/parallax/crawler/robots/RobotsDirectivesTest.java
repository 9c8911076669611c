package news.parallax.crawler.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobotsDirectivesTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void noindexAndNoneForbidThePage() {
        assertThat(parse("noindex, follow").forbidsPage(NOON)).isTrue();
        assertThat(parse("NONE").forbidsPage(NOON)).isTrue();
        assertThat(parse("index, follow, max-image-preview:large").forbidsPage(NOON))
                .isFalse();
    }

    @Test
    void noarchiveAndNosnippetForbidTheTextOnly() {
        assertThat(parse("noarchive").forbidsText()).isTrue();
        assertThat(parse("max-snippet: 0").forbidsText()).isTrue();
        assertThat(parse("max-snippet:50, nofollow")).isEqualTo(RobotsDirectives.NONE);
        assertThat(parse("noarchive").forbidsPage(NOON)).isFalse();
    }

    @Test
    void whatIsSaidToAnotherRobotIsNotSaidToUs() {
        assertThat(parse("otherbot: noindex, noarchive")).isEqualTo(RobotsDirectives.NONE);
        assertThat(parse("parallaxbot: noindex").noindex()).isTrue();
        assertThat(parse("otherbot: noindex", "noarchive"))
                .isEqualTo(parse("noarchive"))
                .isNotEqualTo(RobotsDirectives.NONE);
        assertThat(parse("otherbot: noindex, ParallaxBot: noarchive")).isEqualTo(parse("noarchive"));
    }

    @Test
    void aPageIsForbiddenFromItsTimeOn() {
        for (String time :
                List.of("Fri, 01 May 2026 11:00:00 GMT", "1 May 2026 11:00:00 UTC", "2026-05-01T11:00:00Z")) {
            assertThat(parse("unavailable_after: " + time).forbidsPage(NOON)).isTrue();
        }
        assertThat(parse("unavailable_after: 01 May 2026 13:00:00 GMT").forbidsPage(NOON))
                .isFalse();
        assertThat(parse("unavailable_after: some day")).isEqualTo(RobotsDirectives.NONE);
    }

    private static RobotsDirectives parse(String... values) {
        return RobotsDirectives.parse(List.of(values), "ParallaxBot");
    }
}
