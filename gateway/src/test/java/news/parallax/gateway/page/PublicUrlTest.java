package news.parallax.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import news.parallax.gateway.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {
    private static PublicUrl of(String url) {
        return new PublicUrl(Settings.of(Map.of("parallax.gateway.public-url", url)), 8080);
    }

    @Test
    void addressesBeginAsTheSettingSays() {
        assertThat(of("https://news.example.org").of("/latest")).isEqualTo("https://news.example.org/latest");
        assertThat(of("https://news.example.org:444/").of("/")).isEqualTo("https://news.example.org:444/");
        assertThat(of("https://news.example.org").host()).isEqualTo("news.example.org");
    }

    @Test
    void withoutSettingTheyAreThisMachines() {
        var url = new PublicUrl(Settings.of(Map.of()), 8123);

        assertThat(url.of("/")).isEqualTo("http://localhost:8123/");
        assertThat(url.host()).isEqualTo("localhost");
    }

    @Test
    void onlyItsOwnAddressesAreCovered() {
        PublicUrl url = of("https://news.example.org");

        assertThat(url.covers(URI.create("https://NEWS.example.org/stories/1"))).isTrue();
        assertThat(url.covers(URI.create("http://news.example.org/"))).isFalse();
        assertThat(url.covers(URI.create("https://news.example.org.evil.example/")))
                .isFalse();
        assertThat(url.covers(URI.create("https://news.example.org@evil.example/")))
                .isFalse();
        assertThat(url.covers(URI.create("/stories/1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "news.example.org",
                "ftp://news.example.org",
                "https:///x",
                "https://u@news.example.org",
                "https://news.example.org/paper",
                "https://news.example.org?x",
                "https://news.example.org#x"
            })
    void anAddressThatIsNoneStopsTheGateway(String url) {
        assertThatThrownBy(() -> of(url)).hasMessageContaining("parallax.gateway.public-url");
    }
}
