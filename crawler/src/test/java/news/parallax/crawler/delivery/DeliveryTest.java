package news.parallax.crawler.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import news.parallax.catalog.v1.GetSourceRequest;
import news.parallax.catalog.v1.SourceServiceGrpc;
import news.parallax.crawler.TestConfig;
import news.parallax.crawler.archive.ArchiveReplay;
import news.parallax.crawler.archive.ReplayReport;
import news.parallax.crawler.page.ArticleExtractor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries to the packaged clusterer and catalog, which are killed in the middle. */
@EnabledIf("othersArePackaged")
@Timeout(240)
class DeliveryTest {

    private static final int ARTICLES = 200;

    @TempDir
    private static Path folder;

    private static PackagedService catalog;
    private static PackagedService clusterer;
    private static ManagedChannel clustererChannel;
    private static ManagedChannel catalogChannel;
    private static ClustererClient client;

    static boolean othersArePackaged() {
        return PackagedService.packaged("catalog") && PackagedService.packaged("clusterer");
    }

    @BeforeAll
    static void start() throws Exception {
        catalog = PackagedService.start(
                "catalog",
                Map.of("PARALLAX_CATALOG_DATA", folder.resolve("catalog").toString()));
        clusterer = PackagedService.start(
                "clusterer", Map.of("QUARKUS_GRPC_CLIENTS_CATALOG_PORT", Integer.toString(catalog.port())));
        clustererChannel = channel(clusterer);
        catalogChannel = channel(catalog);
        client = new ClustererClient(clustererChannel, TestConfig.with("delivery-window", "50"));
    }

    private static ManagedChannel channel(PackagedService service) {
        return ManagedChannelBuilder.forAddress("127.0.0.1", service.port())
                .usePlaintext()
                .build();
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        clustererChannel.shutdownNow();
        catalogChannel.shutdownNow();
        clusterer.close();
        catalog.close();
    }

    @Test
    void articlesSurviveAClustererThatIsKilledInTheMiddle() throws Exception {
        assertAllStoredOnceThoughKilled(clusterer, "killed-clusterer.example");
    }

    @Test
    void articlesSurviveACatalogThatIsKilledInTheMiddle() throws Exception {
        assertAllStoredOnceThoughKilled(catalog, "killed-catalog.example");
    }

    @Test
    void aRefusedArticleSaysWhyAndItsNeighborsAreStored() throws Exception {
        var before = client.deliver(article("refused.example", 0));
        var refused = client.deliver(article("refused.example", 1, Instant.parse("2990-01-01T00:00:00Z")));
        var after = client.deliver(article("refused.example", 2));
        assertThat(refused.get(60, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        DeliveryOutcome.Refused.class,
                        outcome -> assertThat(outcome.reason()).isEqualTo("TIME_INVALID"));
        assertThat(before.get(60, TimeUnit.SECONDS)).isInstanceOf(DeliveryOutcome.Stored.class);
        assertThat(after.get(60, TimeUnit.SECONDS)).isInstanceOf(DeliveryOutcome.Stored.class);
    }

    @Test
    void anArchiveIsReplayedOnceAndASecondReplayChangesNothing() throws Exception {
        Path file = folder.resolve("rows.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("""
                    {"id":"1","title":"Ferry to the islands stops for a week","url":"http://replayed.example/1","date":"2026-05-01T10:00:00"}
                    {"id":"2","title":
                    {"id":"3","title":"Council of Lorne votes for a new library","url":"http://replayed.example/3","date":null}

                    {"id":"4","title":"Mine in the north reopens","text":"With forty people.","domain":"replayed.example"}
                    """.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        var config = TestConfig.with();
        ArchiveReplay replay = new ArchiveReplay(client, new ArticleExtractor(config), config, InstantSource.system());

        ReplayReport first = replay.replay(file, false, new PrintStream(log, true, StandardCharsets.UTF_8));
        ReplayReport second = replay.replay(file, false, new PrintStream(log, true, StandardCharsets.UTF_8));

        assertThat(List.of(first.rows(), first.created(), first.repeated(), first.refused(), first.badRows()))
                .containsExactly(4, 3, 0, 0, 1);
        assertThat(List.of(second.rows(), second.created(), second.repeated(), second.refused(), second.badRows()))
                .containsExactly(4, 0, 3, 0, 1);
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("line 2: bad row: not JSON");
        assertThat(articleCount("replayed.example")).isEqualTo(3);
    }

    /** Deliveries go on while the service is down, until the window is full. */
    private static void assertAllStoredOnceThoughKilled(PackagedService service, String domain) throws Exception {
        List<CompletableFuture<DeliveryOutcome>> outcomes = new ArrayList<>();
        for (int i = 0; i < ARTICLES / 2; i++) {
            outcomes.add(client.deliver(article(domain, i)));
        }
        try (ExecutorService outage = Executors.newVirtualThreadPerTaskExecutor()) {
            service.kill();
            Future<?> restart = outage.submit(() -> {
                service.startAgain();
                return null;
            });
            for (int i = ARTICLES / 2; i < ARTICLES; i++) {
                outcomes.add(client.deliver(article(domain, i)));
            }
            restart.get();
        }
        for (CompletableFuture<DeliveryOutcome> outcome : outcomes) {
            assertThat(outcome.get(90, TimeUnit.SECONDS)).isInstanceOf(DeliveryOutcome.Stored.class);
        }
        assertThat(articleCount(domain)).isEqualTo(ARTICLES);
    }

    private static int articleCount(String domain) {
        return SourceServiceGrpc.newBlockingStub(catalogChannel)
                .withDeadlineAfter(20, TimeUnit.SECONDS)
                .getSource(GetSourceRequest.newBuilder().setSourceId(domain).build())
                .getSource()
                .getArticleCount();
    }

    private static CrawledArticle article(String domain, int number) {
        return article(domain, number, Instant.parse("2026-05-01T10:00:00Z"));
    }

    private static CrawledArticle article(String domain, int number, Instant publishTime) {
        String title = "Report %d of the harbour office on ship %d".formatted(number, number * 7919);
        return Reports.report(
                "http://" + domain + "/" + number, title, title + " says nothing new.", Optional.of(publishTime));
    }
}
