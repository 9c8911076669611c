package news.parallax.gateway.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import news.parallax.gateway.CatalogProcess;
import news.parallax.gateway.Edition;
import news.parallax.gateway.Members;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operators' pages over HTTP, with the packaged catalog behind them. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class DeskPagesTest {
    private static RequestSpecification operator() {
        return given().redirects().follow(false).header("X-Api-Key", "key-of-operator");
    }

    private static RequestSpecification form() {
        return operator().contentType("application/x-www-form-urlencoded");
    }

    private static Document page(String path) {
        Response response = operator().get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return Jsoup.parse(response.asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk", "/desk/feeds", "/desk/groupings", "/desk/imports", "/desk/readers"})
    void onlyOperatorsSeeTheDesk(String path) {
        assertThat(page(path).select("h1")).hasSize(1);
        assertThat(given().header("X-Api-Key", "key-of-vantage").get(path).statusCode())
                .isEqualTo(403);
        assertThat(Members.in(Members.sessionOf("curious" + path.replace('/', '-') + "@desk.example"))
                        .get(path)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/merge",
                "/desk/split",
                "/desk/move",
                "/desk/undo",
                "/desk/reports/settle",
                "/desk/readers/plan",
                "/desk/imports"
            })
    void onlyOperatorsDoAnythingThere(String path) {
        Response refused = given().header("X-Api-Key", "key-of-vantage")
                .contentType("application/x-www-form-urlencoded")
                .formParam("story", Edition.HUB)
                .post(path);

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void aMoveIsMadeToldInTheHistoryAndTheTrailAndUndone() {
        String article = Edition.articleId("https://provincial.example/patch");
        String before = given().get("/v1/stories/" + Edition.PATCH + "/articles?limit=100")
                .jsonPath()
                .getString("articles[0].id");

        Response moved = form().formParam("story", Edition.LONE)
                .formParam("articles", before)
                .formParam("reason", "it tells of something else")
                .post("/desk/move");

        assertThat(moved.statusCode()).as(article + moved.asString()).isEqualTo(303);
        Document history = page("/desk/groupings?story=" + Edition.LONE);
        Element event = history.selectFirst("section[aria-labelledby=events-heading] article");
        assertThat(event.text()).contains("articles-moved", "it tells of something else");
        assertThat(page("/desk")
                        .select("section[aria-labelledby=trail-heading] tbody tr")
                        .first()
                        .text())
                .contains("ARTICLES_MOVED", Edition.LONE, "done");
        Response undone = form().formParam(
                        "event", event.select("input[name=event]").val())
                .post("/desk/undo");
        assertThat(undone.statusCode()).as(undone.asString()).isEqualTo(303);
        assertThat(given().get("/v1/stories/" + Edition.PATCH + "/articles?limit=100")
                        .jsonPath()
                        .getList("articles.id", String.class))
                .contains(before);
    }

    @Test
    void whatCannotBeDoneIsRefusedAndKeptInTheTrail() {
        Response refused = form().formParam("story", Edition.HUB)
                .formParam("others", "00000000000000000000")
                .post("/desk/merge");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(page("/desk")
                        .select("section[aria-labelledby=trail-heading] tbody")
                        .text())
                .contains("STORIES_MERGED", "refused");
    }

    @Test
    void anImportTellsWhatBecameOfEachRow() {
        Response tried = form().formParam("format", "raters-csv")
                .formParam("rows", "id,name,home_url\npress-council,Press Council,https://council.example/\n")
                .formParam("dry", "yes")
                .post("/desk/imports");

        assertThat(tried.statusCode()).as(tried.asString()).isEqualTo(200);
        assertThat(Jsoup.parse(tried.asString()).select("[role=status] h2").text())
                .isEqualTo("raters");
    }

    @Test
    void aPlanIsSetByAnOperator() {
        Members.signUp("upgraded@desk.example", "Upgraded");
        Document found = page("/desk/readers?prefix=upgraded@desk.example");
        String id = found.select("input[name=reader]").val();

        assertThat(form().formParam("reader", id)
                        .formParam("plan", "vantage")
                        .post("/desk/readers/plan")
                        .statusCode())
                .isEqualTo(303);

        assertThat(page("/desk/readers?prefix=upgraded@desk.example")
                        .select("option[selected]")
                        .val())
                .isEqualTo("vantage");
    }
}
