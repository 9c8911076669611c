package news.parallax.crawler.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import news.parallax.catalog.v1.Feed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutletsTest {

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
