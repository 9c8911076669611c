package news.parallax.gateway.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.UpdateStoryRequest;
import news.parallax.gateway.CatalogProcess;
import news.parallax.gateway.Edition;

/** Webhooks of the vantage reader, so that there is something on their page: one takes its messages, one never does. */
public final class Letters {
    private static final String NEWSROOM = "Newsroom";
    private static final String STORY = Edition.storyId("filler-4");
    private static final String TITLE = "Council hears plan for the old quarry, part 5";

    private static final Receiver RECEIVER = new Receiver();

    private Letters() {}

    /** Makes them, unless they are there, and waits until a message was taken and another given up. */
    public static void await() throws InterruptedException {
        if (!asked("").jsonPath().getList("webhooks.name").contains(NEWSROOM)) {
            RECEIVER.answers("/never", 503);
            create(NEWSROOM, "/taken", Map.of("sources", List.of("harbor.example")));
            create(
                    "Archive of council stories",
                    "/never",
                    Map.of(
                            "aspects", List.of("telling", "merged"),
                            "sources", List.of("harbor.example", "wire.example"),
                            "countries", List.of("SG"),
                            "languages", List.of("en"),
                            "minSources", 1));
            retell(TITLE + " of 5");
            retell(TITLE);
        }
        long until = System.nanoTime() + 60_000_000_000L;
        while (messages("delivered").isEmpty() || messages("dead").isEmpty()) {
            assertThat(System.nanoTime()).as("messages are sent").isLessThan(until);
            Thread.sleep(100);
        }
    }

    /** Ids of the vantage reader's messages to all webhooks of which this is so. */
    private static List<String> messages(String state) {
        return asked("").jsonPath().<String>getList("webhooks.id").stream()
                .flatMap(id ->
                        asked("/" + id + "/deliveries?state=" + state)
                                .jsonPath()
                                .<String>getList("deliveries.id")
                                .stream())
                .toList();
    }

    private static Response asked(String path) {
        return given().header("X-Api-Key", "key-of-vantage").get("/v1/me/webhooks" + path);
    }

    private static void create(String name, String path, Map<String, Object> filter) {
        Response made = given().header("X-Api-Key", "key-of-vantage")
                .contentType(ContentType.JSON)
                .body(Map.of("url", RECEIVER.url(path), "name", name, "filter", filter))
                .post("/v1/me/webhooks");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    }

    private static void retell(String title) {
        ManagedChannel catalog = CatalogProcess.channel();
        try {
            var request = UpdateStoryRequest.newBuilder()
                    .setStory(StoryDigest.newBuilder()
                            .setStoryId(STORY)
                            .setTitle(title)
                            .setTitleArticleId(Edition.articleId("https://harbor.example/filler-4")));
            request.getUpdateMaskBuilder().addPaths("title");
            StoryServiceGrpc.newBlockingStub(catalog).updateStory(request.build());
        } finally {
            catalog.shutdownNow();
        }
    }
}
