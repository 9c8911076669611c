package news.parallax.crawler.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "The <img src=x onerror=alert(1)> element",
                "<!-- a --><svg/onload=alert(1)>",
                "<?xml-stylesheet href='data:,x'?><b>x</b>",
                "<\u0000script>alert(1)</script>",
                "</p><iframe src=//example.com>"
            })
    void nothingInItIsMarkup(String text) {
        assertThat(Jsoup.parseBodyFragment(HarmlessText.of(text)).body().childNodes())
                .allMatch(node -> node.nodeName().equals("#text"));
    }

    @Test
    void whatItSaysIsKept() {
        assertThat(HarmlessText.of("Use <b> & 1 < 2,\nx <y> z")).isEqualTo("Use ‹b> & 1 < 2,\nx ‹y> z");
    }

    @Test
    void controlCharactersAreRemoved() {
        assertThat(HarmlessText.of("a\u0000b\u0007c\r\n\td")).isEqualTo("abc\n\td");
    }

    @Test
    void onlyWebUrlsAreLeftAndNoFragments() {
        assertThat(HarmlessText.url("https://example.org/a.jpg?b='c'#\"><x>"))
                .isEqualTo("https://example.org/a.jpg?b='c'");
        assertThat(HarmlessText.url("javascript:alert(1)")).isEmpty();
        assertThat(HarmlessText.url("data:image/png,x")).isEmpty();
        assertThat(HarmlessText.url("")).isEmpty();
    }
}
