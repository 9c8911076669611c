package news.parallax.gateway.discovery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import news.parallax.gateway.CatalogProcess;
import news.parallax.gateway.Edition;
import news.parallax.gateway.Indexed;
import news.parallax.gateway.Settings;
import news.parallax.gateway.page.PublicUrl;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

@QuarkusTest
@WithTestResource(CatalogProcess.class)
class DiscoveryPagesTest {
    @Inject
    PublicUrl publicUrl;

    private static Document xml(String path) throws Exception {
        Response response = given().get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(response.asByteArray()));
    }

    private static List<String> texts(Document document, String element) {
        var found = document.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void robotsAreToldWhatIsNotForThemAndWhereTheSitemapsAre() {
        String robots = given().get("/robots.txt").asString();

        assertThat(robots.lines())
                .startsWith("User-agent: *")
                .contains("Disallow: /search", "Disallow: /settings", "Sitemap: " + publicUrl.of("/sitemap.xml"))
                .doesNotContain("Disallow: /", "Disallow: /stories");
    }

    @Test
    void everySitemapOfTheIndexIsThereAndEveryStoryAndSourceIsInOne() throws Exception {
        Indexed.await();
        List<String> addresses = new ArrayList<>();
        for (String sitemap : texts(xml("/sitemap.xml"), "loc")) {
            addresses.addAll(texts(xml(sitemap), "loc"));
        }

        assertThat(addresses)
                .doesNotHaveDuplicates()
                .contains(publicUrl.of("/"), publicUrl.of("/sources/harbor.example"))
                .contains(publicUrl.of("/stories/" + Edition.HUB))
                .doesNotContain(publicUrl.of("/stories/" + Edition.MERGED))
                .filteredOn(address -> address.contains("/stories/"))
                .hasSize(Edition.FILLERS + 4);
        assertThat(addresses)
                .filteredOn(address -> address.contains("/sources/"))
                .hasSize(25);
        assertThat(texts(xml("/sitemap.xml"), "lastmod"))
                .isNotEmpty()
                .allSatisfy(moment -> assertThat(Instant.parse(moment)).isBefore(Instant.now()));
    }

    @Test
    void theNewsSitemapHasStoriesOfTwoDays() throws Exception {
        Document news = xml("/sitemaps/news.xml");

        assertThat(texts(news, "news:title")).contains(Edition.HUB_TITLE);
        assertThat(texts(news, "news:language")).contains("en", "de");
        assertThat(texts(news, "news:publication_date"))
                .isNotEmpty()
                .allSatisfy(moment ->
                        assertThat(Instant.parse(moment)).isAfter(Instant.now().minusSeconds(49 * 3600)));
        assertThat(texts(news, "loc")).as("the oldest began 50 hours ago").hasSizeLessThan(Edition.FILLERS + 4);
    }

    @Test
    void aSitemapIsNeverLongerThanItsLimit() {
        Sitemap sitemap = Sitemap.ofPages(2);
        for (String path : List.of("a", "b", "c")) {
            sitemap.add("https://x.example/" + path, null);
        }

        assertThat(sitemap.full()).isTrue();
        assertThat(sitemap.end()).contains("/a<", "/b<").doesNotContain("/c<");
    }

    @Test
    void aDayThatIsNoneHasNoSitemap() {
        assertThat(given().get("/sitemaps/stories-2026-13-45.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void browsersAreToldHowToSearch() throws Exception {
        Document search = xml("/opensearch.xml");

        assertThat(search.getElementsByTagName("Url")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("template")
                        .getNodeValue())
                .isEqualTo(publicUrl.of("/search?q={searchTerms}"));
    }

    @Test
    void whoMayBeToldOfAWeaknessIsSaidOnlyIfItIsSet() {
        assertThat(given().get("/.well-known/security.txt").statusCode()).isEqualTo(404);

        var config = Settings.of(Map.of("parallax.gateway.security-contact", "mailto:security@news.example.org"));
        var pages = new DiscoveryPages(publicUrl, config, InstantSource.fixed(Instant.parse("2026-10-05T06:12:00Z")));
        assertThat(pages.security().lines())
                .contains("Contact: mailto:security@news.example.org", "Expires: 2027-04-03T00:00:00Z");
    }

    @Test
    void listsOfFeedsAreOpml() throws Exception {
        Document sources = xml("/sources.opml");
        Document ours = xml("/feeds.opml");

        assertThat(sources.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
        var outlines = sources.getElementsByTagName("outline");
        assertThat(outlines.getLength()).isEqualTo(25);
        assertThat(outlines.item(0).getAttributes().getNamedItem("text").getNodeValue())
                .isNotBlank();
        assertThat(ours.getElementsByTagName("outline").getLength()).isEqualTo(3);
        assertThat(ours.getElementsByTagName("outline")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("xmlUrl")
                        .getNodeValue())
                .isEqualTo(publicUrl.of("/feeds/top.atom"));
    }
}
