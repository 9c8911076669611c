package news.parallax.catalog.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import news.parallax.catalog.error.CatalogException.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAddressTest {
    @Test
    void candidatesComeByHostAndThenByPathTheLongestFirst() {
        assertThat(PageAddress.ofUrl("https://m.harbor.example/sport//boats?page=2#top")
                        .candidates())
                .containsExactly(
                        "m.harbor.example/sport/boats",
                        "m.harbor.example/sport",
                        "m.harbor.example",
                        "harbor.example/sport/boats",
                        "harbor.example/sport",
                        "harbor.example",
                        "example/sport/boats",
                        "example/sport",
                        "example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www-harbor-example.cdn.ampproject.org/c/s/www.harbor.example/sport/a",
                "https://cdn.ampproject.org/v/www.harbor.example/sport/a?usqp=1",
                "https://www.google.com/amp/s/www.harbor.example/sport/a",
                "https://google.co.uk/amp/www.harbor.example/sport/a"
            })
    void aCopyInAnAmpCacheIsAtItsOriginsAddress(String url) {
        assertThat(PageAddress.ofUrl(url)).isEqualTo(PageAddress.ofUrl("https://www.harbor.example/sport/a"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.google.com/amp/nothing",
                "https://www.google.com/search/www.harbor.example",
                "https://cdn.ampproject.org/",
                "https://notcdn.ampproject.org.example/c/s/www.harbor.example/a"
            })
    void whatIsNoCopyStaysWhereItIs(String url) {
        assertThat(PageAddress.ofUrl(url).host()).isEqualTo(HostName.ofUrl(url));
    }

    @Test
    void aNameInAnotherScriptIsItsAsciiForm() {
        assertThat(new HostName("гавань.рф").name()).isEqualTo("xn--80aafc7c0e.xn--p1ai");
    }

    @ParameterizedTest
    @CsvSource({
        "harbor.example, harbor.example, true",
        "Harbor.Example/Sport/, harbor.example/Sport, true",
        "=blog.example, blog.example, false"
    })
    void aDomainIsReadAsItIsWritten(String written, String key, boolean coversSubdomains) {
        SourceDomain domain = SourceDomain.of(written);

        assertThat(domain.key()).isEqualTo(key);
        assertThat(domain.exact()).isEqualTo(!coversSubdomains);
        assertThat(SourceDomain.of(domain.written())).isEqualTo(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "two words", "harbor.example//a", "harbor.example/a?b", "a.example/1/2/3/4/5/6/7/8/9", "=/a"
            })
    void nonsenseIsNoDomain(String written) {
        assertThatThrownBy(() -> SourceDomain.of(written)).isInstanceOf(Invalid.class);
    }
}
