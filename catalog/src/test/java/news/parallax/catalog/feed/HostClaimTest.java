package news.parallax.catalog.feed;

import static news.parallax.catalog.CatalogService.feeds;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.feed.FeedCalls.importFeed;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ClaimHostsRequest;
import news.parallax.catalog.v1.FeedLease;
import news.parallax.catalog.v1.HostClaim;
import news.parallax.catalog.v1.HostRelease;
import news.parallax.catalog.v1.LeaseFeedsRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class HostClaimTest {

    @BeforeEach
    void othersAreTaken() {
        importSources(source("feeds.example"));
        FeedCalls.takeOthers();
    }

    @Test
    void aHostIsOneCrawlersUntilItsClaimEnds() throws Exception {
        assertThat(claim("a", 2, "one.example").getGranted()).isTrue();
        HostClaim refused = claim("b", 60, "one.example");
        assertThat(refused.getGranted()).isFalse();
        assertThat(refused.getWait().getSeconds()).isBetween(0L, 2L);
        assertThat(claim("a", 2, "one.example").getGranted()).isTrue();
        while (!claim("b", 60, "one.example").getGranted()) {
            Thread.sleep(50);
        }
        assertThat(claim("a", 2, "one.example").getGranted()).isFalse();
    }

    @Test
    void aReleasedHostRestsBeforeItIsTheNextOnes() throws Exception {
        claim("a", 60, "released.example");
        release("b", "released.example", 0);
        assertThat(claim("b", 60, "released.example").getGranted()).isFalse();
        release("a", "released.example", 1);
        assertThat(claim("b", 60, "released.example").getGranted()).isFalse();
        assertThat(claim("a", 60, "released.example").getGranted()).isFalse();
        while (!claim("b", 60, "released.example").getGranted()) {
            Thread.sleep(50);
        }
    }

    @Test
    void aRenewalNeverShortensAClaim() {
        claim("a", 60, "renewed.example");
        claim("a", 1, "renewed.example");
        assertThat(claim("b", 60, "renewed.example").getWait().getSeconds()).isGreaterThan(30);
    }

    @Test
    void ofManyWhoWantAHostAtOnceOneGetsIt() throws Exception {
        try (ExecutorService crawlers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> claims = IntStream.range(0, 20)
                    .mapToObj(crawler -> crawlers.submit(() ->
                            claim("crowd-" + crawler, 60, "wanted.example").getGranted()))
                    .toList();
            int granted = 0;
            for (Future<Boolean> claim : claims) {
                granted += claim.get() ? 1 : 0;
            }
            assertThat(granted).isEqualTo(1);
        }
    }

    @Test
    void feedsOfOneHostGoToOneCrawlerAndAreClaimedForIt() {
        importFeed("https://both.example/one");
        importFeed("https://both.example/two");
        importFeed("https://alone.example/three");
        List<FeedLease> first = lease("a", 1);
        assertThat(first).hasSize(1);
        String host = first.getFirst().getFeed().getUrl().contains("both") ? "both.example" : "alone.example";
        assertThat(claim("b", 60, host).getGranted()).isFalse();

        assertThat(lease("b", 10))
                .extracting(lease -> lease.getFeed().getUrl())
                .isNotEmpty()
                .noneMatch(url -> url.contains(host));
        assertThat(lease("a", 10)).allMatch(lease -> lease.getFeed().getUrl().contains(host));
    }

    @Test
    void nonsenseIsRefused() {
        assertThat(reason(ClaimHostsRequest.newBuilder().addHosts("x.example"))).isEqualTo("CRAWLER_ID_INVALID");
        assertThat(reason(ClaimHostsRequest.newBuilder().setCrawlerId("a").addHosts("No Host")))
                .isEqualTo("HOST_INVALID");
        assertThat(reason(ClaimHostsRequest.newBuilder()
                        .setCrawlerId("a")
                        .setClaimDuration(Duration.newBuilder().setSeconds(601))))
                .isEqualTo("CLAIM_DURATION_INVALID");
    }

    private static String reason(ClaimHostsRequest.Builder request) {
        return refusal(Code.INVALID_ARGUMENT, () -> feeds().claimHosts(request.build()))
                .getReason();
    }

    private static HostClaim claim(String crawler, int seconds, String host) {
        return feeds().claimHosts(ClaimHostsRequest.newBuilder()
                        .setCrawlerId(crawler)
                        .addHosts(host)
                        .setClaimDuration(Duration.newBuilder().setSeconds(seconds))
                        .build())
                .getClaims(0);
    }

    private static void release(String crawler, String host, int restSeconds) {
        feeds().claimHosts(ClaimHostsRequest.newBuilder()
                .setCrawlerId(crawler)
                .addReleases(HostRelease.newBuilder()
                        .setHost(host)
                        .setRest(Duration.newBuilder().setSeconds(restSeconds)))
                .build());
    }

    private static List<FeedLease> lease(String crawler, int feeds) {
        return feeds().leaseFeeds(LeaseFeedsRequest.newBuilder()
                        .setMaxFeeds(feeds)
                        .setCrawlerId(crawler)
                        .build())
                .getLeasesList();
    }
}
