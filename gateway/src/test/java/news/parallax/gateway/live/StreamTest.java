package news.parallax.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.catalog.v1.UpdateStoryRequest;
import news.parallax.gateway.CatalogProcess;
import news.parallax.gateway.Edition;
import news.parallax.gateway.live.EventReader.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients hear over real connections, with the packaged catalog behind them. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class StreamTest {
    private static final String MUSEUM = Edition.storyId("filler-1");
    private static final String HARVEST = Edition.storyId("filler-2");

    @TestHTTPResource("/")
    URI base;

    @Inject
    ObjectMapper json;

    @GrpcClient("catalog")
    StoryServiceBlockingStub stories;

    private final List<EventReader> readers = new ArrayList<>();

    @AfterEach
    void tidy() {
        readers.forEach(EventReader::close);
        title(MUSEUM, "chronik", 1, "Wie das Museum seine Uhren repariert, part 2");
        title(HARVEST, "provincial", 2, "Farmers bring in an early harvest, part 3");
    }

    @Test
    void aChangeIsToldWithItsStory() throws Exception {
        EventReader reader = open("/v1/stream");
        title(HARVEST, "provincial", 2, "Farmers store the harvest");

        JsonNode change =
                json.readTree(await(reader, "Farmers store the harvest").data());
        assertThat(change.path("storyId").asText()).isEqualTo(HARVEST);
        assertThat(change.path("aspects")).extracting(JsonNode::asText).contains("telling");
        assertThat(change.path("story").path("title").asText()).isEqualTo("Farmers store the harvest");
    }

    @Test
    void whoComesBackHearsWhatWasMissedOnce() throws Exception {
        EventReader reader = open("/v1/stream");
        title(HARVEST, "provincial", 2, "Harvest, one");
        Event first = await(reader, "Harvest, one");
        reader.close();
        title(HARVEST, "provincial", 2, "Harvest, two");
        title(MUSEUM, "chronik", 1, "Museum, three");

        EventReader again = open("/v1/stream", "Last-Event-ID", first.id());
        List<String> heard = upTo(again, "Museum, three");
        assertThat(changes(heard)).doesNotHaveDuplicates().doesNotContain(change(first.data()));
        assertThat(heard.stream().filter(text -> text.contains("Harvest, two"))).isNotEmpty();

        EventReader byParameter = open("/v1/stream?last-event-id=" + first.id());
        assertThat(upTo(byParameter, "Museum, three")).isEqualTo(heard);
    }

    @Test
    void nothingIsLostOrToldTwiceWhileTheCatalogRestarts() throws Exception {
        EventReader visitor = open("/v1/stream");
        EventReader reader = open("/v1/stream", "X-Api-Key", "key-of-premium");
        title(HARVEST, "provincial", 2, "Before the restart");
        await(visitor, "Before the restart");
        await(reader, "Before the restart");
        CatalogProcess.withoutCatalog(() -> {});
        title(HARVEST, "provincial", 2, "After the restart");
        title(MUSEUM, "chronik", 1, "At last");

        for (EventReader one : List.of(visitor, reader)) {
            List<String> heard = upTo(one, "At last");
            assertThat(changes(heard)).doesNotHaveDuplicates();
            assertThat(heard.stream().filter(text -> text.contains("After the restart")))
                    .isNotEmpty();
        }
    }

    @Test
    void everybodyHearsWhatTheirPlanShows() throws Exception {
        EventReader visitor = open("/v1/stream");
        EventReader vantage = open("/v1/stream", "X-Api-Key", "key-of-vantage");
        title(HARVEST, "provincial", 2, "Harvest for all");

        assertThat(await(visitor, "Harvest for all").data())
                .contains("\"locked\"")
                .doesNotContain("\"factuality\":{");
        assertThat(await(vantage, "Harvest for all").data()).doesNotContain("\"locked\"");
    }

    @Test
    void onlyWhatIsAskedForIsTold() throws Exception {
        EventReader museum = open("/v1/stream?story=" + MUSEUM);
        EventReader german = open("/v1/stream?language=de&event=changed");
        EventReader gaps = open("/v1/stream?gap=true");
        EventReader all = open("/v1/stream");
        title(HARVEST, "provincial", 2, "Harvest, not asked for");
        title(MUSEUM, "chronik", 1, "Das Museum schließt");
        await(all, "Das Museum schließt");

        assertThat(upTo(museum, "Das Museum schließt")).hasSize(1);
        assertThat(upTo(german, "Das Museum schließt")).hasSize(1);
        assertThat(gaps.soFar()).isEmpty();
    }

    @Test
    void outletsCountriesAndTopicsCanBeAskedFor() throws Exception {
        EventReader ofChronik = open("/v1/stream?source=chronik.example");
        EventReader german = open("/v1/stream?country=de", "X-Api-Key", "key-of-premium");
        EventReader belgian = open("/v1/stream?country=BE");
        EventReader ofTopic = open("/v1/stream?subject=BE");
        EventReader all = open("/v1/stream");
        title(HARVEST, "provincial", 2, "Harvest, of another outlet");
        title(MUSEUM, "chronik", 1, "Das Museum zählt");
        hub();

        assertThat(upTo(all, Edition.HUB)).anyMatch(text -> text.contains(HARVEST));
        for (EventReader reader : List.of(ofChronik, german)) { // it covers the hub too
            assertThat(upTo(reader, Edition.HUB))
                    .anyMatch(text -> text.contains("Das Museum zählt"))
                    .noneMatch(text -> text.contains(HARVEST));
        }
        for (EventReader reader : List.of(belgian, ofTopic)) {
            assertThat(upTo(reader, Edition.HUB)).hasSize(1);
        }
    }

    @Test
    void whoAsksForAnOutletComesBackToWhatFollowedTheLastEvent() throws Exception {
        EventReader reader = open("/v1/stream?source=chronik.example");
        title(MUSEUM, "chronik", 1, "Museum, first");
        Event first = await(reader, "Museum, first");
        reader.close();
        title(HARVEST, "provincial", 2, "Harvest, missed and not asked for");
        title(MUSEUM, "chronik", 1, "Museum, missed");
        title(MUSEUM, "chronik", 1, "Museum, last");

        EventReader again = open("/v1/stream?source=chronik.example", "Last-Event-ID", first.id());

        List<String> heard = upTo(again, "Museum, last");
        assertThat(heard).noneMatch(text -> text.contains(HARVEST));
        assertThat(changes(heard)).doesNotHaveDuplicates().doesNotContain(change(first.data()));
    }

    @ParameterizedTest
    @CsvSource({
        "source=nobody.example, 404, SOURCE_NOT_FOUND",
        "subject=ffffffffffffffffffff, 404, SUBJECT_NOT_FOUND",
        "country=Belgium, 400, PARAMETER_INVALID",
        "country=QQ, 400, FILTER_INVALID",
        "topic=BE, 400, PARAMETER_UNKNOWN",
        "bias=left, 400, PARAMETER_UNKNOWN",
        "owner-category=telecom, 400, PARAMETER_UNKNOWN"
    })
    void whatCannotBeAskedForIsRefusedByName(String query, int status, String code) {
        Response refused = RestAssured.given().get("/v1/stream?" + query);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.jsonPath().getString("code")).isEqualTo(code);
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        Response response =
                RestAssured.given().header("Last-Event-ID", "nowhere").get("/v1/stream");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("code")).isEqualTo("RESUME_TOKEN_INVALID");

        // well-formed, of another database
        String foreign = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("00000000000000000000000000000000:5".getBytes(StandardCharsets.US_ASCII));
        Response expired = RestAssured.given().header("Last-Event-ID", foreign).get("/v1/stream");
        assertThat(expired.statusCode()).isEqualTo(410);
        assertThat(expired.jsonPath().getString("code")).isEqualTo("RESUME_TOKEN_EXPIRED");
    }

    @Test
    void oneAddressHasOnlySoManyStreamsAndGetsThemBack() throws Exception {
        List<EventReader> many = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            many.add(open("/v1/stream"));
        }
        Response refused = RestAssured.given().get("/v1/stream");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("TOO_MANY_STREAMS");

        many.forEach(EventReader::close);
        awaitSeat();
    }

    @Test
    void aStreamIsKeptByNobody() throws Exception {
        EventReader reader = open("/v1/stream");
        assertThat(reader.header("Content-Type")).startsWith("text/event-stream");
        assertThat(reader.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reader.header("Content-Encoding")).isEmpty();
    }

    private void awaitSeat() throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            EventReader reader = EventReader.open(base.resolve("/v1/stream"));
            readers.add(reader);
            if (reader.status() == 200) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no seat becomes free");
    }

    /** Another test may have had the catalog restart just now. */
    private EventReader open(String path, String... header) throws InterruptedException {
        EventReader reader = EventReader.open(base.resolve(path), header);
        for (int i = 0; i < 100 && reader.status() == 503; i++) {
            Thread.sleep(100);
            reader = EventReader.open(base.resolve(path), header);
        }
        readers.add(reader);
        assertThat(reader.status()).isEqualTo(200);
        return reader;
    }

    private static Event await(EventReader reader, String text) throws InterruptedException {
        while (true) {
            Event event = reader.next();
            if (event.data().contains(text)) {
                return event;
            }
        }
    }

    /** Data of all events until one with the text. */
    private static List<String> upTo(EventReader reader, String text) throws InterruptedException {
        List<String> heard = new ArrayList<>();
        while (heard.isEmpty() || !heard.getLast().contains(text)) {
            heard.add(reader.next().data());
        }
        return heard;
    }

    /** What changed and when: the story beside it is as it is when it is told, which may be later. */
    private static String change(String data) {
        return data.substring(0, data.indexOf(",\"story\""));
    }

    private static List<String> changes(List<String> heard) {
        return heard.stream().map(StreamTest::change).toList();
    }

    /** Says of the hub what is said of it already, which is told nevertheless. */
    private void hub() {
        title(Edition.HUB, "wire", "hub", Edition.HUB_TITLE + " again");
        title(Edition.HUB, "wire", "hub", Edition.HUB_TITLE);
    }

    private void title(String story, String source, int number, String title) {
        title(story, source, "filler-" + number, title);
    }

    private void title(String story, String source, String slug, String title) {
        var digest = StoryDigest.newBuilder()
                .setStoryId(story)
                .setTitle(title)
                .setTitleArticleId(Edition.articleId("https://" + source + ".example/" + slug));
        var request = UpdateStoryRequest.newBuilder().setStory(digest);
        request.getUpdateMaskBuilder().addPaths("title");
        stories.withWaitForReady().withDeadlineAfter(60, TimeUnit.SECONDS).updateStory(request.build());
    }
}
