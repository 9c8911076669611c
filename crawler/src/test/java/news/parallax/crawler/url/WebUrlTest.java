package news.parallax.crawler.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {

    private static final String BASE = "https://outlet.example:8443/news/today/index.html?page=2#top";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "story.html | https://outlet.example:8443/news/today/story.html",
                "../other/./a | https://outlet.example:8443/news/other/a",
                "../../../../a | https://outlet.example:8443/a",
                "/a%2e%2E/b | https://outlet.example:8443/a%2e%2E/b",
                "/a/%2e%2E/b | https://outlet.example:8443/b",
                "?q=ö'&<x> | https://outlet.example:8443/news/today/index.html?q=%C3%B6%27&%3Cx%3E",
                "#a b | https://outlet.example:8443/news/today/index.html?page=2#a%20b",
                "//cdn.example/a | https://cdn.example/a",
                "\\\\cdn.example\\a | https://cdn.example/a",
                "https:a | https://outlet.example:8443/news/today/a",
                "http:a | http://a/",
                "HTTP://Outlet.Example:80/%7Ea b | http://outlet.example/%7Ea%20b",
                "https://ann:p@ss@outlet.example/ | https://ann:p%40ss@outlet.example/",
                "https://bücher.example/ä | https://xn--bcher-kva.example/%C3%A4",
                "https://faß.example/ | https://xn--fa-hia.example/",
                "https://outlet。example/ | https://outlet.example/",
                "mailto:ann@outlet.example | mailto:ann@outlet.example",
                "file:///C:/../a | file:///C:/a"
            })
    void aLinkLeadsWhereBrowsersGo(String link, String target) {
        assertThat(WebUrl.parse(BASE).flatMap(base -> base.resolve(link)).map(WebUrl::href))
                .contains(target);
    }

    @ParameterizedTest
    @CsvSource({
        "http://2130706433, 127.0.0.1",
        "http://0x7f.1, 127.0.0.1",
        "http://017700000001, 127.0.0.1",
        "http://１２７.0.0.1, 127.0.0.1",
        "http://%31%32%37.1, 127.0.0.1",
        "http://192.168.257, 192.168.1.1",
        "http://[0:0::1], ::1",
        "http://[::FFFF:127.0.0.1], ::ffff:7f00:1",
        "http://[1:0:0:2:0:0:0:3], 1:0:0:2::3"
    })
    void anAddressInAnyNotationIsReadAsResolversReadIt(String text, String host) {
        assertThat(WebUrl.parse(text).map(WebUrl::host).map(found -> found.replaceAll("[\\[\\]]", "")))
                .contains(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "story.html",
                "http://",
                "http://a b/",
                "http://outlet.example:65536/",
                "http://outlet.example:x/",
                "http://user@/",
                "http://1.2.3.4.5/",
                "http://1.2.3.256/",
                "http://09.1/",
                "http://[1::2::3]/",
                "http://[fe80::1%25eth0]/",
                "http://[1:2:3]/",
                "http://a%00b/",
                "http://xn--a/"
            })
    void whatLeadsNowhereIsNone(String text) {
        assertThat(WebUrl.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "ftp://outlet.example/a", "file:///etc/passwd"})
    void onlyTheWebIsFetched(String link) {
        assertThat(WebUrl.parse(BASE).flatMap(base -> base.resolve(link))).isPresent();
        assertThat(WebUrl.http(HttpUrl.get(BASE), link)).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Whatever the text, the normal form of the normal form is itself. */
    @ParameterizedTest
    @MethodSource("seeds")
    void readingTwiceIsReadingOnce(int seed) {
        Random random = new Random(seed);
        String alphabet = "ab.:/\\?#@%[]0x1öß \t|^~'\"<>{}`é2e-_";
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "http://h" : "x:");
        for (int i = random.nextInt(20); i >= 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        Optional<String> once = WebUrl.parse(text.toString()).map(WebUrl::href);
        assertThat(once.flatMap(WebUrl::parse).map(WebUrl::href)).isEqualTo(once);
    }
}
