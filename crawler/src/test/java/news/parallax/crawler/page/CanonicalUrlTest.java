package news.parallax.crawler.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    private static final List<String> PIECES = List.of(
            "a",
            "B",
            "é",
            "%41",
            "%2F",
            "%c3%a9",
            "..",
            ".",
            "//",
            "/",
            "?",
            "&",
            "=",
            "#",
            "utm_source=x",
            "fbclid=1",
            "id=7",
            "q=a+b",
            "q=%20",
            "x=",
            "[",
            "|",
            "'",
            " ",
            ";",
            ":",
            "@",
            "~",
            "%",
            "%zz",
            "ß",
            "\\");

    @ParameterizedTest
    @CsvSource(textBlock = """
                    https://Outlet.Example/a,                                https://outlet.example/a
                    https://outlet.example:443/a,                            https://outlet.example/a
                    http://outlet.example:80,                                http://outlet.example/
                    http://outlet.example:8080/a,                            http://outlet.example:8080/a
                    https://outlet.example/a?utm_source=rss&UTM_Medium=x,    https://outlet.example/a
                    https://outlet.example/a?id=7&fbclid=abc&page=2,         https://outlet.example/a?id=7&page=2
                    https://outlet.example/a?,                               https://outlet.example/a
                    https://outlet.example/a#comments,                       https://outlet.example/a
                    https://me:secret@outlet.example/a,                      https://outlet.example/a
                    https://outlet.example/a/../b/./c,                       https://outlet.example/b/c
                    https://bücher.example/a,                                https://xn--bcher-kva.example/a
                    https://outlet.example/é,                                https://outlet.example/%C3%A9
                    """)
    void oneArticleHasOneAddress(String given, String canonical) {
        assertThat(CanonicalUrl.of(given)).map(CanonicalUrl::value).contains(canonical);
    }

    @Test
    void whatNamesTheArticleStays() {
        assertThat(CanonicalUrl.of("https://outlet.example/a?id=1"))
                .isNotEqualTo(CanonicalUrl.of("https://outlet.example/a?id=2"));
        assertThat(CanonicalUrl.of("https://outlet.example/A"))
                .isNotEqualTo(CanonicalUrl.of("https://outlet.example/a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "outlet.example/a", "/a", "ftp://outlet.example/a", "javascript:alert(1)", "http://"})
    void whatIsNoAbsoluteWebAddressHasNone(String text) {
        assertThat(CanonicalUrl.of(text)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void makingItCanonicalTwiceChangesNothingMore(int seed) {
        Random random = new Random(seed);
        StringBuilder url = new StringBuilder("http://outlet.example/");
        for (int i = random.nextInt(8); i >= 0; i--) {
            url.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        CanonicalUrl once = CanonicalUrl.of(url.toString()).orElseThrow();
        assertThat(CanonicalUrl.of(once.value())).as(url.toString()).contains(once);
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 200).boxed();
    }

    @Test
    void theArticleIdIsTheStartOfItsHash() {
        // printf https://outlet.example/a | sha256sum
        assertThat(CanonicalUrl.of("https://outlet.example/a#x").orElseThrow().articleId())
                .isEqualTo("99587e50449ddfa6f6a18613e9c21123");
    }

    @Test
    void anotherFormIsNoCanonicalUrl() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CanonicalUrl("https://Outlet.example"));
    }
}
