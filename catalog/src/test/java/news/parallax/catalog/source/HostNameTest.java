package news.parallax.catalog.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import news.parallax.catalog.error.CatalogException.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "https://Harbor.Example/a?b=c, harbor.example",
        "http://harbor.example.:8080/, harbor.example",
        "HTTPS://127.0.0.1:9/x, 127.0.0.1",
        "https://xn--mnchen-3ya.example/, xn--mnchen-3ya.example",
    })
    void anUrlHasAHost(String url, String host) {
        assertThat(HostName.ofUrl(url).name()).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "harbor.example", "/a", "ftp://harbor.example/", "https:///a", "https://a b/", "mailto:x@y"})
    void whatIsNoPageIsRefused(String url) {
        assertThatThrownBy(() -> HostName.ofUrl(url))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.reason()).isEqualTo("URL_INVALID"));
    }

    @ParameterizedTest
    @CsvSource({
        "www.harbor.example, harbor.example",
        "m.harbor.example, harbor.example",
        "amp.harbor.example, harbor.example",
        "www.example, www.example",
        "media.harbor.example, media.harbor.example",
        "mobile.harbor.example, harbor.example",
    })
    void aPrefixThatOnlySaysHowAPageIsReadIsTakenAway(String host, String bare) {
        assertThat(new HostName(host).withoutAccessPrefix().name()).isEqualTo(bare);
    }

    @Test
    void suffixesAreTheDomainsAboveTheLongestFirst() {
        assertThat(new HostName("a.b.example").suffixes()).containsExactly("a.b.example", "b.example", "example");
    }
}
