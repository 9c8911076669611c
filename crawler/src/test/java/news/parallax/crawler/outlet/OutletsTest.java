package news.parallax.crawler.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import news.parallax.catalog.v1.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutletsTest {

    @Test
    void everyLiveOutletIsNamedAndHasAFeedOfItsOwn() {
        Outlets live = Outlets.bundled("live/outlets.yaml");
        assertThat(live.outlets()).hasSizeGreaterThanOrEqualTo(20).allSatisfy(outlet -> {
            assertThat(outlet.name()).isNotBlank();
            assertThat(outlet.country()).matches("[A-Z]{2}");
            assertThat(outlet.language()).matches("[a-z]{2}");
            assertThat(outlet.feeds()).isNotEmpty();
        });
        assertThat(live.outlets()).extracting(Outlets.Outlet::domain).doesNotHaveDuplicates();
        assertThat(OutletMessages.feeds(live).getFeedsList())
                .extracting(Feed::getUrl)
                .doesNotHaveDuplicates()
                .allSatisfy(url -> assertThat(URI.create(url).getScheme()).isEqualTo("https"));
    }

    @Test
    void aFileMayNameFeedsByPathOrByUrl(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("outlets.yaml"), """
                outlets:
                  - {domain: harbor.example, name: Harbor, country: SG, language: en, feeds: [{path: /a.xml}, {path: "https://feeds.example/b"}]}
                """);
        assertThat(OutletMessages.feeds(Outlets.read(file)).getFeedsList())
                .extracting(Feed::getUrl)
                .containsExactly("http://harbor.example/a.xml", "https://feeds.example/b");
    }
}
