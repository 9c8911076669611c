package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON routes over HTTP, with the packaged catalog behind them. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class ApiTest {
    private static JsonPath ok(String path) {
        Response response = given().get(path);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    private static Response withKey(String plan, String path) {
        return given().header("X-Api-Key", "key-of-" + plan).get(path);
    }

    @Test
    void aStoryTellsWhatItSaysAndHowItsSourcesSplit() {
        JsonPath story = ok("/v1/stories/" + Edition.HUB);

        assertThat(story.getString("id")).isEqualTo(Edition.HUB);
        assertThat(story.getString("title")).isEqualTo(Edition.HUB_TITLE);
        assertThat(story.getString("titleArticleId")).isEqualTo(Edition.articleId("https://wire.example/hub"));
        assertThat(story.getString("language")).isEqualTo("en");
        assertThat(story.getInt("articleCount")).isEqualTo(25);
        assertThat(story.getInt("sourceCount")).isEqualTo(25);
        assertThat(story.getInt("ratedSourceCount")).isEqualTo(17);
        assertThat(story.getInt("bias.left")).isEqualTo(5);
        assertThat(story.getInt("bias.center")).isEqualTo(8);
        assertThat(story.getInt("bias.right")).isEqualTo(4);
        assertThat(story.getInt("bias.unrated")).isEqualTo(8);
        assertThat(story.<Map<String, Integer>>get("bias.percent"))
                .isEqualTo(Map.of("left", 29, "center", 47, "right", 24));
        assertThat(story.getString("bias.headline")).isEqualTo("47% of the sources are Center");
        assertThat(story.getList("bias.steps.sourceCount", Integer.class)).containsExactly(1, 2, 2, 8, 1, 2, 1);
        assertThat(story.getInt("independent.sourceCount")).isEqualTo(19);
        assertThat(story.getInt("independent.bias.unrated")).isEqualTo(2);
        assertThat(story.<Object>get("gap")).isNull();
    }

    @Test
    void aStoryTellsHowSidesWordItWhomItNamesWhoWasFirstAndItsImages() {
        JsonPath details = ok("/v1/stories/" + Edition.HUB);
        details.setRootPath("details");

        assertThat(details.getInt("comparison.outletsMin")).isEqualTo(3);
        assertThat(details.getList("comparison.sides.side", String.class)).containsExactly("left", "center", "right");
        assertThat(details.getList("comparison.sides.outletCount", Integer.class))
                .containsExactly(3, 5, 2);
        assertThat(details.getString("comparison.sides[0].terms[0].text")).isEqualTo("sorting hall");
        assertThat(details.getDouble("comparison.sides[0].terms[0].score")).isEqualTo(2.13);
        assertThat(details.getString("comparison.sides[0].terms[0].example.sourceName"))
                .isEqualTo("Commonweal Record");
        assertThat(details.getList("comparison.sides[2].points")).isEmpty();
        assertThat(details.getList("subjects.kind", String.class)).containsExactly("person", "place", "topic");
        assertThat(details.getString("subjects[1].country")).isEqualTo("BE");
        assertThat(details.<Object>get("subjects[0].country")).isNull();
        assertThat(details.getBoolean("firstReport.uncertain")).isTrue();
        assertThat(details.getString("firstReport.report.precision")).isEqualTo("hour");
        assertThat(details.getString("firstReport.contenders[0].sourceName")).isEqualTo("Harbor Times");
        assertThat(details.getList("images.url", String.class)).containsExactly("https://harbor.example/hub.jpg");
        assertThat(ok("/v1/stories").getList("stories.details"))
                .as("not in lists")
                .containsOnlyNulls();
    }

    @Test
    void pointsNameTheArticleAndTheSourceTheyStandIn() {
        JsonPath story = ok("/v1/stories/" + Edition.HUB);

        assertThat(story.getList("summary.sourceName", String.class))
                .containsExactly("Continental Wire", "Il Meridiano", "Northern Ledger");
        assertThat(story.getString("summary[1].text")).isEqualTo("Il terminal cargo di Liegi è sotto osservazione.");
        assertThat(story.getString("summary[1].articleId"))
                .isEqualTo(Edition.articleId("https://meridiano.example/hub"));
        assertThat(story.getString("summary[1].language")).isEqualTo("it");
    }

    @Test
    void aPointSaysWhichModelWroteItIfOneDid() {
        assertThat(ok("/v1/stories/" + Edition.FERRY).getString("summary[0].writtenByModel"))
                .isEqualTo("model-of-tests");
        assertThat(ok("/v1/stories/" + Edition.HUB).getMap("summary[0]")).doesNotContainKey("writtenByModel");
    }

    @Test
    void timesAreRfc3339InUtc() {
        String time = ok("/v1/stories/" + Edition.HUB).getString("publishTime");

        assertThat(time).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(Duration.between(Instant.parse(time), Instant.now()))
                .isBetween(Duration.ofHours(6), Duration.ofHours(7));
    }

    @Test
    void aGapComesWithItsRule() {
        JsonPath story = ok("/v1/stories/" + Edition.FERRY);

        assertThat(story.getString("gap.side")).isEqualTo("left");
        assertThat(story.getInt("gap.sidePercent")).isEqualTo(11);
        assertThat(story.getInt("gap.otherPercent")).isEqualTo(44);
        assertThat(story.getString("gap.text")).isEqualTo("Only 11% of the sources lean left");
        assertThat(story.<Map<String, Integer>>get("gap.rule"))
                .isEqualTo(Map.of(
                        "ratedSourcesMin", 7, "sidePercentMax", 20, "differenceMin", 20, "factualSourcesMin", 1));
        assertThat(ok("/v1/stories?gap=true").getList("stories.id", String.class))
                .containsExactly(Edition.FERRY);
    }

    @Test
    void aTieNamesBothSidesAndNoRatedSourceIsSaid() {
        assertThat(ok("/v1/stories/" + Edition.PATCH).getString("bias.headline"))
                .isEqualTo("50% of the sources are Left, 50% are Right");
        assertThat(ok("/v1/stories/" + Edition.LONE).getString("bias.headline")).isEqualTo("No rated sources");
    }

    @ParameterizedTest
    @ValueSource(strings = {"top", "latest"})
    void walkingAllPagesMeetsEachStoryOnce(String sort) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = ok("/v1/stories?limit=4&sort=" + sort + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(page.getList("stories")).hasSizeLessThanOrEqualTo(4);
            ids.addAll(page.getList("stories.id", String.class));
            cursor = page.getString("nextCursor");
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(Edition.FILLERS + 4);
    }

    @Test
    void theWeightiestComeFirstUnlessTheLatestAreAskedFor() {
        assertThat(ok("/v1/stories?limit=1").getString("stories[0].id")).isEqualTo(Edition.HUB);
        assertThat(ok("/v1/stories?limit=1&sort=latest").getString("stories[0].id"))
                .isEqualTo(Edition.FERRY);
        assertThat(ok("/v1/stories").getList("stories")).hasSize(20);
    }

    @ParameterizedTest
    @CsvSource({"left, 5", "center, 8", "right, 4", "unrated, 8"})
    void articlesCanBeListedBySide(String side, int count) {
        JsonPath list = ok("/v1/stories/" + Edition.HUB + "/articles?limit=100&side=" + side);

        assertThat(list.getList("articles")).hasSize(count);
        assertThat(new TreeSet<>(list.getList("articles.source.side", String.class)))
                .containsExactly(side);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "oldest", "side"})
    void articlesComeInEveryOrderEachOnceHoweverManyPages(String sort) {
        String path = "/v1/stories/" + Edition.HUB + "/articles?sort=" + sort;
        List<Map<String, ?>> whole = ok(path + "&limit=100").getList("articles");
        List<Object> walked = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = ok(path + "&limit=7" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            walked.addAll(page.getList("articles.id"));
            cursor = Objects.requireNonNullElse(page.getString("nextCursor"), "");
        } while (!cursor.isEmpty());

        assertThat(walked)
                .hasSize(25)
                .isEqualTo(whole.stream().map(article -> article.get("id")).toList());
        assertThat(whole.stream().map(article -> place(article, sort)).toList()).isSorted();
    }

    /** Ascends in the order; no article of the edition is without a time. */
    private static String place(Map<String, ?> article, String sort) {
        String time = article.get("publishTime").toString();
        return switch (sort) {
            case "newest" -> Long.toString(Long.MAX_VALUE - Instant.parse(time).toEpochMilli());
            case "oldest" -> time;
            default -> {
                List<String> steps = List.of(
                        "far-left", "left", "lean-left", "center", "lean-right", "right", "far-right", "unrated");
                yield Integer.toString(steps.indexOf(((Map<?, ?>) article.get("source")).get("bias")));
            }
        };
    }

    @Test
    void aCursorOfArticlesBelongsToItsOrder() {
        String path = "/v1/stories/" + Edition.HUB + "/articles";
        String cursor = ok(path + "?sort=oldest&limit=5").getString("nextCursor");

        for (String other : List.of("?sort=side", "?sort=oldest&side=left", "?sort=newest")) {
            assertThat(given().get(path + other + "&cursor=" + cursor)
                            .jsonPath()
                            .getString("code"))
                    .as(other)
                    .isEqualTo("CURSOR_INVALID");
        }
    }

    @Test
    void anArticleIsShownWithoutItsText() {
        Response response = given().get("/v1/stories/" + Edition.HUB + "/articles?limit=100");
        JsonPath list = response.jsonPath();
        String ledger = "articles.find { it.source.id == 'ledger.example' }.";

        assertThat(response.asString()).doesNotContain("kept inside");
        assertThat(list.getString(ledger + "title")).isEqualTo("Five years on, Liège hub has not closed the trade gap");
        assertThat(list.getList(ledger + "earlierTitles.title", String.class))
                .containsExactly("Five years on, Liège hub has widened the trade gap");
        assertThat(list.getString(ledger + "url")).isEqualTo("https://ledger.example/hub");
        assertThat(list.getString(ledger + "source.country")).isEqualTo("CA");
        assertThat(list.getDouble(ledger + "membership.similarity")).isEqualTo(.72);
        assertThat(list.getList(ledger + "membership.sharedTerms", String.class))
                .containsExactly("Liège", "cargo hub");
        assertThat(list.getString("articles.find { it.source.id == 'ember.example' }.kind"))
                .isEqualTo("opinion");
        assertThat(list.getBoolean("articles.find { it.source.id == 'provincial.example' }.paywall"))
                .isTrue();
        assertThat(list.getString("articles.find { it.source.id == 'unrated0.example' }.copyOf"))
                .isEqualTo(Edition.articleId("https://wire.example/hub"));
        assertThat(list.getInt("articles.find { it.source.id == 'wire.example' }.copyCount"))
                .isEqualTo(6);
        String sentinelle = "articles.find { it.source.id == 'sentinelle.example' }.";
        assertThat(list.getString(sentinelle + "title")).startsWith("Liège : la Sûreté");
        assertThat(list.<Object>get(sentinelle + "translation"))
                .isEqualTo(Map.of(
                        "language", "en",
                        "title", "Liège: State Security is watching the Chinese giant's hub",
                        "excerpt", "The service fears that commercial data are passed on.",
                        "engine", "LibreTranslate"));
        assertThat(list.<Object>get(ledger + "translation")).isNull();
        assertThat(list.<Object>get("articles.find { it.source.id == 'lantern.example' }.excerpt"))
                .isNull();
    }

    @Test
    void aMembershipNamesTheNearestArticlesAndTheNextBestStory() {
        String id = Edition.articleId("https://harbor.example/hub");
        JsonPath membership = ok("/v1/articles/" + id + "/membership");

        assertThat(membership.getString("articleId")).isEqualTo(id);
        assertThat(membership.getString("storyId")).isEqualTo(Edition.HUB);
        assertThat(membership.<Object>get("copyOf")).isNull();
        assertThat(membership.getDouble("similarity")).isEqualTo(.72);
        assertThat(membership.getDouble("explanation.threshold")).isEqualTo(.5);
        assertThat(membership.getBoolean("explanation.founder")).isFalse();
        assertThat(membership.getInt("explanation.comparedCount")).isEqualTo(12);
        String nearest = "explanation.nearest[0].";
        assertThat(membership.getString(nearest + "title")).isEqualTo(Edition.HUB_TITLE);
        assertThat(membership.getString(nearest + "url")).isEqualTo("https://wire.example/hub");
        assertThat(membership.getString(nearest + "sourceName")).isEqualTo("Continental Wire");
        assertThat(membership.getDouble(nearest + "probability")).isEqualTo(.91);
        assertThat(membership.<Map<String, Object>>get(nearest + "evidence")).containsOnlyKeys("names");
        assertThat(membership.getLong(nearest + "timeGapSeconds")).isEqualTo(600);
        assertThat(membership.getList(nearest + "sharedNames", String.class)).containsExactly("Liège");
        assertThat(membership.getList(nearest + "sharedTerms", String.class)).containsExactly("cargo hub", "scrutiny");
        assertThat(membership.getString("explanation.nearest[1].storyId")).isEqualTo(Edition.FERRY);
        assertThat(membership.getString("explanation.runnerUp.storyId")).isEqualTo(Edition.FERRY);
        assertThat(membership.getString("explanation.runnerUp.title")).startsWith("Harbor city votes");
        assertThat(membership.getDouble("explanation.runnerUp.similarity")).isEqualTo(.12);
    }

    @Test
    void aMembershipThatWasStoredWithoutExplanationHasNone() {
        JsonPath membership = ok("/v1/articles/" + Edition.articleId("https://ledger.example/hub") + "/membership");

        assertThat(membership.getDouble("similarity")).isEqualTo(.72);
        assertThat(membership.<Object>get("explanation")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "/articles?side=right&limit=5, /articles?side=right&limit=5",
        "/coverage?basis=independent, /coverage?basis=independent"
    })
    void theIdOfAMergedStoryLeadsToTheOneThatRemains(String asked, String kept) {
        Response merged = given().redirects().follow(false).get("/v1/stories/" + Edition.MERGED + asked);

        assertThat(merged.statusCode()).isEqualTo(301);
        assertThat(merged.header("Location")).endsWith("/v1/stories/" + Edition.PATCH + kept);
        assertThat(merged.contentType()).isEqualTo("application/problem+json");
        assertThat(merged.jsonPath().getString("code")).isEqualTo("STORY_MERGED");
        assertThat(merged.jsonPath().getString("metadata.id")).isEqualTo(Edition.PATCH);
        assertThat(merged.header("Cache-Control")).as("a merge can be undone").isEqualTo("no-store");
        assertThat(given().urlEncodingEnabled(false)
                        .get("/v1/stories/" + Edition.MERGED + asked)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theNextBestStoryOfAMembershipIsTheOneThatRemains() {
        assertThat(ok("/v1/articles/" + Edition.articleId("https://wire.example/hub") + "/membership")
                        .getString("explanation.runnerUp.storyId"))
                .isEqualTo(Edition.PATCH);
    }

    @Test
    void aMergedStoryWithoutArticlesOfASideLeadsOnToo() {
        Response merged =
                given().redirects().follow(false).get("/v1/stories/" + Edition.MERGED + "/articles?side=center");

        assertThat(merged.statusCode()).isEqualTo(301);
    }

    @Test
    void coverageNamesTheSourcesBehindTheNumbersOnBothBases() {
        JsonPath all = ok("/v1/stories/" + Edition.HUB + "/coverage");
        JsonPath independent = ok("/v1/stories/" + Edition.HUB + "/coverage?basis=independent");

        assertThat(all.getList("sources")).hasSize(25);
        assertThat(all.getString("sources[0].name")).isEqualTo("The Daily Ember");
        assertThat(all.getList("sources.findAll { it.side == 'left' }")).hasSize(all.getInt("bias.left"));
        assertThat(independent.getInt("sourceCount")).isEqualTo(19);
        assertThat(independent.getList("sources")).hasSize(19);
        assertThat(independent.getList("sources.independent", Boolean.class)).containsOnly(true);
    }

    @Test
    void coverageOfATimeBeforeTheStoryIsNotFound() {
        Response response = given().get("/v1/stories/" + Edition.HUB + "/coverage?at=2001-01-01T00:00:00Z");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.jsonPath().getString("code")).isEqualTo("STORY_NOT_FOUND");
    }

    @Test
    void totalsCountWhatTheCatalogHolds() {
        JsonPath totals = ok("/v1/totals");

        assertThat(totals.getInt("storyCount")).isEqualTo(Edition.FILLERS + 4);
        assertThat(totals.getInt("articleCount")).isEqualTo(25 + 9 + 2 + 1 + Edition.FILLERS);
        assertThat(totals.getInt("sourceCount")).isEqualTo(25);
        assertThat(totals.getInt("feedCount")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            free | false | false | {factuality=premium, ownership=vantage}
            pro | false | false | {factuality=premium, ownership=vantage}
            premium | true | false | {ownership=vantage}
            vantage | true | true |
            """)
    void everyRouteShowsWhatThePlanIncludesAndNoMore(
            String plan, boolean factuality, boolean ownership, @Nullable String locked) {
        for (String route : List.of(
                "/v1/stories/" + Edition.HUB,
                "/v1/stories/" + Edition.HUB + "/coverage",
                "/v1/sources/harbor.example")) {
            Response response = withKey(plan, route);
            Map<String, Object> fields = response.jsonPath().getMap("");
            assertThat(fields.containsKey("factuality")).as(plan + route).isEqualTo(factuality);
            assertThat(fields.containsKey("ownership") || fields.containsKey("owners"))
                    .as(plan + route)
                    .isEqualTo(ownership);
            assertThat(String.valueOf(fields.get("locked"))).as(plan + route).isEqualTo(String.valueOf(locked));
        }
        for (String route : List.of(
                "/v1/stories",
                "/v1/stories/" + Edition.HUB,
                "/v1/stories/" + Edition.HUB + "/articles",
                "/v1/stories/" + Edition.HUB + "/coverage",
                "/v1/sources",
                "/v1/sources/harbor.example")) {
            String body = withKey(plan, route).asString();
            assertThat(body.contains("very-high") && !factuality)
                    .as(plan + route)
                    .isFalse();
            assertThat(body.contains("Harbor Logistics") && !ownership)
                    .as(plan + route)
                    .isFalse();
        }
    }

    @Test
    void chartsCountSourcesByFactualityAndOwnership() {
        JsonPath story = withKey("vantage", "/v1/stories/" + Edition.HUB).jsonPath();

        assertThat(story.getList("factuality.value", String.class))
                .containsExactly("very-high", "high", "mixed", "low", "unknown");
        assertThat(story.getList("factuality.sourceCount", Integer.class)).containsExactly(5, 8, 3, 1, 8);
        assertThat(story.getInt("ownership.find { it.value == 'conglomerate' }.sourceCount"))
                .isEqualTo(4);
    }

    @Test
    void ratingsNameTheirRaterDateAndPage() {
        JsonPath source = withKey("premium", "/v1/sources/harbor.example").jsonPath();

        assertThat(source.getString("bias")).isEqualTo("center");
        assertThat(source.getString("biasRatings[0].rater")).isEqualTo("Media Compass");
        assertThat(source.getString("biasRatings[0].rateTime")).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(source.getString("factualityRatings[0].url"))
                .isEqualTo("https://fact-bureau.example/ratings/harbor.example");
    }

    @Test
    void readersAreTheirPlanAndVisitorsAreFree() {
        assertThat(withKey("premium", "/v1/me").jsonPath().getMap(""))
                .isEqualTo(Map.of(
                        "id", "premium",
                        "name", "Reader of premium",
                        "plan", "premium",
                        "role", "reader",
                        "capabilities", List.of("bias", "factuality", "my-bias", "api", "unlimited-saves")));
        assertThat(ok("/v1/me").getMap(""))
                .isEqualTo(Map.of("plan", "free", "role", "reader", "capabilities", List.of("bias")));
    }

    @Test
    void aKeyNobodyHasIsRefused() {
        Response response = given().header("X-Api-Key", "guess").get("/v1/stories");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        assertThat(response.jsonPath().getString("code")).isEqualTo("API_KEY_UNKNOWN");
    }

    @Test
    void whatAReaderGotIsKeptOutOfSharedCaches() {
        assertThat(withKey("vantage", "/v1/stories").header("Cache-Control")).isEqualTo("private, no-cache");
        Response visitor = given().get("/v1/stories");
        assertThat(visitor.header("Cache-Control")).isEqualTo("public, max-age=10");
        assertThat(Set.of(visitor.header("Vary").split(", "))).contains("X-Api-Key", "Cookie");
        assertThat(given().get("/v1/nothing").header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/stories?limt=1, limt, PARAMETER_UNKNOWN",
        "/v1/stories?limit=0, limit, PARAMETER_INVALID",
        "/v1/stories?limit=101, limit, PARAMETER_INVALID",
        "/v1/stories?limit=1&limit=2, limit, PARAMETER_REPEATED",
        "/v1/stories?sort=best, sort, PARAMETER_INVALID",
        "/v1/stories?gap=maybe, gap, PARAMETER_INVALID",
        "/v1/stories?cursor=x, cursor, CURSOR_INVALID",
        "/v1/stories/0/articles?side=up, side, PARAMETER_INVALID",
        "/v1/stories/0/articles?sort=title, sort, PARAMETER_INVALID",
        "/v1/sources/harbor.example/profile?days=7, days, PARAMETER_UNKNOWN",
        "/v1/stories/0/coverage?at=yesterday, at, PARAMETER_INVALID",
        "/v1/stories/0/coverage?basis=some, basis, PARAMETER_INVALID",
        "/v1/me?x=1, x, PARAMETER_UNKNOWN"
    })
    void aBadParameterIsNamed(String path, String parameter, String code) {
        Response response = given().get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        assertThat(response.jsonPath().getString("parameter")).isEqualTo(parameter);
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/stories/00000000000000000000, STORY_NOT_FOUND",
        "/v1/stories/00000000000000000000/articles, STORY_NOT_FOUND",
        "/v1/stories/00000000000000000000/coverage, STORY_NOT_FOUND",
        "/v1/articles/00000000000000000000000000000000/membership, ARTICLE_NOT_FOUND",
        "/v1/sources/nowhere.example, SOURCE_NOT_FOUND",
        "/v1/nothing, NO_SUCH_PAGE"
    })
    void whatIsNotThereIsNotFound(String path, String code) {
        Response response = given().get(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
        assertThat(response.jsonPath().getString("instance")).isEqualTo(path);
    }

    @Test
    void otherMethodsAreRefused() {
        Response refused = given().delete("/v1/stories");

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(Set.of(refused.header("Allow").split(", "))).contains("GET", "HEAD", "OPTIONS");
        assertThat(refused.jsonPath().getString("code")).isEqualTo("METHOD_NOT_ALLOWED");
    }

    @Test
    void theDescriptionOfTheApiNamesEveryJsonRouteAndNoPage() {
        JsonPath description = given().get("/q/openapi?format=json").jsonPath();

        assertThat(description.getMap("paths").keySet())
                .map(Object::toString)
                .containsExactlyInAnyOrder(
                        "/v1/articles/{id}/membership",
                        "/v1/briefing",
                        "/v1/desk/audit",
                        "/v1/desk/feeds",
                        "/v1/desk/feeds/summary",
                        "/v1/desk/groupings/merge",
                        "/v1/desk/groupings/move",
                        "/v1/desk/groupings/split",
                        "/v1/desk/groupings/undo",
                        "/v1/desk/imports",
                        "/v1/desk/jobs",
                        "/v1/desk/readers",
                        "/v1/desk/readers/{id}",
                        "/v1/desk/reports",
                        "/v1/desk/reports/{id}/settle",
                        "/v1/editions",
                        "/v1/editions/countries/{code}",
                        "/v1/editions/languages/{code}",
                        "/v1/events",
                        "/v1/gaps",
                        "/v1/lookup",
                        "/v1/me",
                        "/v1/me/balance",
                        "/v1/me/export",
                        "/v1/me/follows",
                        "/v1/me/follows/sources/{domain}",
                        "/v1/me/follows/subjects/{id}",
                        "/v1/me/keys",
                        "/v1/me/keys/{id}",
                        "/v1/me/mutes",
                        "/v1/me/mutes/owners/{id}",
                        "/v1/me/mutes/sources/{domain}",
                        "/v1/me/mutes/subjects/{id}",
                        "/v1/me/overrides",
                        "/v1/me/overrides/{domain}",
                        "/v1/me/readings",
                        "/v1/me/saved",
                        "/v1/me/saved/{storyId}",
                        "/v1/me/sessions",
                        "/v1/me/sessions/{id}",
                        "/v1/me/webhooks",
                        "/v1/me/webhooks/{id}",
                        "/v1/me/webhooks/{id}/deliveries",
                        "/v1/me/webhooks/{id}/deliveries/{delivery}/retry",
                        "/v1/me/webhooks/{id}/secret",
                        "/v1/places",
                        "/v1/places/{id}",
                        "/v1/search",
                        "/v1/sources",
                        "/v1/sources/{domain}",
                        "/v1/sources/{domain}/explanation",
                        "/v1/sources/{domain}/feeds",
                        "/v1/sources/{domain}/profile",
                        "/v1/stories",
                        "/v1/stories/{id}",
                        "/v1/stories/{id}/articles",
                        "/v1/stories/{id}/coverage",
                        "/v1/stories/{id}/coverage/history",
                        "/v1/stories/{id}/events",
                        "/v1/stories/{id}/explanation",
                        "/v1/stream",
                        "/v1/subjects",
                        "/v1/subjects/{id}",
                        "/v1/suggestions",
                        "/v1/topics",
                        "/v1/topics/{id}",
                        "/v1/totals");
        assertThat(given().get("/q/swagger-ui/").statusCode()).isEqualTo(200);
    }
}
