package news.parallax.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import news.parallax.crawler.v1.CrawlFeedRequest;
import news.parallax.crawler.v1.CrawlFeedResponse;
import news.parallax.crawler.v1.CrawlUrlRequest;
import news.parallax.crawler.v1.CrawlUrlResponse;
import news.parallax.crawler.v1.CrawlerServiceGrpc.CrawlerServiceBlockingStub;
import news.parallax.crawler.v1.DiscoverFeedsRequest;
import news.parallax.crawler.v1.DiscoveredFeed;
import news.parallax.crawler.v1.FeedEvidence;
import news.parallax.crawler.v1.ImportOpmlRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Pages, feeds, home pages and OPML that somebody asks for, over gRPC and HTTP. */
@QuarkusTest
@TestProfile(RequestsTest.OnTheFakeSite.class)
@QuarkusTestResource(value = FakeServices.class, restrictToAnnotatedClass = true)
class RequestsTest {

    public static final class OnTheFakeSite implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.test-port", "0",
                    "quarkus.grpc.clients.self.host", "127.0.0.1",
                    "quarkus.grpc.clients.self.port", "${quarkus.http.port}",
                    "parallax.crawler.allow-private-addresses", "true",
                    "parallax.crawler.shared-hosts", "false",
                    "parallax.crawler.host-interval", "0s");
        }
    }

    @TestHTTPResource("/q/metrics")
    URL metrics;

    @GrpcClient("self")
    CrawlerServiceBlockingStub self;

    @Test
    void aPageBecomesAnArticleOfAStory() {
        CrawlUrlResponse page = crawl("http://page.example/pier?utm_source=x");
        assertThat(page.getCanonicalUrl()).isEqualTo("http://page.example/pier");
        assertThat(page.getStoryId()).startsWith("story of Pier stays closed");
        assertThat(FakeServices.STORED).containsKey(page.getArticleId());
    }

    @Test
    void ofAFeedOnlyWhatIsNewIsDelivered() {
        CrawlFeedResponse first = crawlFeed("http://feed.example/feed.xml");
        assertThat(first.getTitle()).isEqualTo("Harbour");
        assertThat(first.getEntryCount()).isEqualTo(3);
        assertThat(first.getNewEntryCount()).isEqualTo(3);
        assertThat(first.getStoredEntryCount()).isEqualTo(2);
        assertThat(first.getGivenUpEntryCount()).isEqualTo(1);
        assertThat(first.getEntryError()).contains("http://feed.example/gone");
        CrawlFeedResponse second = crawlFeed("http://feed.example/feed.xml");
        assertThat(second.getNewEntryCount()).isZero();
        assertThat(second.getStoredEntryCount()).isZero();
    }

    @Test
    void whatIsNoArticleSaysWhatItIs() {
        assertThat(refusal(Code.FAILED_PRECONDITION, () -> crawl("http://kinds.example/feed.xml")))
                .isEqualTo("PAGE_IS_FEED");
        assertThat(refusal(Code.FAILED_PRECONDITION, () -> crawl("http://kinds.example/")))
                .isEqualTo("PAGE_IS_HOME");
        assertThat(refusal(Code.FAILED_PRECONDITION, () -> crawl("http://kinds.example/moved")))
                .isEqualTo("PAGE_IS_HOME");
        assertThat(refusal(Code.FAILED_PRECONDITION, () -> crawl("http://kinds.example/gone")))
                .isEqualTo("PAGE_REFUSED");
    }

    @Test
    void aFeedThatIsNoneIsRefusedWithTheReason() {
        assertThat(refusal(Code.FAILED_PRECONDITION, () -> crawlFeed("http://kinds.example/broken.xml")))
                .isEqualTo("FEED_UNREADABLE");
        assertThat(refusal(Code.FAILED_PRECONDITION, () -> crawlFeed("http://kinds.example/gone")))
                .isEqualTo("FEED_REFUSED");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> crawlFeed("file:///etc/passwd")))
                .isEqualTo("URL_INVALID");
    }

    @Test
    void aHomePageTellsTheFeedsThatCanBeRead() {
        assertThat(discover("http://home.example/"))
                .containsExactly(DiscoveredFeed.newBuilder()
                        .setUrl("http://home.example/feed.xml")
                        .setTitle("Harbour")
                        .setEntryCount(3)
                        .setEvidence(FeedEvidence.FEED_EVIDENCE_DECLARED)
                        .build());
        assertThat(discover("http://home.example/feed.xml"))
                .extracting(DiscoveredFeed::getEvidence)
                .containsExactly(FeedEvidence.FEED_EVIDENCE_ITSELF);
    }

    @Test
    void opmlIsHandedToTheCatalogAndItsErrorsHandedBack() {
        var taken = self.importOpml(ImportOpmlRequest.newBuilder()
                .setOpml(ByteString.copyFromUtf8("<opml/>"))
                .setDryRun(true)
                .build());
        assertThat(taken.getResult().getReport().getAddedCount()).isEqualTo(1);
        assertThat(taken.getResult().getRows(0).getLine()).isEqualTo(1);
        StatusRuntimeException refused = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> self.importOpml(ImportOpmlRequest.newBuilder()
                        .setOpml(ByteString.copyFrom(new byte[] {-1}))
                        .build()));
        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.getStatus().getDescription()).isEqualTo("the file is not UTF-8");
    }

    @Test
    void whatWasCrawledIsCountedWithoutNamesOfHosts() throws Exception {
        crawl("http://counted.example/pier");
        assertThat(catchThrowableOfType(StatusRuntimeException.class, () -> crawl("http://counted.example/gone")))
                .isNotNull();
        String scraped;
        try (InputStream answer = metrics.openStream()) {
            scraped = new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertThat(scraped)
                .containsPattern("parallax_crawler_fetches_total\\{[^}]*outcome=\"fetched\"[^}]*} [1-9]")
                .containsPattern(
                        "parallax_crawler_fetches_total\\{error=\"client_error\",outcome=\"refused\"[^}]*} [1-9]")
                .containsPattern("parallax_crawler_pages_total\\{outcome=\"extracted\"[^}]*} [1-9]")
                .containsPattern("parallax_crawler_articles_total\\{outcome=\"created\"[^}]*} [1-9]")
                .containsPattern("parallax_crawler_request_seconds_count [1-9]")
                .containsPattern("parallax_crawler_host_wait_seconds_count [1-9]")
                .containsPattern("parallax_crawler_fetched_bytes_total [1-9]")
                .containsPattern("parallax_crawler_delivery_window 256")
                .containsPattern("parallax_crawler_undelivered_articles 0")
                .contains("parallax_crawler_feeds_leased_total", "parallax_crawler_robots_denials_total")
                .doesNotContain("counted.example");
    }

    private CrawlUrlResponse crawl(String url) {
        return self().crawlUrl(CrawlUrlRequest.newBuilder().setUrl(url).build());
    }

    private CrawlFeedResponse crawlFeed(String url) {
        return self().crawlFeed(CrawlFeedRequest.newBuilder().setUrl(url).build());
    }

    private Iterable<DiscoveredFeed> discover(String url) {
        return self().discoverFeeds(
                        DiscoverFeedsRequest.newBuilder().setUrl(url).build())
                .getFeedsList();
    }

    private CrawlerServiceBlockingStub self() {
        return self.withDeadlineAfter(30, TimeUnit.SECONDS);
    }

    private static String refusal(Code code, Executable call) {
        StatusRuntimeException error = catchThrowableOfType(StatusRuntimeException.class, call::execute);
        assertThat(error.getStatus().getCode()).isEqualTo(code);
        try {
            return StatusProto.fromThrowable(error)
                    .getDetails(0)
                    .unpack(ErrorInfo.class)
                    .getReason();
        } catch (com.google.protobuf.InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }
}
