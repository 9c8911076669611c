package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import news.parallax.gateway.page.PublicUrl;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the heads of pages tell search engines, feed readers, and sites that show a link. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class HeadTest {
    @Inject
    PublicUrl publicUrl;

    private static Document page(String path) {
        return Jsoup.parse(given().urlEncodingEnabled(false).get(path).asString(), "http://localhost/");
    }

    private static JsonNode data(Document page) throws Exception {
        return new ObjectMapper()
                .readTree(
                        page.select("script[type=application/ld+json]").first().data());
    }

    @Test
    void aStoryIsACollectionOfArticlesOfTheirOutlets() throws Exception {
        Document page = page("/stories/" + Edition.HUB);
        JsonNode graph = data(page).get("@graph");

        assertThat(graph.at("/0/@type").asText()).isEqualTo("CollectionPage");
        assertThat(graph.at("/0/name").asText()).isEqualTo(Edition.HUB_TITLE);
        assertThat(graph.at("/0/mainEntity/itemListElement")).hasSize(25);
        JsonNode article = graph.at("/0/mainEntity/itemListElement/0/item");
        assertThat(article.get("@type").asText()).isEqualTo("NewsArticle");
        assertThat(article.get("url").asText()).startsWith("https://").endsWith(".example/hub");
        assertThat(article.at("/publisher/name").asText()).isNotBlank();
        assertThat(graph.at("/1/@type").asText()).isEqualTo("BreadcrumbList");
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(publicUrl.of("/stories/" + Edition.HUB));
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo(Edition.HUB_TITLE);
        assertThat(page.select("meta[name=description]").attr("content")).startsWith("The state security service");
    }

    @Test
    void theFrontPageTellsHowToSearch() throws Exception {
        JsonNode graph = data(page("/")).get("@graph");

        assertThat(graph.at("/0/@type").asText()).isEqualTo("WebSite");
        assertThat(graph.at("/0/potentialAction/@type").asText()).isEqualTo("SearchAction");
        assertThat(graph.at("/1/mainEntity/itemListElement")).hasSize(20);
    }

    @Test
    void whatWasSearchedForIsAListWithAnAddressOfItsOwn() throws Exception {
        Document page = page("/search?q=cargo&utm_source=elsewhere");

        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(publicUrl.of("/search?q=cargo"));
        assertThat(page.select("meta[name=description]").attr("content"))
                .isEqualTo("Stories in which this stands: cargo");
        assertThat(data(page).at("/@graph/1/mainEntity/itemListElement"))
                .hasSameSizeAs(page.select(".card"))
                .isNotEmpty();
        assertThat(page("/search?q=cargo&language=en").select("link[rel=alternate]"))
                .isEmpty();
        assertThat(page("/search?q=%3C/script%3E%3Cb%3E").select("main b, head b"))
                .isEmpty();
    }

    @Test
    void theBriefingOfADayHasTheAddressOfThatDay() throws Exception {
        Document page = page("/briefing");
        String date = page.select(".kicker time").attr("datetime");

        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(publicUrl.of("/briefing/" + date));
        assertThat(page.select("meta[name=description]").attr("content")).startsWith("The stories of the day");
        assertThat(data(page).at("/@graph/1/mainEntity/itemListElement").size())
                .isLessThanOrEqualTo(page.select(".card").size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/latest", "/gaps", "/sources/harbor.example", "/stories/hub", "/search?q=cargo"})
    void theFeedsAndAnswersThatAPageNamesAreThere(String path) {
        Document page = page(path.equals("/stories/hub") ? "/stories/" + Edition.HUB : path);
        List<String> named =
                page.select("link[rel=alternate], link[rel=search]").eachAttr("href");

        assertThat(named).hasSizeGreaterThanOrEqualTo(4);
        for (String address : named) {
            assertThat(given().urlEncodingEnabled(false).get(address).statusCode())
                    .as(address)
                    .isEqualTo(200);
        }
    }

    @Test
    void chromiumHasNothingAgainstTheData() throws Exception {
        try (var browser = new Browser(Path.of("target/screenshots"))) {
            browser.open(publicUrl.of("/stories/" + Edition.HUB));

            assertThat(browser.complaints()).isEmpty();
        }
    }
}
