package news.parallax.crawler.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import news.parallax.clusterer.v1.ArticleStored;
import news.parallax.clusterer.v1.ClustererServiceGrpc;
import news.parallax.clusterer.v1.IngestArticlesRequest;
import news.parallax.clusterer.v1.IngestArticlesResponse;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.TestConfig;
import news.parallax.crawler.archive.ArchiveReplay;
import news.parallax.crawler.archive.ReplayReport;
import news.parallax.crawler.page.ArticleExtractor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A replay whose crawler goes in the middle, before a clusterer that does not answer all. */
@Timeout(60)
class StoppedReplayTest {

    private static final List<String> TITLES = List.of("One", "Two", "Three", "Four", "Five");

    @TempDir
    private Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch allReceived = new CountDownLatch(TITLES.size());
    private volatile Set<String> unanswered = Set.of("Three", "Five");
    private Server server;
    private ManagedChannel channel;
    private Path archive;

    @BeforeEach
    void start() throws IOException {
        server = ServerBuilder.forPort(0)
                .addService(ServerServiceDefinition.builder(ClustererServiceGrpc.SERVICE_NAME)
                        .addMethod(
                                ClustererServiceGrpc.getIngestArticlesMethod(),
                                ServerCalls.asyncBidiStreamingCall(this::ingest))
                        .build())
                .build()
                .start();
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
        List<String> rows = TITLES.stream()
                .map(title -> "{\"id\":\"%s\",\"title\":\"%s\",\"domain\":\"daily.example\"}".formatted(title, title))
                .toList();
        archive = Files.write(folder.resolve("rows.jsonl"), rows);
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void goesOnBehindTheLastRowUpToWhichAllAreAnswered() throws Exception {
        ReplayReport first = replayOfACrawlerThatGoes();
        assertThat(first.complete()).isFalse();
        assertThat(first.stored()).isEqualTo(3);

        received.clear();
        unanswered = Set.of();
        ReplayReport second = replay(false);
        assertThat(second.complete()).isTrue();
        assertThat(second.resumedAfter()).isEqualTo(2);
        assertThat(received).containsExactlyInAnyOrder("Three", "Four", "Five");

        received.clear();
        assertThat(replay(false).resumedAfter())
                .as("a complete replay is forgotten")
                .isZero();
        assertThat(received).containsExactlyInAnyOrderElementsOf(TITLES);
    }

    @Test
    void startsAnewWhenAskedTo() throws Exception {
        replayOfACrawlerThatGoes();
        received.clear();
        unanswered = Set.of();
        assertThat(replay(true).resumedAfter()).isZero();
        assertThat(received).containsExactlyInAnyOrderElementsOf(TITLES);
    }

    private ReplayReport replayOfACrawlerThatGoes() throws Exception {
        ClustererClient client = new ClustererClient(channel, config());
        try (ExecutorService crawler = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ReplayReport> report = crawler.submit(() -> replay(client, false));
            allReceived.await();
            while (client.openCount() > unanswered.size()) { // answers are on their way
                Thread.sleep(10);
            }
            client.close();
            return report.get(30, TimeUnit.SECONDS);
        }
    }

    private ReplayReport replay(boolean restart) throws Exception {
        ClustererClient client = new ClustererClient(channel, config());
        try {
            return replay(client, restart);
        } finally {
            client.close();
        }
    }

    private ReplayReport replay(ClustererClient client, boolean restart) throws Exception {
        CrawlerConfig config = config();
        return new ArchiveReplay(client, new ArticleExtractor(config), config, InstantSource.system())
                .replay(archive, restart, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private CrawlerConfig config() {
        return TestConfig.with("replay-checkpoints", folder.resolve("kept").toString());
    }

    private StreamObserver<IngestArticlesRequest> ingest(StreamObserver<IngestArticlesResponse> answers) {
        return new StreamObserver<>() {
            @Override
            public void onNext(IngestArticlesRequest request) {
                String title = request.getArticle().getTitle();
                received.add(title);
                if (!unanswered.contains(title)) {
                    answers.onNext(IngestArticlesResponse.newBuilder()
                            .setSequence(request.getSequence())
                            .setStored(
                                    ArticleStored.newBuilder().setStoryId("s").setCreated(true))
                            .build());
                }
                allReceived.countDown();
            }

            @Override
            public void onError(Throwable error) {
                // the crawler is gone
            }

            @Override
            public void onCompleted() {
                answers.onCompleted();
            }
        };
    }
}
