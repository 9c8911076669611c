package news.parallax.gateway.cache;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.catalog.v1.UpdateStoryRequest;
import news.parallax.gateway.CatalogProcess;
import news.parallax.gateway.Edition;
import org.junit.jupiter.api.Test;

/** What visitors are given again, and when not, over HTTP with the packaged catalog behind it. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class AnswersTest {
    private static final String QUARRY = Edition.storyId("filler-0");
    private static final String JSON = "/v1/stories/" + QUARRY;
    private static final String PAGE = "/stories/" + QUARRY;
    /** Nobody changes it. */
    private static final String CALM = "/v1/stories/" + Edition.HUB;

    @TestHTTPResource("/")
    URI base;

    @Inject
    AnswerCache answers;

    @GrpcClient("catalog")
    StoryServiceBlockingStub stories;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void aStoryIsGivenAgainUntilItChanges() throws Exception {
        HttpResponse<byte[]> before = get(JSON);
        assertThat(kept(JSON)).isPresent();
        assertThat(get(JSON).body()).isEqualTo(before.body());
        assertThat(get(JSON, "If-None-Match", tag(before)).statusCode()).isEqualTo(304);

        withTitle("Council sells the old quarry", () -> {
            HttpResponse<byte[]> after = await(JSON, answer -> text(answer).contains("Council sells the old quarry"));
            assertThat(tag(after)).isNotEqualTo(tag(before));
            assertThat(get(JSON, "If-None-Match", tag(before)).statusCode()).isEqualTo(200);
            assertThat(get(JSON, "If-None-Match", tag(after)).statusCode()).isEqualTo(304);
        });
    }

    @Test
    void itsPageAndTheListsFollowToo() throws Exception {
        get(PAGE);
        get("/?cursor=");
        assertThat(kept(PAGE)).isPresent();

        withTitle("Quarry becomes a lake", () -> {
            await(PAGE, answer -> text(answer).contains("Quarry becomes a lake"));
            await("/v1/stories?limit=100", answer -> text(answer).contains("Quarry becomes a lake"));
        });
    }

    @Test
    void itIsKnownWhichStoriesAnAnswerTellsOf() {
        get(JSON);
        get("/v1/stories");
        get("/v1/stories/" + Edition.MERGED);

        assertThat(kept(JSON).orElseThrow().life().storyIds()).containsExactly(QUARRY);
        assertThat(kept(JSON).orElseThrow().life().onlyStories()).isTrue();
        assertThat(kept("/v1/stories").orElseThrow().life().onlyStories()).isFalse();
        assertThat(kept("/v1/stories/" + Edition.MERGED)).isEmpty();
    }

    @Test
    void aReadersAnswerIsNobodyElses() throws Exception {
        String path = CALM;
        HttpResponse<byte[]> readers = get(path, "X-Api-Key", "key-of-vantage");
        HttpResponse<byte[]> visitors = get(path);
        HttpResponse<byte[]> again = get(path, "X-Api-Key", "key-of-vantage");

        assertThat(text(readers)).doesNotContain("\"locked\"");
        assertThat(text(visitors)).contains("\"locked\"");
        assertThat(again.body()).isEqualTo(readers.body());
        assertThat(tag(readers)).isNotEqualTo(tag(visitors));
        assertThat(readers.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(visitors.headers().firstValue("Cache-Control")).hasValue("public, max-age=10");
        String session = given().redirects()
                .follow(false)
                .formParam("key", "key-of-vantage")
                .post("/log-in/key")
                .cookie("parallax_session");
        assertThat(text(get(path, "Cookie", "parallax_session=" + session))).doesNotContain("\"locked\"");
        assertThat(get(path, "X-Api-Key", "key-of-vantage", "If-None-Match", tag(readers))
                        .statusCode())
                .isEqualTo(304);
        assertThat(get(path, "X-Api-Key", "key-of-vantage", "If-None-Match", tag(visitors))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void manyWhoAskAtOnceAreAllAnsweredAlike() {
        for (String path : List.of("/v1/stories?limit=37", "/v1/stories/nobody", "/latest")) {
            var request = HttpRequest.newBuilder(base.resolve(path)).build();
            List<CompletableFuture<HttpResponse<byte[]>>> asked = Stream.generate(
                            () -> client.sendAsync(request, BodyHandlers.ofByteArray()))
                    .limit(30)
                    .toList();
            HttpResponse<byte[]> first = asked.getFirst().join();

            assertThat(asked).allSatisfy(answer -> {
                assertThat(answer.join().statusCode()).isEqualTo(first.statusCode());
                assertThat(answer.join().headers().map().keySet())
                        .containsAll(first.headers().map().keySet());
            });
        }
    }

    @Test
    void whatIsNotUnderstoodOrFoundIsNotKept() throws Exception {
        assertThat(get(PAGE + "?utm_source=x").statusCode()).isEqualTo(200);
        assertThat(get(PAGE + "?side=left&side=right").statusCode()).isEqualTo(200);
        assertThat(get(JSON + "?x=1").statusCode()).isEqualTo(400);
        assertThat(get("/v1/stories/none").statusCode()).isEqualTo(404);

        assertThat(kept(PAGE + "?utm_source=x")).isEmpty();
        assertThat(kept(PAGE + "?side=left&side=right")).isEmpty();
        assertThat(kept(JSON + "?x=1")).isEmpty();
        assertThat(kept("/v1/stories/none")).isEmpty();
    }

    @Test
    void headersThatAnybodyMayInventChangeNobodysAnswer() throws Exception {
        HttpResponse<byte[]> forged = get(
                PAGE + "?side=left",
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "gopher",
                "X-Original-URL",
                "/plans",
                "Accept-Language",
                "de");
        HttpResponse<byte[]> plain = get(PAGE + "?side=left");

        assertThat(text(forged)).doesNotContain("evil.example").contains("lang=\"de\"");
        assertThat(text(plain)).contains("<html lang=\"en\"");
    }

    @Test
    void compressedFormsSayTheSame() throws Exception {
        byte[] plain = get(CALM).body();
        HttpResponse<byte[]> gzip = get(CALM, "Accept-Encoding", "gzip");
        HttpResponse<byte[]> brotli = get(CALM, "Accept-Encoding", "gzip, br");

        assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
                .isEqualTo(plain);
        assertThat(brotli.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(Decoder.decompress(brotli.body()).getDecompressedData()).isEqualTo(plain);
        assertThat(String.join(", ", brotli.headers().allValues("Vary")))
                .contains("Accept-Encoding", "Accept-Language", "Cookie");
    }

    @Test
    void nothingIsCompressedTwiceOverHttp2() throws Exception {
        byte[] plain = get(CALM).body();
        var request = HttpRequest.newBuilder(base.resolve(CALM))
                .header("Accept-Encoding", "gzip")
                .build();
        try (var modern = HttpClient.newHttpClient()) {
            modern.send(request, BodyHandlers.ofByteArray()); // the first one upgrades the connection
            HttpResponse<byte[]> answer = modern.send(request, BodyHandlers.ofByteArray());

            assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
            assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
                    .isEqualTo(plain);
        }
    }

    @Test
    void aHeadSaysWhatAGetWould() throws Exception {
        HttpResponse<byte[]> get = get(CALM);
        var request = HttpRequest.newBuilder(base.resolve(CALM))
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<byte[]> head = client.send(request, BodyHandlers.ofByteArray());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).hasValue(String.valueOf(get.body().length));
        assertThat(tag(head)).isEqualTo(tag(get));
        assertThat(head.headers().firstValue("Cache-Control")).hasValue("public, max-age=10");
    }

    @Test
    void withoutTheCatalogNothingOldIsGivenForLongAndAllIsRightAfterIt() throws Exception {
        get(JSON);
        CatalogProcess.withoutCatalog(() -> await(JSON, answer -> answer.statusCode() == 503));

        await(JSON, answer -> answer.statusCode() == 200);
        withTitle("Quarry closes", () -> await(JSON, answer -> text(answer).contains("Quarry closes")));
    }

    private Optional<Answer> kept(String path) {
        URI url = base.resolve(path);
        return answers.find(new AnswerKey(
                "http://" + url.getAuthority(),
                url.getRawPath(),
                Optional.ofNullable(url.getRawQuery()).orElse(""),
                "",
                "en"));
    }

    private void withTitle(String title, Runnable check) {
        String before = stories.getStory(
                        GetStoryRequest.newBuilder().setStoryId(QUARRY).build())
                .getStory()
                .getTitle();
        change(title);
        try {
            check.run();
        } finally {
            change(before);
        }
    }

    private void change(String title) {
        var digest = StoryDigest.newBuilder()
                .setStoryId(QUARRY)
                .setTitle(title)
                .setTitleArticleId(Edition.articleId("https://harbor.example/filler-0"));
        var request = UpdateStoryRequest.newBuilder().setStory(digest);
        request.getUpdateMaskBuilder().addPaths("title");
        stories.updateStory(request.build());
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(base.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<byte[]> await(String path, Predicate<HttpResponse<byte[]>> condition) {
        for (int i = 0; i < 200; i++) {
            HttpResponse<byte[]> answer = get(path);
            if (condition.test(answer)) {
                return answer;
            }
            pause();
        }
        throw new AssertionError("does not come: " + path);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String tag(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
