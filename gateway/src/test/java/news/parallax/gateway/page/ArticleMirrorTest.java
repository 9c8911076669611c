package news.parallax.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import news.parallax.gateway.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleMirrorTest {
    private final ArticleMirror mirror =
            new ArticleMirror(Settings.of(Map.of("parallax.gateway.article-mirror.example", "http://localhost:8084")));

    @ParameterizedTest
    @CsvSource({
        "https://harbor.example/a/b?c=d, http://localhost:8084/harbor.example/a/b?c=d",
        "https://harbor.example, http://localhost:8084/harbor.example",
        "https://harbor.example.org/a, https://harbor.example.org/a",
        "https://notexample/a, https://notexample/a"
    })
    void onlyHostsWithTheEndingAreMirrored(String url, String href) {
        assertThat(mirror.hrefOf(url)).isEqualTo(href);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "//harbor.example/a", "/a", "", "https://a b/"})
    void whatIsNoWebAddressIsNotLinked(String url) {
        assertThat(mirror.hrefOf(url)).isEmpty();
    }

    @Test
    void withoutTheSettingEveryArticleOpensAtItsOutlet() {
        assertThat(new ArticleMirror(Settings.of(Map.of())).hrefOf("https://harbor.example/a"))
                .isEqualTo("https://harbor.example/a");
    }
}
