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

    private static final List<String> STARTS = List.of(
            "http://outlet.example/",
            "https://www.google.com/url?q=https%3A%2F%2Foutlet.example%2F",
            "https://www.google.com/amp/s/outlet.example/",
            "https://outlet-example.cdn.ampproject.org/c/s/outlet.example/",
            "https://l.facebook.com/l.php?h=1&u=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Foutlet.example%252F");

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
            "/amp",
            "/2026-05-bridge/amp/",
            ".amp.html",
            "amp=1",
            "outputType=amp",
            "mtm_campaign=x",
            "url=https%3A%2F%2Foutlet.example%2Fa",
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

    @ParameterizedTest
    @CsvSource(textBlock = """
                    https://www.google.com/amp/s/outlet.example/2026/bridge-1,                            https://outlet.example/2026/bridge-1
                    https://outlet-example.cdn.ampproject.org/c/s/outlet.example/bridge-1?id=7,           https://outlet.example/bridge-1?id=7
                    https://outlet-example.cdn.ampproject.org/v/outlet.example/bridge-1,                  http://outlet.example/bridge-1
                    https://www.google.com/url?sa=t&url=https%3A%2F%2Foutlet.example%2Fa%3Futm_source%3Dg, https://outlet.example/a
                    https://news.google.com/news/url?sa=t&url=http://outlet.example/a,                    http://outlet.example/a
                    https://l.facebook.com/l.php?u=https%3A%2F%2Foutlet.example%2Fa%3Ffbclid%3D1&h=x,     https://outlet.example/a
                    https://t.umblr.com/redirect?z=https%3A%2F%2Foutlet.example%2Fa&t=x,                  https://outlet.example/a
                    https://out.reddit.com/t3_1?url=https%3A%2F%2Foutlet.example%2Fa&token=x,             https://outlet.example/a
                    https://outlet.example/news/bridge-closed/amp/,                                       https://outlet.example/news/bridge-closed/
                    https://outlet.example/news/bridge-closed/amp,                                        https://outlet.example/news/bridge-closed
                    https://outlet.example/bridge-closed.amp.html,                                        https://outlet.example/bridge-closed.html
                    https://outlet.example/bridge-closed?outputType=amp,                                  https://outlet.example/bridge-closed
                    https://outlet.example/bridge-closed?amp=1&id=7,                                      https://outlet.example/bridge-closed?id=7
                    https://outlet.example/bridge?mtm_campaign=a&hsa_acc=b&srsltid=c&xtor=RSS-1,          https://outlet.example/bridge
                    """)
    void whatOnlyLeadsToAnArticleIsLeftBehind(String given, String canonical) {
        assertThat(CanonicalUrl.of(given)).map(CanonicalUrl::value).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://outlet.example/guitar/amp",
                "https://outlet.example/go?url=https%3A%2F%2Fother.example%2F",
                "https://news.google.com/rss/articles/CBMi",
                "https://outlet.example/search?output=list&source=web"
            })
    void whatMayNameAnArticleIsNoDetour(String url) {
        assertThat(CanonicalUrl.of(url)).map(CanonicalUrl::value).contains(url);
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
        StringBuilder url = new StringBuilder(STARTS.get(random.nextInt(STARTS.size())));
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
