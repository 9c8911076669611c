package news.parallax.catalog.feed;

import static news.parallax.catalog.CatalogService.feeds;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.timestamp;
import static news.parallax.catalog.feed.FeedCalls.feed;
import static news.parallax.catalog.feed.FeedCalls.get;
import static news.parallax.catalog.feed.FeedCalls.id;
import static news.parallax.catalog.feed.FeedCalls.importFeed;
import static news.parallax.catalog.feed.FeedCalls.importFeeds;
import static news.parallax.catalog.feed.FeedCalls.lease;
import static news.parallax.catalog.feed.FeedCalls.list;
import static news.parallax.catalog.feed.FeedCalls.redirected;
import static news.parallax.catalog.feed.FeedCalls.success;
import static news.parallax.catalog.feed.FeedCalls.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.FeedLease;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.ReportFetchRequest;
import news.parallax.catalog.v1.ReportFetchResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class FeedMoveTest {
    private static final int CONFIRMATIONS = 3;

    @BeforeEach
    void othersAreTaken() {
        importSources(source("feeds.example"));
        FeedCalls.takeOthers();
    }

    @Test
    void aFeedGoesOnAtItsNewAddressWhenThatIsConfirmed() {
        String old = importFeed("https://feeds.example/old-address");
        String target = "https://feeds.example/new-address";
        visit(redirected(target, true));
        visit(redirected(target, true));
        assertThat(get(old).getRedirectUrl()).isEqualTo(target);
        assertThat(get(old).getRedirectCount()).isEqualTo(2);
        assertThat(get(old).getHealthNote()).contains("moved for good to " + target + ", 2 times in a row");
        visit(redirected(target, true));

        Feed moved = get(id(target));
        assertThat(moved.getUrl()).isEqualTo(target);
        assertThat(moved.getSourceId()).isEqualTo("feeds.example");
        assertThat(moved.getEtag()).isEqualTo("\"v1\"");
        assertThat(moved.hasSuccessTime()).isTrue();
        assertThat(moved.getRedirectCount()).isZero();
        assertThat(list()).extracting(Feed::getId).doesNotContain(old);
        assertThat(lease(2, 60)).extracting(lease -> lease.getFeed().getUrl()).containsExactly(target);
    }

    @Test
    void temporaryRedirectsAndAWaveringServerMoveNothing() {
        String id = importFeed("https://feeds.example/stays");
        for (int count = 0; count < CONFIRMATIONS; count++) {
            visit(redirected("https://feeds.example/for-now", false));
        }
        visit(redirected("https://feeds.example/here", true));
        visit(redirected("https://feeds.example/here", true));
        visit(success());
        visit(redirected("https://feeds.example/here", true));
        visit(redirected("https://feeds.example/there", true));

        assertThat(get(id).getRedirectUrl()).isEqualTo("https://feeds.example/there");
        assertThat(get(id).getRedirectCount()).isEqualTo(1);
    }

    @Test
    void aFeedThatMovedOntoAKnownOneBecomesOneWithIt() {
        importFeed("https://feeds.example/known");
        lease(1, 600);
        String old = importFeed("https://feeds.example/duplicate");
        move("https://feeds.example/known");

        assertThat(list())
                .extracting(Feed::getId)
                .contains(id("https://feeds.example/known"))
                .doesNotContain(old);
        ImportReport again = importFeeds(feed("https://feeds.example/duplicate").toBuilder()
                .setSection("Other")
                .build());
        assertThat(again.getUnchangedCount()).isEqualTo(1);
        assertThat(list()).extracting(Feed::getId).doesNotContain(old);
        assertThat(get(id("https://feeds.example/known")).getSection()).isEqualTo("World");
    }

    @Test
    void anAddressFollowsAFeedThatMovesAgainAndAlsoWhenItMovesBack() {
        String first = "https://feeds.example/chain/1";
        importFeed(first);
        move("https://feeds.example/chain/2");
        move("https://feeds.example/chain/3");
        assertThat(importFeeds(feed(first), feed("https://feeds.example/chain/2"))
                        .getUnchangedCount())
                .isEqualTo(2);
        move(first);

        assertThat(importFeeds(
                                feed(first),
                                feed("https://feeds.example/chain/2"),
                                feed("https://feeds.example/chain/3"))
                        .getUnchangedCount())
                .isEqualTo(3);
        assertThat(list())
                .extracting(Feed::getUrl)
                .filteredOn(url -> url.contains("/chain/"))
                .containsExactly(first);
    }

    @Test
    void feedsThatMoveToOnePlaceAtTheSameTimeBecomeOne() throws Exception {
        String target = "https://feeds.example/meeting-place";
        for (int number = 0; number < 4; number++) {
            importFeed("https://feeds.example/meets/" + number);
        }
        for (int round = 1; round < CONFIRMATIONS; round++) {
            lease(10, 60)
                    .forEach(lease -> feeds().reportFetch(again(lease, target).build()));
        }
        List<Callable<ReportFetchResponse>> reports = lease(10, 60).stream()
                .<Callable<ReportFetchResponse>>map(
                        lease -> () -> feeds().reportFetch(again(lease, target).build()))
                .toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (Future<ReportFetchResponse> done : threads.invokeAll(reports)) {
                done.get();
            }
        }

        assertThat(reports).hasSize(4);
        assertThat(list())
                .extracting(Feed::getUrl)
                .filteredOn(url -> url.contains("/meet"))
                .containsExactly(target);
    }

    private static ReportFetchRequest.Builder again(FeedLease lease, String target) {
        return redirected(target, true)
                .setFeedId(lease.getFeed().getId())
                .setLeaseToken(lease.getLeaseToken())
                .setDueTime(timestamp(NOON));
    }

    /** Has the only feed that is due move. */
    private static void move(String target) {
        for (int count = 0; count < CONFIRMATIONS; count++) {
            visit(redirected(target, true));
        }
    }
}
