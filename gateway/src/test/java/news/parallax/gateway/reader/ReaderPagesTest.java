package news.parallax.gateway.reader;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that belong to a reader, over HTTP, with the packaged catalog behind them. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class ReaderPagesTest {
    private static Document page(String session, String path) {
        Response response = Members.in(session).get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return Jsoup.parse(response.asString());
    }

    private static RequestSpecification form(String session) {
        return Members.in(session).contentType("application/x-www-form-urlencoded");
    }

    private static void goesOn(Response response, String path) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(303);
        assertThat(response.header("Location")).endsWith(path);
    }

    @Test
    void whatIsFollowedMutedAndRatedOtherwiseStandsOnOnePage() {
        String session = Members.sessionOf("marks@pages.example");

        goesOn(
                form(session)
                        .formParam("kind", "source")
                        .formParam("id", "harbor.example")
                        .formParam("next", "/sources/harbor.example")
                        .post("/follows"),
                "/sources/harbor.example");
        goesOn(
                form(session)
                        .formParam("kind", "source")
                        .formParam("id", "wire.example")
                        .post("/mutes"),
                "/");
        goesOn(
                form(session)
                        .formParam("source", "harbor.example")
                        .formParam("bias", "right")
                        .post("/overrides"),
                "/");

        Document page = page(session, "/following");
        assertThat(page.select("section[aria-labelledby=follows-heading] li a").eachText())
                .containsExactly("Harbor Times");
        assertThat(page.select("section[aria-labelledby=mutes-heading] li > span")
                        .text())
                .isEqualTo("Continental Wire");
        assertThat(page.select("section[aria-labelledby=overrides-heading] .chip")
                        .text())
                .isEqualTo("Right");
        goesOn(
                form(session)
                        .formParam("kind", "source")
                        .formParam("id", "harbor.example")
                        .post("/follows/remove"),
                "/");
        assertThat(page(session, "/following").select("section[aria-labelledby=follows-heading] li"))
                .isEmpty();
    }

    @Test
    void savedStoriesAreCardsThatCanBeRemoved() {
        String session = Members.sessionOf("saved@pages.example");

        goesOn(
                form(session)
                        .formParam("story", Edition.HUB)
                        .formParam("next", "/saved")
                        .post("/saved"),
                "/saved");

        assertThat(page(session, "/saved").select(".card h2").eachText()).containsExactly(Edition.HUB_TITLE);
        goesOn(form(session).formParam("story", Edition.HUB).post("/saved/remove"), "/");
        assertThat(page(session, "/saved").select(".card")).isEmpty();
    }

    @Test
    void theBalanceIsLockedPolitelyAndTheHistoryIsTheReaders() {
        String session = Members.sessionOf("balance@pages.example");
        Members.in(session)
                .contentType("application/json")
                .body("{\"storyId\":\"" + Edition.HUB + "\"}")
                .post("/v1/me/readings");

        Document locked = page(session, "/balance");

        assertThat(locked.select(".lock a").text()).isEqualTo("upgrade to Pro");
        assertThat(locked.select(".balance")).isEmpty();
        assertThat(locked.select(".marks a").eachText()).containsExactly(Edition.HUB_TITLE);
        goesOn(form(session).post("/balance/forget"), "/balance");
        assertThat(page(session, "/balance").select(".marks a")).isEmpty();
    }

    @Test
    void aPaidReaderSeesTheirBalanceInNumbersAndAPicture() {
        given().header("X-Api-Key", "key-of-vantage")
                .contentType("application/json")
                .body("{\"articleId\":\"" + Edition.articleId("https://harbor.example/hub") + "\"}")
                .post("/v1/me/readings");

        Document page = Jsoup.parse(
                given().header("X-Api-Key", "key-of-vantage").get("/balance").asString());

        assertThat(page.select(".balance h2").text()).isEqualTo("1 article read");
        assertThat(page.select(".balance svg.bar").attr("aria-label")).contains("100%");
        assertThat(page.select(".balance dt").eachText()).containsExactly("Left", "Center", "Right", "Unrated");
        assertThat(page.select("table.sources tbody th").eachText()).contains("Harbor Times");
    }

    @Test
    void preferencesChangeNameAndLanguageOfAllPages() {
        String session = Members.sessionOf("prefers@pages.example");

        goesOn(
                form(session)
                        .formParam("name", "Nina")
                        .formParam("language", "de")
                        .post("/settings"),
                "/settings");

        Document page = page(session, "/settings");
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(page.select("h1").text()).isEqualTo("Einstellungen");
        assertThat(page.select("#name").attr("value")).isEqualTo("Nina");
        assertThat(page.select("#language option[selected]").val()).isEqualTo("de");
    }

    @Test
    void aNewPasswordEndsEverySessionAndOpensOne() {
        String session = Members.sessionOf("password@pages.example");

        Response wrong = form(session)
                .formParam("current", "no idea at all")
                .formParam("password", "another horse battery")
                .post("/settings/password");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(wrong.asString()).select("[role=alert]").text())
                .isEqualTo("Your current password is another one.");
        Response changed = form(session)
                .formParam("current", Members.PASSWORD)
                .formParam("password", "another horse battery")
                .post("/settings/password");

        goesOn(changed, "/log-in?next=/settings");
        assertThat(Members.in(session).get("/v1/me/sessions").statusCode()).isEqualTo(401);
    }

    @Test
    void aKeyIsShownOnceOnThePageThatMadeIt() {
        String session = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("key", "key-of-premium")
                .post("/log-in/key")
                .cookie("parallax_session");

        Response made = form(session).formParam("name", "reader of feeds").post("/settings/keys");

        String secret = Jsoup.parse(made.asString()).select(".new-key code").text();
        assertThat(secret).startsWith("plx_");
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page(session, "/settings").html())
                .contains("reader of feeds")
                .doesNotContain(secret);
    }

    @Test
    void whoIsSureIsDeletedAndNobodyElse() {
        String session = Members.sessionOf("sure@pages.example");

        assertThat(form(session).post("/settings/delete").statusCode()).isEqualTo(400);
        assertThat(Members.in(session).get("/settings/export").asString()).contains("sure@pages.example");
        goesOn(form(session).formParam("sure", "yes").post("/settings/delete"), "/");

        goesOn(Members.in(session).get("/settings"), "/log-in?next=%2Fsettings");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/saved", "/following", "/balance", "/balance?days=7", "/settings", "/desk", "/desk/feeds"})
    void aVisitorLogsInAndComesBack(String path) {
        Response answer = given().redirects().follow(false).get(path);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location"))
                .endsWith("/log-in?next="
                        + path.replace("/", "%2F").replace("?", "%3F").replace("=", "%3D"));
    }
}
