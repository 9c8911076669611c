package news.parallax.crawler.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.article.v1.Article;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.FeedServiceGrpc;
import news.parallax.catalog.v1.ImportFeedsRequest;
import news.parallax.catalog.v1.ImportSourcesRequest;
import news.parallax.catalog.v1.LookupArticleRequest;
import news.parallax.catalog.v1.Source;
import news.parallax.catalog.v1.SourceServiceGrpc;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.crawler.delivery.PacedSite.Visit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two packaged crawlers on one catalog and clusterer. They crawl once undisturbed, and once while one of each is killed;
 * both must end with the same articles, and no host must see two requests closer than the interval.
 */
@EnabledIf("allArePackaged")
@Timeout(300)
@TestMethodOrder(OrderAnnotation.class)
class CrawlersIT {

    private static final Duration INTERVAL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private static Path folder;

    private static PacedSite site;
    private static PackagedService catalog;
    private static PackagedService clusterer;
    private static PackagedService one;
    private static PackagedService two;
    private static ManagedChannel channel;

    static boolean allArePackaged() {
        return Stream.of("catalog", "clusterer", "crawler").allMatch(PackagedService::packaged);
    }

    @BeforeAll
    static void start() throws Exception {
        site = new PacedSite();
        catalog = PackagedService.start(
                "catalog",
                Map.of(
                        "PARALLAX_CATALOG_DATA", folder.resolve("catalog").toString(),
                        "PARALLAX_CATALOG_FEEDS_REFRESH_MINIMUM", "1s",
                        "PARALLAX_CATALOG_FEEDS_PAUSE_MAXIMUM", "3s"));
        clusterer = PackagedService.start(
                "clusterer", Map.of("QUARKUS_GRPC_CLIENTS_CATALOG_PORT", Integer.toString(catalog.port())));
        channel = ManagedChannelBuilder.forAddress("127.0.0.1", catalog.port())
                .usePlaintext()
                .build();
        one = crawler("CrawlerOne");
        two = crawler("CrawlerTwo");
    }

    private static PackagedService crawler(String name) throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of(
                "QUARKUS_GRPC_CLIENTS_CATALOG_PORT",
                Integer.toString(catalog.port()),
                "QUARKUS_GRPC_CLIENTS_CLUSTERER_PORT",
                Integer.toString(clusterer.port()),
                "PARALLAX_CRAWLER_USER_AGENT",
                name,
                "PARALLAX_CRAWLER_ALLOW_PRIVATE_ADDRESSES",
                "true",
                "PARALLAX_CRAWLER_CONNECT_TO_EXAMPLE",
                "127.0.0.1:" + site.port(),
                "PARALLAX_CRAWLER_HOST_INTERVAL",
                INTERVAL.toMillis() + "ms",
                "PARALLAX_CRAWLER_FEEDS_AT_ONCE",
                "3",
                "PARALLAX_CRAWLER_POLL_INTERVAL",
                "200ms"));
        environment.put("PARALLAX_CRAWLER_LEASE_DURATION", "12s");
        environment.put("PARALLAX_CRAWLER_HOST_CLAIM", "6s");
        environment.put("PARALLAX_CRAWLER_HOST_IDLE", "300ms");
        environment.put("PARALLAX_CRAWLER_CRAWL_DELAY_MAX", "1s");
        return PackagedService.start("crawler", environment);
    }

    @AfterAll
    static void stop() throws Exception {
        channel.shutdownNow();
        for (PackagedService service : List.of(one, two, clusterer, catalog)) {
            service.close();
        }
        site.close();
    }

    @Test
    @Order(1)
    void twoCrawlersShareFeedsAndKeepThePaceOfEachHostTogether() throws Exception {
        importFeeds("calm.example");
        awaitArticles("calm.example");

        Set<String> whoCame = site.visits().values().stream()
                .flatMap(List::stream)
                .map(visit -> visit.userAgent().split("[/ ]", 2)[0])
                .collect(Collectors.toSet());
        assertThat(whoCame).containsExactlyInAnyOrder("CrawlerOne", "CrawlerTwo");
        assertPaceIsKept();
    }

    @Test
    @Order(2)
    void killsOfEachSideInTheMiddleChangeNothing() throws Exception {
        importFeeds("storm.example");
        awaitSome("storm.example", 10);
        one.kill();
        clusterer.kill();
        catalog.kill();
        catalog.startAgain();
        clusterer.startAgain();
        awaitArticles("storm.example");

        assertThat(contents("storm.example")).isEqualTo(contents("calm.example"));
        assertPaceIsKept();
    }

    private static void assertPaceIsKept() {
        site.visits().forEach((host, visits) -> {
            for (int i = 1; i < visits.size(); i++) {
                Visit before = visits.get(i - 1);
                Visit next = visits.get(i);
                assertThat(Duration.ofNanos(next.nanos() - before.nanos()))
                        .as("%s: %s after %s", host, next.userAgent(), before.userAgent())
                        .isGreaterThanOrEqualTo(INTERVAL);
            }
        });
    }

    private static List<String> outlets(String name) {
        return IntStream.range(0, 6)
                .mapToObj(number -> "outlet%d-%s".formatted(number, name))
                .toList();
    }

    private static void importFeeds(String name) {
        var sources = ImportSourcesRequest.newBuilder();
        var feeds = ImportFeedsRequest.newBuilder();
        outlets(name).forEach(outlet -> {
            sources.addSources(Source.newBuilder().setId(outlet).setName(outlet).addDomains(outlet));
            feeds.addFeeds(
                    Feed.newBuilder().setUrl("http://" + outlet + "/feed.xml").setSourceId(outlet));
        });
        SourceServiceGrpc.newBlockingStub(channel).importSources(sources.build());
        assertThat(FeedServiceGrpc.newBlockingStub(channel)
                        .importFeeds(feeds.build())
                        .getReport()
                        .getAddedCount())
                .isEqualTo(6);
    }

    private static List<String> urls(String name) {
        return outlets(name).stream()
                .flatMap(outlet -> PacedSite.articles(outlet, PacedSite.sharedHost(outlet)).stream())
                .toList();
    }

    private static void awaitArticles(String name) throws InterruptedException {
        awaitSome(name, urls(name).size());
    }

    private static void awaitSome(String name, int articles) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long stored = 0;
        while (stored < articles && System.nanoTime() < end) {
            Thread.sleep(300);
            stored = urls(name).stream().filter(CrawlersIT::isStored).count();
        }
        assertThat(stored).isGreaterThanOrEqualTo(articles);
    }

    private static boolean isStored(String url) {
        try {
            return !article(url).getId().isEmpty();
        } catch (StatusRuntimeException notYet) {
            return false;
        }
    }

    /** What is stored of every article, by its path, with the name of the run left out. */
    private static Map<String, String> contents(String name) {
        Map<String, String> contents = new TreeMap<>();
        for (String url : urls(name)) {
            Article article =
                    article(url).toBuilder().clearId().clearDiscoverTime().build();
            contents.put(url.replace(name, ""), article.toString().replace(name, ""));
        }
        return contents;
    }

    private static Article article(String url) {
        return StoryServiceGrpc.newBlockingStub(channel)
                .withDeadlineAfter(10, TimeUnit.SECONDS)
                .lookupArticle(LookupArticleRequest.newBuilder().setUrl(url).build())
                .getArticle()
                .getArticle();
    }
}
