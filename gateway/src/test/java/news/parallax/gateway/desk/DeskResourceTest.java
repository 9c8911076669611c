package news.parallax.gateway.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import news.parallax.gateway.CatalogProcess;
import news.parallax.gateway.Edition;
import news.parallax.gateway.Members;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operators' desk as JSON, with the packaged catalog behind it; read as the operator, whose answers nobody keeps. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class DeskResourceTest {
    private static final String NOWHERE = "00000000000000000000";

    private static RequestSpecification operator() {
        return given().header("X-Api-Key", "key-of-operator").contentType(ContentType.JSON);
    }

    private static JsonPath ok(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/desk/feeds/summary",
                "GET /v1/desk/feeds",
                "GET /v1/desk/reports",
                "GET /v1/desk/jobs",
                "GET /v1/desk/readers",
                "GET /v1/desk/audit",
                "POST /v1/desk/groupings/merge",
                "POST /v1/desk/groupings/split",
                "POST /v1/desk/groupings/move",
                "POST /v1/desk/groupings/undo",
                "POST /v1/desk/reports/1/settle",
                "POST /v1/desk/imports",
                "PATCH /v1/desk/readers/vantage"
            })
    void everybodyElseIsRefused(String request) {
        String method = request.split(" ")[0];
        String path = request.split(" ")[1];
        RequestSpecification vantage = given().header("X-Api-Key", "key-of-vantage");
        RequestSpecification session =
                Members.in(Members.sessionOf("curious" + request.replaceAll("\\W", "-") + "@desk.example"));

        assertThat(code(given(), method, path)).isEqualTo("401 LOGIN_REQUIRED");
        assertThat(code(vantage, method, path)).isEqualTo("403 OPERATOR_REQUIRED");
        assertThat(code(session, method, path)).isEqualTo("403 OPERATOR_REQUIRED");
        Response operator = (method.equals("GET") ? operator() : operator().body("{}")).request(method, path);
        assertThat(operator.statusCode()).as(operator.asString()).isNotIn(401, 403, 500);
        assertThat(operator.header("Cache-Control"))
                .isEqualTo(operator.statusCode() == 200 ? "private, no-cache" : "no-store");
    }

    private static String code(RequestSpecification who, String method, String path) {
        RequestSpecification request =
                method.equals("GET") ? who : who.contentType(ContentType.JSON).body("{}");
        Response response = request.request(method, path);
        return response.statusCode() + " " + response.jsonPath().getString("code");
    }

    @Test
    void aMoveIsMadeToldInTheHistoryAndTheTrailAndUndone() {
        String article = articles(Edition.PATCH).getFirst();
        Map<String, Object> move =
                Map.of("storyId", Edition.LONE, "articleIds", List.of(article), "reason", "it tells of something else");

        JsonPath moved = ok(operator().body(move).post("/v1/desk/groupings/move"));

        assertThat(moved.getString("storyId")).isEqualTo(Edition.LONE);
        JsonPath event = ok(operator().get("/v1/stories/" + Edition.LONE + "/events"));
        assertThat(event.getString("events[0].reason")).isEqualTo("it tells of something else");
        JsonPath trail = ok(operator().get("/v1/desk/audit?limit=1"));
        assertThat(trail.getString("entries[0].action")).isEqualTo("ARTICLES_MOVED");
        assertThat(trail.getString("entries[0].target")).isEqualTo(Edition.LONE);
        assertThat(trail.getString("entries[0].outcome")).isEqualTo("done");
        assertThat(trail.getString("nextCursor")).isNotEmpty();
        undoLatestOf(Edition.LONE);
        assertThat(articles(Edition.PATCH)).contains(article);
    }

    @Test
    void aSplitTellsTheNewStoryAndIsUndone() {
        String leaving = articles(Edition.PATCH).getFirst();

        String part = ok(operator()
                        .body(Map.of("storyId", Edition.PATCH, "articleIds", List.of(leaving)))
                        .post("/v1/desk/groupings/split"))
                .getString("storyId");

        assertThat(articles(part)).containsExactly(leaving);
        assertThat(articles(Edition.PATCH)).doesNotContain(leaving);
        undoLatestOf(Edition.PATCH);
        assertThat(articles(Edition.PATCH)).contains(leaving);
    }

    @Test
    void aMergeMakesOneStoryOfTwoAndIsUndone() {
        String kept = Edition.storyId("filler-8");
        String gone = Edition.storyId("filler-9");

        ok(operator()
                .body(Map.of("storyId", kept, "storyIds", List.of(gone), "reason", "one event"))
                .post("/v1/desk/groupings/merge"));

        assertThat(articles(kept)).hasSize(2);
        assertThat(operator()
                        .redirects()
                        .follow(false)
                        .get("/v1/stories/" + gone)
                        .statusCode())
                .isEqualTo(301);
        undoLatestOf(kept);
        assertThat(articles(kept)).hasSize(1);
        assertThat(articles(gone)).hasSize(1);
    }

    private static List<String> articles(String story) {
        return ok(operator().get("/v1/stories/" + story + "/articles?limit=100"))
                .getList("articles.id", String.class);
    }

    private static void undoLatestOf(String story) {
        String event = ok(operator().get("/v1/stories/" + story + "/events")).getString("events[0].id");
        assertThat(operator()
                        .body(Map.of("eventId", event))
                        .post("/v1/desk/groupings/undo")
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "groupings/merge | {\"storyId\": \"" + NOWHERE + "\", \"storyIds\": [\"" + NOWHERE
                        + "\"]} | 400 404 | STORIES_MERGED",
                "groupings/move | {\"storyId\": \"" + NOWHERE
                        + "\", \"articleIds\": [\"x\"]} | 400 404 | ARTICLES_MOVED",
                "groupings/undo | {\"eventId\": \"999999\"} | 400 404 | STORY_EVENT_UNDONE"
            })
    void whatCannotBeDoneHasACodeAndIsKeptAsRefused(String path, String body, String statuses, String action) {
        Response refused = operator().body(body).post("/v1/desk/" + path);

        assertThat(statuses).contains(String.valueOf(refused.statusCode()));
        assertThat(refused.contentType()).isEqualTo("application/problem+json");
        assertThat(refused.jsonPath().getString("code")).isNotBlank();
        JsonPath trail = ok(operator().get("/v1/desk/audit?limit=1"));
        assertThat(trail.getString("entries[0].action")).isEqualTo(action);
        assertThat(trail.getString("entries[0].outcome")).isEqualTo("refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | groupings/merge | | BODY_INVALID",
                "POST | groupings/merge | {\"story\": \"x\"} | BODY_INVALID",
                "POST | groupings/move | {\"articleIds\": \"x\"} | BODY_INVALID",
                "POST | imports | {\"format\": \"exe\"} | PARAMETER_INVALID",
                "PATCH | readers/free | {\"plan\": \"gold\"} | PARAMETER_INVALID",
                "GET | feeds?health=ill | | PARAMETER_INVALID",
                "GET | feeds?limt=1 | | PARAMETER_UNKNOWN",
                "GET | audit?cursor=x | | CURSOR_INVALID"
            })
    void badInputIsRefusedByACode(String method, String path, String body, String code) {
        RequestSpecification request = body == null ? operator() : operator().body(body);
        Response refused = request.request(method, "/v1/desk/" + path);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("code")).isEqualTo(code);
    }

    @Test
    void feedsJobsAndReadersAreListed() {
        assertThat(ok(operator().get("/v1/desk/feeds/summary")).getInt("feedCount"))
                .isNotNegative();
        assertThat(ok(operator().get("/v1/desk/jobs")).getList("jobs.name", String.class))
                .contains("WEBHOOK_MESSAGES");
        JsonPath readers = ok(operator().get("/v1/desk/readers?prefix=vantage"));
        assertThat(readers.getString("readers[0].id")).isEqualTo("vantage");
        assertThat(readers.getString("readers[0].plan")).isEqualTo("vantage");
    }

    @Test
    void aReportIsReadAndSettled() {
        given().header("X-Api-Key", "key-of-premium")
                .contentType("application/x-www-form-urlencoded")
                .formParam("fault", "other")
                .formParam("text", "Two storms in one story.")
                .post("/stories/" + Edition.FERRY + "/report");

        JsonPath open = ok(operator().get("/v1/desk/reports?limit=100"));
        String id = open.getString("reports.find { it.text == 'Two storms in one story.' }.id");
        assertThat(id).isNotBlank();
        assertThat(operator()
                        .body(Map.of("accepted", false, "note", "one storm"))
                        .post("/v1/desk/reports/" + id + "/settle")
                        .statusCode())
                .isEqualTo(204);

        assertThat(ok(operator().get("/v1/desk/reports?limit=100")).getList("reports.id", String.class))
                .doesNotContain(id);
    }

    @Test
    void anImportTellsWhatBecameOfEachRow() {
        Map<String, Object> table = Map.of(
                "format",
                "raters-csv",
                "rows",
                "id,name,home_url\npress-bureau,Press Bureau,https://bureau.example/\n",
                "dryRun",
                true);

        JsonPath report = ok(operator().body(table).post("/v1/desk/imports"));

        assertThat(report.getString("kinds[0].kind")).isEqualTo("raters");
        assertThat(report.getInt("kinds[0].added")).isEqualTo(1);
    }

    @Test
    void aPlanIsSetAndHolds() {
        String session = Members.sessionOf("raised@desk.example");
        String id = ok(operator().get("/v1/desk/readers?prefix=raised@desk.example"))
                .getString("readers[0].id");

        JsonPath raised = ok(operator().body(Map.of("plan", "premium")).patch("/v1/desk/readers/" + id));

        assertThat(raised.getString("plan")).isEqualTo("premium");
        assertThat(Members.in(session).get("/v1/me").jsonPath().getString("plan"))
                .isEqualTo("premium");
    }
}
