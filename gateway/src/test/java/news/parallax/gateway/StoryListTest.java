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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of stories by filters and words, subjects and suggestions, with the packaged catalog behind them. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class StoryListTest {
    @BeforeEach
    void everythingIsIndexed() {
        Indexed.await();
    }

    private static Response asVantage(String path, Object... values) {
        return given().header("X-Api-Key", "key-of-vantage").get(path, values);
    }

    private static JsonPath ok(String path, Object... values) {
        Response response = asVantage(path, values);
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        return response.jsonPath();
    }

    private static List<String> ids(String path, Object... values) {
        return ok(path, values).getList("stories.id", String.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bias=far-left | HUB
            bias=far-left,far-right&min-sources=9 | HUB FERRY
            side=left,right&min-sources=2&kind=news&language=fr | HUB
            factuality=low | HUB FERRY
            owner-category=telecom | HUB
            owner-category=government,telecom | HUB
            country=NL | HUB
            country=nl,it | HUB
            language=ar | HUB
            language=nl,es | HUB
            kind=opinion | HUB
            access=paid | HUB
            min-sources=10 | HUB
            gap=true&country=US | FERRY
            source=commonweal.example | HUB PATCH
            source=commonweal.example,unrated7.example | HUB PATCH
            source=nowhere.example,elsewhere.example |
            source-kind=agency |
            source-place=Ghent |
            country=BR |
            """)
    void storiesAreListedByWhatIsKnownOfThem(String filter, String names) {
        List<String> expected = new ArrayList<>();
        if (names != null) {
            for (String name : names.split(" ")) {
                expected.add(
                        switch (name) {
                            case "HUB" -> Edition.HUB;
                            case "FERRY" -> Edition.FERRY;
                            default -> Edition.PATCH;
                        });
            }
        }
        assertThat(ids("/v1/stories?limit=100&" + filter)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void storiesAreListedByTheirTime() {
        Instant dayAgo = Instant.now().minus(Duration.ofHours(20));

        assertThat(ids("/v1/stories?limit=100&from=" + dayAgo))
                .containsExactlyInAnyOrder(Edition.HUB, Edition.FERRY, Edition.PATCH);
        assertThat(ids("/v1/stories?limit=100&to=" + dayAgo)).hasSize(Edition.FILLERS + 1);
    }

    @Test
    void walkingAllPagesOfAFilteredListMeetsEachStoryOnce() {
        List<String> found = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page =
                    ok("/v1/stories?limit=5&sort=latest&language=en" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            found.addAll(page.getList("stories.id", String.class));
            cursor = page.getString("nextCursor");
        }
        assertThat(found).doesNotHaveDuplicates().hasSize(4 + Edition.FILLERS - (Edition.FILLERS + 2) / 4);
    }

    @ParameterizedTest
    @CsvSource({
        "factuality=high, factuality, premium",
        "owner-category=telecom, ownership, vantage",
    })
    void aFilterThatWouldTellWhatThePlanLeavesOutIsRefused(String filter, String capability, String plan) {
        for (String route : List.of("/v1/stories?", "/v1/gaps?", "/v1/search?q=liège&")) {
            Response refused = given().get(route + filter);
            assertThat(refused.statusCode()).as(route).isEqualTo(403);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("CAPABILITY_LOCKED");
            assertThat(refused.jsonPath().getString("metadata.capability")).isEqualTo(capability);
            assertThat(refused.jsonPath().getString("metadata.plan")).isEqualTo(plan);
        }
    }

    @Test
    void whatSomebodyFollowsIsOnlyKnownOfReaders() {
        assertThat(given().get("/v1/stories?followed=true").jsonPath().getString("code"))
                .isEqualTo("LOGIN_REQUIRED");
        assertThat(ids("/v1/stories?followed=true")).as("follows nothing").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/stories?from=yesterday, from, PARAMETER_INVALID",
        "/v1/stories?side=up, side, PARAMETER_INVALID",
        "'/v1/stories?side=left,', side, PARAMETER_INVALID",
        "/v1/stories?bias=unrated, bias, PARAMETER_INVALID",
        "/v1/stories?country=Belgium, country, PARAMETER_INVALID",
        "/v1/stories?language=x, language, PARAMETER_INVALID",
        "/v1/stories?subject=belgium, subject, PARAMETER_INVALID",
        "/v1/stories?kind=gossip, kind, PARAMETER_INVALID",
        "/v1/stories?access=some, access, PARAMETER_INVALID",
        "/v1/stories?min-sources=-1, min-sources, PARAMETER_INVALID",
        "/v1/stories?source-kind=Agency%21, source-kind, PARAMETER_INVALID",
        "/v1/stories?followed=yes, followed, PARAMETER_INVALID",
        "'/v1/stories?country=AA,AB,AC,AD,AE,AF,AG,AH,AI,AJ,AK,AL,AM,AN,AO,AP,AQ,AR,AS,AT,AU', country, FILTER_TOO_LONG",
        "/v1/stories?country=BE&cursor=x, cursor, CURSOR_INVALID",
        "/v1/gaps?gap=true, gap, PARAMETER_UNKNOWN",
        "/v1/gaps?limit=0, limit, PARAMETER_INVALID",
        "/v1/search, q, PARAMETER_MISSING",
        "/v1/search?q=%20, q, PARAMETER_MISSING",
        "/v1/search?q=hub&sort=top, sort, PARAMETER_INVALID",
        "/v1/search?q=hub&cursor=x, cursor, CURSOR_INVALID",
        "/v1/suggestions, q, PARAMETER_MISSING",
        "/v1/suggestions?q=b&kind=thing, kind, PARAMETER_INVALID",
        "/v1/suggestions?q=b&limit=51, limit, PARAMETER_INVALID",
        "/v1/subjects?kind=thing, kind, PARAMETER_INVALID",
        "/v1/topics?kind=topic, kind, PARAMETER_UNKNOWN",
        "/v1/places?cursor=x, cursor, CURSOR_INVALID",
        "/v1/places/BE?sort=best, sort, PARAMETER_INVALID",
        "/v1/sources?side=up, side, PARAMETER_INVALID",
        "/v1/events?limit=many, limit, PARAMETER_INVALID",
        "/v1/stories/0/events?sort=top, sort, PARAMETER_UNKNOWN",
        "/v1/stories/0/coverage/history?from=now, from, PARAMETER_INVALID"
    })
    void aBadParameterIsNamed(String path, String parameter, String code) {
        Response response = given().header("X-Api-Key", "key-of-vantage")
                .urlEncodingEnabled(false)
                .get(path);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
        assertThat(response.jsonPath().getString("parameter")).isEqualTo(parameter);
    }

    @Test
    void wordsAreFoundInTitlesLeadsNamesOfOutletsAndSubjects() {
        assertThat(ids("/v1/search?q={q}", "night ferries")).containsExactly(Edition.FERRY);
        assertThat(ids("/v1/search?q={q}", "\"cargo hub\" -ferries")).containsExactly(Edition.HUB);
        assertThat(ids("/v1/search?q={q}", "quill")).containsExactly(Edition.HUB);
        assertThat(ids("/v1/search?q={q}&query-language=de", "Uhr")).isNotEmpty();
        assertThat(ids("/v1/search?q={q}&gap=true", "council")).containsExactly(Edition.FERRY);
        assertThat(ids("/v1/search?q={q}&country=ES", "council")).isEmpty();
    }

    @Test
    void aSearchWithoutWordsOrWithTooManyIsRefused() {
        assertThat(asVantage("/v1/search?q={q}", "?!").jsonPath().getString("code"))
                .isEqualTo("QUERY_WITHOUT_WORDS");
        assertThat(asVantage("/v1/search?q={q}", "a".repeat(2000)).jsonPath().getString("code"))
                .isEqualTo("QUERY_TOO_LONG");
        assertThat(asVantage("/v1/search?q={q}", "a b ".repeat(60)).jsonPath().getString("code"))
                .isEqualTo("QUERY_TOO_COMPLEX");
    }

    @Test
    void whatIsTypedIsCompletedToSubjectsAndOutlets() {
        JsonPath both = ok("/v1/suggestions?q=har");
        JsonPath places = ok("/v1/suggestions?q=belg&kind=place");

        assertThat(both.getList("suggestions.source.name", String.class)).contains("Harbor Times");
        assertThat(places.getList("suggestions.subject.name", String.class)).containsExactly("Belgium");
        assertThat(places.getString("suggestions[0].subject.kind")).isEqualTo("place");
        assertThat(asVantage("/v1/suggestions?q={q}", "a".repeat(101))
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("TEXT_TOO_LONG");
    }

    @Test
    void subjectsTellWhoCoversThemAndInWhichStories() {
        JsonPath all = ok("/v1/subjects");
        String topic = ok("/v1/topics").getString("subjects.find { it.name == 'software' }.id");
        JsonPath place = ok("/v1/places/BE");

        assertThat(all.getList("subjects.name", String.class))
                .containsExactlyInAnyOrder("Ada Quill", "Belgium", "software", Edition.TOWN_LIFE);
        assertThat(ok("/v1/subjects?kind=person").getList("subjects.name", String.class))
                .containsExactly("Ada Quill");
        assertThat(place.getString("name")).isEqualTo("Belgium");
        assertThat(place.getString("country")).isEqualTo("BE");
        assertThat(place.getList("stories.id", String.class)).containsExactly(Edition.HUB);
        assertThat(place.getInt("countedStoryCount")).isEqualTo(1);
        assertThat(place.getList("sources.storyCount", Integer.class))
                .containsOnly(1)
                .hasSize(20);
        assertThat(ok("/v1/places/" + place.getString("id")).getString("name")).isEqualTo("Belgium");
        assertThat(ok("/v1/topics/" + topic).getString("name")).isEqualTo("software");
        assertThat(ids("/v1/stories?subject=" + topic + "," + place.getString("id")))
                .containsExactly(Edition.HUB);
        assertThat(asVantage("/v1/places/" + topic).jsonPath().getString("code"))
                .as("a topic is no place")
                .isEqualTo("SUBJECT_NOT_FOUND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/subjects/00000000000000000000", "/v1/topics/nothing", "/v1/places/BR", "/v1/places/x"})
    void aSubjectThatIsNoneIsNotFound(String path) {
        Response response = asVantage(path);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.jsonPath().getString("code")).isEqualTo("SUBJECT_NOT_FOUND");
    }

    @Test
    void outletsAreListedBySide() {
        JsonPath left = ok("/v1/sources?side=left&limit=100");

        assertThat(left.getList("sources.side", String.class))
                .containsOnly("left")
                .hasSize(5);
    }

    @Test
    void eventsOfAMergedStoryTellWhyItEnded() {
        JsonPath ended = ok("/v1/stories/" + Edition.MERGED + "/events");
        JsonPath all = ok("/v1/events");

        assertThat(ended.getList("events.kind", String.class)).containsExactly("merged");
        assertThat(ended.getString("events[0].storyId")).isEqualTo(Edition.PATCH);
        assertThat(ended.getString("events[0].by")).isEqualTo("machine");
        assertThat(ended.getList("events[0].otherStoryIds", String.class)).containsExactly(Edition.MERGED);
        assertThat(ended.getInt("events[0].articleCount")).isEqualTo(1);
        assertThat(all.getList("events.id", String.class)).contains(ended.getString("events[0].id"));
        assertThat(ok("/v1/stories/" + Edition.HUB + "/events").getList("events"))
                .isEmpty();
    }

    @Test
    void theSeriesOfCoverageEndsWithHowItIsNow() {
        JsonPath series = ok("/v1/stories/" + Edition.PATCH + "/coverage/history");
        JsonPath now = ok("/v1/stories/" + Edition.PATCH + "/coverage");

        assertThat(series.getList("moments.sourceCount", Integer.class)).containsExactly(1, 2);
        assertThat(series.getString("moments[1].asOfTime")).isEqualTo(now.getString("asOfTime"));
        assertThat(series.getList("moments.bias.left", Integer.class)).containsExactly(1, 1);
        assertThat(given().redirects()
                        .follow(false)
                        .get("/v1/stories/" + Edition.MERGED + "/coverage/history?limit=5")
                        .header("Location"))
                .endsWith("/v1/stories/" + Edition.PATCH + "/coverage/history?limit=5");
    }
}
