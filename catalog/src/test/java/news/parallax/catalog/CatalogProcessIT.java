package news.parallax.catalog;

import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.stub.AbstractStub;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.ImportRatingsRequest;
import news.parallax.catalog.v1.ImportSourcesRequest;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.SourceServiceGrpc;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryServiceGrpc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The packaged catalog as it is shipped. */
class CatalogProcessIT {
    private static final Duration LIMIT = Duration.ofSeconds(50);

    private Path data;
    private Process process;
    private int port;

    @BeforeEach
    void start() throws IOException {
        data = Files.createTempDirectory(Files.createDirectories(Path.of("target/process-tests")), "data")
                .toAbsolutePath();
        start(data, Map.of());
        await("readiness", this::ready);
    }

    @AfterEach
    void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
        await("no server", () -> !serverRuns());
    }

    @Test
    void whatWasAcknowledgedIsThereAfterKillMinusNine() throws Exception {
        for (int number = 0; number < 20; number++) {
            recordArticle(number);
        }
        process.destroyForcibly().waitFor();
        start(data, Map.of());
        await("readiness", this::ready);

        recordArticle(7);
        assertThat(totals()).isEqualTo(20);
    }

    @Test
    void aMergeThatWasAcknowledgedIsThereAfterKillMinusNine() throws Exception {
        recordArticle(1);
        call(
                StoryServiceGrpc::newBlockingStub,
                stub -> stub.recordArticles(RecordArticlesRequest.newBuilder()
                        .addArticles(record(storyId("process, merged"), "https://process-merged.example/a"))
                        .build()));
        call(
                StoryServiceGrpc::newBlockingStub,
                stub -> stub.mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(storyId("process"))
                        .addMergedStoryIds(storyId("process, merged"))
                        .build()));
        process.destroyForcibly().waitFor();
        start(data, Map.of());
        await("readiness", this::ready);

        Story story = call(
                        StoryServiceGrpc::newBlockingStub,
                        stub -> stub.getStory(GetStoryRequest.newBuilder()
                                .setStoryId(storyId("process, merged"))
                                .build()))
                .getStory();
        assertThat(story.getId()).isEqualTo(storyId("process"));
        assertThat(story.getArticleCount()).isEqualTo(2);
    }

    @Test
    void aChangedRuleForCoverageGapsCountsForStoriesThatAreThere() throws Exception {
        List<String> sources = List.of("one.example", "two.example", "three.example");
        for (String source : sources) {
            call(
                    SourceServiceGrpc::newBlockingStub,
                    stub -> stub.importSources(ImportSourcesRequest.newBuilder()
                            .addSources(source(source))
                            .build()));
            call(
                    SourceServiceGrpc::newBlockingStub,
                    stub -> stub.importRatings(ImportRatingsRequest.newBuilder()
                            .addRatings(rating(source, "rater", Bias.BIAS_LEFT))
                            .addRatings(rating(source, "rater", Factuality.FACTUALITY_HIGH))
                            .build()));
            call(
                    StoryServiceGrpc::newBlockingStub,
                    stub -> stub.recordArticles(RecordArticlesRequest.newBuilder()
                            .addArticles(record(storyId("rule"), "https://" + source + "/a"))
                            .build()));
        }
        assertThat(gaps()).isEmpty();
        process.destroy();
        process.waitFor();
        start(data, Map.of("PARALLAX_CATALOG_GAP_RATED_SOURCES_MIN", "3"));
        await("readiness", this::ready);

        assertThat(gaps()).containsExactly(storyId("rule"));
    }

    @Test
    void sigtermStopsTheServiceAndThenItsDatabase() throws Exception {
        recordArticle(1);
        process.destroy();

        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(serverRuns()).isFalse();
        assertThat(Files.readString(data.resolve("postgres.log"))).endsWith("database system is shut down\n");
    }

    @Test
    void aFolderThatCannotBeWrittenIsOneLineAndExitCodeOne() throws Exception {
        Path file = Files.createFile(data.resolve("file"));
        Process refused = launch(file.resolve("data"), freePort(), Map.of());

        assertThat(refused.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(1);
        assertThat(refused.errorReader().lines())
                .singleElement()
                .asString()
                .startsWith("The data folder " + file.resolve("data") + " cannot be written");
    }

    private void start(Path folder, Map<String, String> settings) throws IOException {
        port = freePort();
        process = launch(folder, port, settings);
    }

    private static Process launch(Path folder, int port, Map<String, String> settings) throws IOException {
        var builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(), "-jar", "target/quarkus-app/quarkus-run.jar");
        builder.environment().put("PARALLAX_CATALOG_DATA", folder.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean ready() {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port)))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void recordArticle(int number) {
        call(
                StoryServiceGrpc::newBlockingStub,
                stub -> stub.recordArticles(RecordArticlesRequest.newBuilder()
                        .addArticles(record(storyId("process"), "https://process.example/" + number))
                        .build()));
    }

    private long totals() {
        return call(StoryServiceGrpc::newBlockingStub, stub -> stub.getTotals(GetTotalsRequest.getDefaultInstance()))
                .getArticleCount();
    }

    private List<String> gaps() {
        var request = ListStoriesRequest.newBuilder().setGapOnly(true).build();
        return call(StoryServiceGrpc::newBlockingStub, stub -> stub.listStories(request)).getStoriesList().stream()
                .map(Story::getId)
                .toList();
    }

    private <S extends AbstractStub<S>, T> T call(Function<Channel, S> service, Function<S, T> call) {
        ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
        try {
            return call.apply(service.apply(channel).withDeadlineAfter(30, TimeUnit.SECONDS));
        } finally {
            channel.shutdownNow();
        }
    }

    private boolean serverRuns() {
        return ProcessHandle.allProcesses()
                .anyMatch(any -> any.info()
                        .command()
                        .filter(command -> command.startsWith(data.toString()))
                        .isPresent());
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(LIMIT);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
