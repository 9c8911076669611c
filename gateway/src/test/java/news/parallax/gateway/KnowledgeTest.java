package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why numbers are as they are, pages of the web, editions and briefings, with the packaged catalog behind them. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class KnowledgeTest {
    @BeforeEach
    void everythingIsIndexed() {
        Indexed.await();
    }

    private static Response as(String plan, String path, Object... values) {
        return given().header("X-Api-Key", "key-of-" + plan).get(path, values);
    }

    private static JsonPath ok(String path, Object... values) {
        Response response = as("vantage", path, values);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    @Test
    void whatAnOutletCoversAndLeavesOutIsToldAsOnItsPage() {
        JsonPath profile = given().get("/v1/sources/harbor.example/profile").jsonPath();

        assertThat(profile.getString("sourceId")).isEqualTo("harbor.example");
        assertThat(profile.getInt("storyCount")).isGreaterThan(1);
        assertThat(profile.getInt("aloneStoryCount")).isGreaterThan(0);
        assertThat(profile.getInt("company.left")).isGreaterThan(0);
        assertThat(profile.getList("subjects.subject.name", String.class)).contains("Belgium");
        assertThat(given().get("/v1/sources/nobody.example/profile").jsonPath().getString("code"))
                .isEqualTo("SOURCE_NOT_FOUND");
    }

    @Test
    void everyNumberOfASplitNamesItsOutletsAndTheirRatings() {
        JsonPath why = ok("/v1/stories/" + Edition.HUB + "/explanation?limit=100");

        assertThat(why.getInt("sourceCount")).isEqualTo(25);
        assertThat(why.getList("biasNumbers.value", String.class))
                .containsExactly(
                        "far-left", "left", "lean-left", "center", "lean-right", "right", "far-right", "unrated");
        assertThat(why.getList("biasNumbers.sourceCount", Integer.class)).containsExactly(1, 2, 2, 8, 1, 2, 1, 8);
        assertThat(why.getList("biasNumbers[0].sourceIds", String.class)).containsExactly("ember.example");
        assertThat(why.getList("factualityNumbers.sourceCount", Integer.class)).containsExactly(5, 8, 3, 1, 8);
        assertThat(why.getInt("ownershipNumbers.find { it.value == 'conglomerate' }.sourceCount"))
                .isEqualTo(4);
        assertThat(why.getList("rules", String.class)).hasSizeGreaterThan(2).doesNotContain("");
        String harbor = "sources.find { it.id == 'harbor.example' }.";
        assertThat(why.getString(harbor + "bias")).isEqualTo("center");
        assertThat(why.getBoolean(harbor + "held")).isFalse();
        assertThat(why.getString(harbor + "biasRatings.counted[0].rater")).isEqualTo("Media Compass");
        assertThat(why.getString(harbor + "biasRatings.counted[0].value")).isEqualTo("center");
        assertThat(why.getInt(harbor + "biasRatings.counted[0].position")).isZero();
        assertThat(why.getString(harbor + "biasRatings.counted[0].rateTime")).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(why.getString(harbor + "biasRatings.rule")).isNotBlank();
        assertThat(why.getString(harbor + "factualityRatings.value")).isEqualTo("very-high");
        assertThat(why.<Object>get("sources.find { it.id == 'unrated0.example' }.biasRatings"))
                .isNull();
    }

    @Test
    void outletsOfAnExplanationComeInPages() {
        List<String> found = new ArrayList<>();
        String cursor = "";
        String path = "/v1/stories/" + Edition.HUB + "/explanation?basis=independent&limit=7";
        while (cursor != null) {
            JsonPath page = ok(path + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            found.addAll(page.getList("sources.id", String.class));
            cursor = page.getString("nextCursor");
        }
        assertThat(found).isSorted().doesNotHaveDuplicates().hasSize(19);
        String first = ok(path).getString("nextCursor");
        for (String wrong :
                List.of(first.substring(1), first + "A", "x", "/v1", first.substring(0, first.length() - 1) + "_")) {
            Response refused = as("vantage", path + "&cursor={cursor}", wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("CURSOR_INVALID");
        }
        assertThat(as("vantage", "/v1/stories/" + Edition.HUB + "/explanation?cursor=" + first)
                        .statusCode())
                .as("of another basis")
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"free, false, false", "premium, true, false", "vantage, true, true"})
    void anExplanationTellsNoMoreThanThePlan(String plan, boolean factuality, boolean ownership) {
        String story = as(plan, "/v1/stories/" + Edition.HUB + "/explanation").asString();
        String source = as(plan, "/v1/sources/harbor.example/explanation").asString();

        for (String body : List.of(story, source)) {
            assertThat(body.contains("very-high")).isEqualTo(factuality);
            assertThat(body.contains("Fact Bureau")).isEqualTo(factuality);
        }
        assertThat(story.contains("Harbor Logistics")).isEqualTo(ownership);
        assertThat(story.contains("\"conglomerate\"")).isEqualTo(ownership);
    }

    @Test
    void anOutletExplainsItsLabelsAndHowItsFeedsAre() {
        JsonPath why = ok("/v1/sources/bastion.example/explanation");

        assertThat(why.getString("sourceId")).isEqualTo("bastion.example");
        assertThat(why.getString("bias.value")).isEqualTo("far-right");
        assertThat(why.getDouble("bias.mean")).isEqualTo(3);
        assertThat(why.getString("factuality.value")).isEqualTo("low");
        assertThat(ok("/v1/sources/bastion.example/feeds").getList("feeds")).isEmpty();
        assertThat(as("vantage", "/v1/sources/nowhere.example/explanation").statusCode())
                .isEqualTo(404);
        assertThat(as("vantage", "/v1/sources/nowhere.example/feeds").jsonPath().getString("code"))
                .isEqualTo("SOURCE_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://harbor.example/hub",
                "https://harbor.example/hub#comments",
                "https://harbor.example/hub?utm_source=letter&fbclid=1"
            })
    void aPageOfAnArticleIsFoundInItsStory(String url) {
        JsonPath page = given().header("X-Api-Key", "key-of-vantage")
                .queryParam("url", url)
                .get("/v1/lookup")
                .jsonPath();

        assertThat(page.getString("url")).isEqualTo(url);
        assertThat(page.getString("source.name")).isEqualTo("Harbor Times");
        assertThat(page.getString("source.biasRatings[0].rater")).isEqualTo("Media Compass");
        assertThat(page.getString("article.id")).isEqualTo(Edition.articleId("https://harbor.example/hub"));
        assertThat(page.getString("story.id")).isEqualTo(Edition.HUB);
    }

    @Test
    void theOutletOfAPageIsToldEvenIfThePageIsNotKnown() {
        JsonPath page = ok("/v1/lookup?url={url}", "https://www.harbor.example/elsewhere?id=5");

        assertThat(page.getString("source.id")).isEqualTo("harbor.example");
        assertThat(page.getMap("")).doesNotContainKeys("article", "story");
    }

    @ParameterizedTest
    @CsvSource({
        "https://nowhere.example/a, 404, SOURCE_NOT_FOUND",
        "ftp://harbor.example/hub, 400, URL_INVALID",
        "harbor, 400, URL_INVALID"
    })
    void aPageOfNobodyIsNotFound(String url, int status, String code) {
        Response response = as("vantage", "/v1/lookup?url={url}", url);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
    }

    @Test
    void editionsAreTheCountriesAndLanguagesOfOutlets() {
        JsonPath editions = ok("/v1/editions");

        assertThat(editions.getString("countries[0].code")).isEqualTo("US");
        assertThat(editions.getInt("countries.find { it.code == 'BE' }.sourceCount"))
                .isEqualTo(2);
        assertThat(editions.getString("languages.find { it.code == 'ar' }.name"))
                .isEqualTo("Arabic");
        assertThat(ok("/v1/editions/countries/es").getList("stories.id", String.class))
                .containsExactly(Edition.HUB);
        assertThat(ok("/v1/editions/languages/AR?sort=latest").getList("stories.id", String.class))
                .containsExactly(Edition.HUB);
        assertThat(as("vantage", "/v1/editions/countries/BR").jsonPath().getString("code"))
                .isEqualTo("EDITION_NOT_FOUND");
    }

    @Test
    void theBriefingOfADayHasItsMostReportedStories() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        JsonPath now = ok("/v1/briefing");

        assertThat(now.getString("date"))
                .isIn(today.toString(), today.plusDays(1).toString());
        assertThat(now.getBoolean("complete")).isFalse();
        JsonPath ofHub = ok("/v1/briefing?date=" + ReportedDay.of(Edition.HUB));
        assertThat(ofHub.getString("stories[0].id")).isEqualTo(Edition.HUB);
        assertThat(ofHub.getList("stories[0].summary")).isNotEmpty();
        assertThat(ok("/v1/briefing?date=" + ReportedDay.of(Edition.FERRY)).getList("gaps.id", String.class))
                .containsExactly(Edition.FERRY);
        String past = "/v1/briefing?date=" + today.minusDays(400);
        assertThat(ok(past).getBoolean("complete")).isTrue();
        assertThat(ok(past).getList("stories")).isEmpty();
        assertThat(as("free", "/v1/briefing?date=" + today.minusDays(1)).asString())
                .isEqualTo(as("free", "/v1/briefing?date=" + today.minusDays(1)).asString());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/briefing?date=2999-01-01, date, PARAMETER_INVALID",
        "/v1/briefing?date=yesterday, date, PARAMETER_INVALID",
        "/v1/lookup, url, PARAMETER_MISSING",
        "/v1/editions?x=1, x, PARAMETER_UNKNOWN",
        "/v1/stories/0/explanation?basis=some, basis, PARAMETER_INVALID"
    })
    void aBadParameterIsNamed(String path, String parameter, String code) {
        Response response = given().get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
        assertThat(response.jsonPath().getString("parameter")).isEqualTo(parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/stories", "/v1/lookup?url=https%3A%2F%2Fharbor.example%2Fhub", "/v1/nothing", "/v1/me"})
    void scriptsOfOtherSitesMayReadButNotWithCookies(String path) {
        Response answer = given().urlEncodingEnabled(false)
                .header("Origin", "https://elsewhere.example")
                .get(path);

        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "Retry-After");
    }

    @Test
    void aBrowserThatAsksFirstIsToldThatItMayRead() {
        Response asked = given().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "x-api-key")
                .options("/v1/stories");

        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(asked.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(asked.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
        assertThat(asked.header("Access-Control-Allow-Headers")).contains("X-Api-Key");
        assertThat(given().header("Origin", "https://elsewhere.example")
                        .get("/")
                        .header("Access-Control-Allow-Origin"))
                .as("pages are not for scripts of others")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/stories", "/v1/sources/harbor.example", "/v1/totals"})
    void aHeadIsAGetWithoutBody(String path) {
        Response head = given().head(path);

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.contentType()).startsWith("application/json");
        assertThat(head.asString()).isEmpty();
    }

    @Test
    void optionsNameWhatAnAddressTakes() {
        Response options = given().options("/v1/stories/" + Edition.HUB + "/articles");

        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(List.of(options.header("Allow").split(", "))).containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
    }

    @Test
    void whatCannotBeSaidAsAskedIsRefused() {
        Response refused = given().accept("application/xml").get("/v1/stories");

        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("NOT_ACCEPTABLE");
        assertThat(given().accept("application/problem+json, application/json;q=.5")
                        .get("/v1/stories")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().accept("*/*").get("/v1/stories").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Response refused = given().body("x".repeat(2_000_000)).post("/v1/stories");

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("BODY_TOO_LARGE");
    }
}
