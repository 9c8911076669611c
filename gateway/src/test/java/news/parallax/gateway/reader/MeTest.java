package news.parallax.gateway.reader;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import news.parallax.gateway.CatalogProcess;
import news.parallax.gateway.Edition;
import news.parallax.gateway.Members;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to a reader, as JSON over HTTP, with the packaged catalog behind it. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class MeTest {
    private static RequestSpecification json(String session, String body) {
        return Members.in(session).contentType("application/json").body(body);
    }

    private static JsonPath ok(String session, String path) {
        Response response = Members.in(session).get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    private static void done(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
    }

    @Test
    void whatIsFollowedIsListedUntilItIsNot() {
        String session = Members.sessionOf("follows@reader.example");

        done(Members.in(session).put("/v1/me/follows/sources/harbor.example"));
        done(Members.in(session).put("/v1/me/follows/sources/harbor.example"));

        assertThat(ok(session, "/v1/me/follows").getList("marks.id", String.class))
                .containsExactly("harbor.example");
        assertThat(ok(session, "/v1/me/follows").getString("marks[0].name")).isEqualTo("Harbor Times");
        assertThat(ok(session, "/v1/me/follows").getString("marks[0].kind")).isEqualTo("source");
        done(Members.in(session).delete("/v1/me/follows/sources/harbor.example"));
        assertThat(ok(session, "/v1/me/follows").getList("marks")).isEmpty();
        assertThat(Members.in(session)
                        .put("/v1/me/follows/sources/nowhere.example")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("SOURCE_NOT_FOUND");
    }

    @Test
    void aMutedOutletIsGoneForThisReaderOnly() {
        String session = Members.sessionOf("mutes@reader.example");
        String articles = "/v1/stories/" + Edition.HUB + "/articles?limit=100";

        done(Members.in(session).put("/v1/me/mutes/sources/harbor.example"));

        assertThat(ok(session, articles).getList("articles.source.id", String.class))
                .doesNotContain("harbor.example");
        assertThat(given().get(articles).jsonPath().getList("articles.source.id", String.class))
                .contains("harbor.example");
    }

    @Test
    void aRatingOfOnesOwnChangesTheSplitForThisReaderOnly() {
        String session = Members.sessionOf("overrides@reader.example");
        String story = "/v1/stories/" + Edition.HUB;
        int left = ok(session, story).getInt("bias.left");

        Response set = json(session, "{\"bias\":\"left\"}").put("/v1/me/overrides/harbor.example");

        assertThat(set.jsonPath().getString("bias")).as(set.asString()).isEqualTo("left");
        assertThat(ok(session, story).getInt("bias.left")).isEqualTo(left + 1);
        assertThat(given().get(story).jsonPath().getInt("bias.left")).isEqualTo(left);
        done(Members.in(session).delete("/v1/me/overrides/harbor.example"));
        assertThat(ok(session, story).getInt("bias.left")).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"bias\":\"unrated\"}", "{\"bias\":\"LEFT\"}", "{}", "{\"bias\":null}"})
    void aRatingIsAStepOfTheScale(String body) {
        String session = Members.sessionOf("steps" + body.hashCode() + "@reader.example");

        Response refused = json(session, body).put("/v1/me/overrides/harbor.example");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("PARAMETER_INVALID");
    }

    @Test
    void aFreeReaderHasSoManySavedStoriesAndAPaidOneMore() {
        String session = Members.sessionOf("saves@reader.example");

        done(Members.in(session).put("/v1/me/saved/" + Edition.HUB));
        done(Members.in(session).put("/v1/me/saved/" + Edition.FERRY));
        Response full = Members.in(session)
                .put("/v1/me/saved/" + ok(session, "/v1/stories").getString("stories[2].id"));

        assertThat(full.jsonPath().getString("code")).isEqualTo("SAVED_STORIES_FULL");
        assertThat(ok(session, "/v1/me/saved").getList("saved.story.id", String.class))
                .containsExactly(Edition.FERRY, Edition.HUB);
        assertThat(ok(session, "/v1/me/saved").getMap("saved[0].story")).doesNotContainKey("factuality");
        done(Members.in(session).delete("/v1/me/saved/" + Edition.HUB));
        assertThat(ok(session, "/v1/me/saved").getList("saved")).hasSize(1);
    }

    @Test
    void theBalanceNeedsThePlanAndCountsArticles() {
        String session = Members.sessionOf("balance@reader.example");
        String article = "{\"articleId\":\"" + Edition.articleId("https://harbor.example/hub") + "\"}";

        done(json(session, article).post("/v1/me/readings"));
        done(json(session, "{\"storyId\":\"" + Edition.HUB + "\"}").post("/v1/me/readings"));

        JsonPath free = ok(session, "/v1/me/balance");
        assertThat(free.getInt("articleCount")).isEqualTo(1);
        assertThat(free.<Object>get("split")).isNull();
        assertThat(free.getString("locked.my-bias")).isEqualTo("pro");
        assertThat(ok(session, "/v1/me/readings").getList("readings")).hasSize(2);
        assertThat(Members.in(session).delete("/v1/me/readings").jsonPath().getInt("deletedCount"))
                .isEqualTo(2);
    }

    @Test
    void aPaidReaderSeesHowWhatTheyReadSplits() {
        given().header("X-Api-Key", "key-of-pro")
                .contentType("application/json")
                .body("{\"articleId\":\"" + Edition.articleId("https://harbor.example/hub") + "\"}")
                .post("/v1/me/readings");

        JsonPath balance =
                given().header("X-Api-Key", "key-of-pro").get("/v1/me/balance").jsonPath();

        assertThat(balance.getInt("split.percent.left")
                        + balance.getInt("split.percent.center")
                        + balance.getInt("split.percent.right"))
                .isEqualTo(100);
        assertThat(balance.getList("split.sources.id", String.class)).contains("harbor.example");
    }

    @Test
    void aReaderChangesTheirNameAndNothingElse() {
        String session = Members.sessionOf("name@reader.example");

        assertThat(json(session, "{\"name\":\"Nina\",\"language\":\"fr\"}")
                        .patch("/v1/me")
                        .jsonPath()
                        .getString("name"))
                .isEqualTo("Nina");
        assertThat(ok(session, "/v1/me").getString("language")).isEqualTo("fr");
        for (String grab : List.of("{\"plan\":\"vantage\"}", "{\"role\":\"operator\"}", "{\"id\":\"premium\"}")) {
            Response refused = json(session, grab).patch("/v1/me");
            assertThat(refused.statusCode()).as(grab).isEqualTo(400);
            assertThat(refused.jsonPath().getString("code")).as(grab).isEqualTo("BODY_INVALID");
        }
        assertThat(ok(session, "/v1/me").getString("plan")).isEqualTo("free");
        assertThat(ok(session, "/v1/me").getString("role")).isEqualTo("reader");
    }

    @Test
    void theExportHasALineForEverythingAndNoSecret() {
        String session = Members.sessionOf("export@reader.example");
        done(Members.in(session).put("/v1/me/saved/" + Edition.HUB));

        Response export = Members.in(session).get("/v1/me/export");

        assertThat(export.contentType()).startsWith("application/x-ndjson");
        assertThat(export.header("Content-Disposition")).contains("attachment");
        List<String> lines = export.asString().lines().toList();
        assertThat(lines.getFirst()).contains("export@reader.example");
        assertThat(lines).anyMatch(line -> line.contains("savedStory") && line.contains(Edition.HUB));
        assertThat(export.asString()).doesNotContain(session).doesNotContain("hash");
    }

    @Test
    void whoIsDeletedIsGone() {
        String session = Members.sessionOf("gone@reader.example");

        done(Members.in(session).delete("/v1/me"));

        assertThat(Members.in(session).get("/v1/me/follows").statusCode()).isEqualTo(401);
        assertThat(Members.signUp("gone@reader.example", "Again").statusCode()).isEqualTo(303);
    }

    @Test
    void aKeyIsMadeInASessionWithThePlanAndOpensWhatItSays() {
        String free = Members.sessionOf("keys@reader.example");
        assertThat(json(free, "{\"name\":\"script\"}")
                        .post("/v1/me/keys")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("CAPABILITY_LOCKED");
        assertThat(given().header("X-Api-Key", "key-of-pro")
                        .contentType("application/json")
                        .body("{\"name\":\"script\"}")
                        .post("/v1/me/keys")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("SESSION_REQUIRED");
        String session = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("key", "key-of-pro")
                .post("/log-in/key")
                .cookie("parallax_session");

        Response made =
                json(session, "{\"name\":\"script\",\"scope\":\"read\"}").post("/v1/me/keys");

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        String secret = made.jsonPath().getString("secret");
        assertThat(given().header("X-Api-Key", secret).get("/v1/stories").statusCode())
                .isEqualTo(200);
        assertThat(given().header("X-Api-Key", secret)
                        .get("/v1/me/follows")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("KEY_SCOPE_TOO_NARROW");
        assertThat(ok(session, "/v1/me/keys").getList("keys.name", String.class))
                .contains("script");
        assertThat(Members.in(session).get("/v1/me/keys").asString()).doesNotContain(secret);
        done(Members.in(session).delete("/v1/me/keys/" + made.jsonPath().getString("key.id")));
        assertThat(given().header("X-Api-Key", secret).get("/v1/stories").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aSessionEndsAnother() {
        Members.signUp("two@reader.example", "");
        String second = given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("email", "two@reader.example")
                .formParam("password", Members.PASSWORD)
                .post("/log-in")
                .cookie("parallax_session");

        JsonPath sessions = ok(second, "/v1/me/sessions");

        assertThat(sessions.getList("sessions")).hasSize(2);
        String other = sessions.getString("sessions.find { !it.current }.id");
        done(Members.in(second).delete("/v1/me/sessions/" + other));
        assertThat(ok(second, "/v1/me/sessions").getList("sessions")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /v1/me/follows
            PUT    | /v1/me/follows/sources/harbor.example
            DELETE | /v1/me/follows/sources/harbor.example
            GET    | /v1/me/mutes
            GET    | /v1/me/saved
            GET    | /v1/me/overrides
            GET    | /v1/me/readings
            DELETE | /v1/me/readings
            GET    | /v1/me/balance
            GET    | /v1/me/export
            GET    | /v1/me/keys
            GET    | /v1/me/sessions
            DELETE | /v1/me""")
    void aVisitorHasNothingOfTheirOwn(String method, String path) {
        Response refused = given().request(method, path);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("LOGIN_REQUIRED");
        assertThat(refused.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void anotherSiteChangesNothingInAReadersName() {
        String session = Members.sessionOf("crossed@reader.example");

        Response refused = given().cookie("parallax_session", session)
                .header("Sec-Fetch-Site", "cross-site")
                .put("/v1/me/saved/" + Edition.HUB);

        assertThat(refused.jsonPath().getString("code")).isEqualTo("CROSS_SITE_REQUEST");
        assertThat(ok(session, "/v1/me/saved").getList("saved")).isEmpty();
    }
}
