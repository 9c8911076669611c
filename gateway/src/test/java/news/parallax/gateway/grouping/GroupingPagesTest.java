package news.parallax.gateway.grouping;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import news.parallax.gateway.CatalogProcess;
import news.parallax.gateway.Edition;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What readers report over HTTP, with the packaged catalog behind it. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class GroupingPagesTest {
    private static final String REPORT = "/stories/" + Edition.HUB + "/report";
    private static final String ARTICLE = Edition.articleId("https://harbor.example/hub");

    private static RequestSpecification reader() {
        return given().redirects().follow(false).header("X-Api-Key", "key-of-free");
    }

    private static Response send(Map<String, String> fields) {
        return reader().contentType("application/x-www-form-urlencoded")
                .formParams(fields)
                .post(REPORT);
    }

    @Test
    void whoIsNotLoggedInIsSentThereFirst() {
        Response answer = given().redirects().follow(false).get(REPORT + "?article=" + ARTICLE);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/log-in?next=%2Fstories%2F" + Edition.HUB + "%2Freport");
    }

    @Test
    void everyArticleAndTheStoryLeadToTheForm() {
        Document story = Jsoup.parse(reader().get("/stories/" + Edition.HUB).asString());

        assertThat(story.select("a[href*=/report]").eachAttr("href")).contains(REPORT, REPORT + "?article=" + ARTICLE);
        Document form = Jsoup.parse(reader().get(REPORT + "?article=" + ARTICLE).asString());
        assertThat(form.select("input[name=fault][checked]").val()).isEqualTo("wrong-article");
        assertThat(form.select("label[for=wrong]").text()).contains("Belgian service scrutinises");
    }

    @Test
    void aReportReachesTheDeskOnceHoweverOftenItIsSent() {
        Map<String, String> fields =
                Map.of("article", ARTICLE, "fault", "wrong-article", "other", "", "text", "It tells of another hub.");

        assertThat(send(fields).statusCode()).isEqualTo(303);
        assertThat(send(fields).header("Location")).endsWith(REPORT + "?sent=true");
        String desk =
                given().header("X-Api-Key", "key-of-operator").get("/desk").asString();
        assertThat(desk.split("It tells of another hub\\.", -1)).hasSize(2);
    }

    @Test
    void whatIsMissingIsAskedForWithWhatWasTyped() {
        Response answer = send(Map.of("fault", "same-story", "other", "no address", "text", "kept"));
        Document page = Jsoup.parse(answer.asString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(page.select("[role=alert]").text()).startsWith("Name the other story");
        assertThat(page.select("#other").val()).isEqualTo("no address");
        assertThat(page.select("#text").text()).isEqualTo("kept");
    }

    @Test
    void anotherStoryIsNamedByItsAddress() {
        assertThat(send(Map.of(
                                "fault",
                                "same-story",
                                "other",
                                "https://news.example/stories/" + Edition.FERRY + "?side=left",
                                "text",
                                ""))
                        .statusCode())
                .isEqualTo(303);
    }
}
