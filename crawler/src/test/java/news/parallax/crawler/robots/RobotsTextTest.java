package news.parallax.crawler.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTextTest {

    @ParameterizedTest
    @CsvSource({
        "/news, /news/today, true",
        "/news, /newsroom, true",
        "/news, /News, false",
        "/*.pdf$, /a/b.pdf, true",
        "/*.pdf$, /a/b.pdf?page=2, false",
        "/a%3cb, /a%3Cb, true",
        "/~ann, /%7Eann/x, true",
        "/ö, /%C3%B6, true",
        "/a%2Fb, /a/b, false"
    })
    void aRuleForbidsWhatItsPatternMatches(String pattern, String path, boolean forbidden) {
        assertThat(allows("User-agent: *\nDisallow: " + pattern + "\n", path)).isEqualTo(!forbidden);
    }

    @Test
    void theLongestRuleWinsAndOfEqualOnesTheOneThatAllows() {
        String text = "User-agent: *\nDisallow: /\nAllow: /open\nDisallow: /open/not\nAllow: /open/not\n";
        assertThat(allows(text, "/open/not/this")).isTrue();
        assertThat(allows(text, "/closed")).isFalse();
    }

    @Test
    void allGroupsWithOurNameCountAndThoseForAllOnlyWithoutOne() {
        String text = "User-agent: parallaxbot\nDisallow: /a\n\nUser-agent: *\nDisallow: /b\n\n"
                + "User-agent: other\nUser-agent: ParallaxBot\nDisallow: /c\n";
        assertThat(allows(text, "/a")).isFalse();
        assertThat(allows(text, "/b")).isTrue();
        assertThat(allows(text, "/c")).isFalse();
    }

    @Test
    void aByteOrderMarkAndForeignLinesDoNotMatter() {
        assertThat(allows(
                        "\ufeffUser-agent: *\r\nSitemap: https://outlet.example/s.xml\r\nDisallow: /x # why\r\n", "/x"))
                .isFalse();
    }

    @Test
    void thePauseIsThatOfOurGroup() {
        String text = "User-agent: *\nCrawl-delay: 9\n\nUser-agent: ParallaxBot\nCrawl-delay: 2.5\n";
        assertThat(RobotsText.parse(text.getBytes(StandardCharsets.UTF_8), "ParallaxBot")
                        .crawlDelay())
                .contains(Duration.ofMillis(2_500));
        assertThat(RobotsText.parse(new byte[0], "ParallaxBot").crawlDelay()).isEmpty();
    }

    @Test
    void aNameThatCannotStandInAFileFindsTheRulesForAll() {
        byte[] text =
                "User-agent: *\nDisallow: /\n\nUser-agent: News Desk\nAllow: /\n".getBytes(StandardCharsets.UTF_8);
        assertThat(RobotsText.parse(text, "News Desk").allows(HttpUrl.get("http://outlet.example/a")))
                .isFalse();
    }

    private static boolean allows(String text, String path) {
        return RobotsText.parse(text.getBytes(StandardCharsets.UTF_8), "ParallaxBot")
                .allows(HttpUrl.get("http://outlet.example" + path));
    }
}
