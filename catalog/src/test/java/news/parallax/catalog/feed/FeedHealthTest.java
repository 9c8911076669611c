package news.parallax.catalog.feed;

import static news.parallax.catalog.CatalogService.feeds;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.timestamp;
import static news.parallax.catalog.feed.FeedCalls.feed;
import static news.parallax.catalog.feed.FeedCalls.get;
import static news.parallax.catalog.feed.FeedCalls.importFeed;
import static news.parallax.catalog.feed.FeedCalls.importFeeds;
import static news.parallax.catalog.feed.FeedCalls.lease;
import static news.parallax.catalog.feed.FeedCalls.list;
import static news.parallax.catalog.feed.FeedCalls.report;
import static news.parallax.catalog.feed.FeedCalls.success;
import static news.parallax.catalog.feed.FeedCalls.visit;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.util.Timestamps;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.FeedHealth;
import news.parallax.catalog.v1.FeedHealthCount;
import news.parallax.catalog.v1.FeedLease;
import news.parallax.catalog.v1.FetchAnswer;
import news.parallax.catalog.v1.FetchErrorCount;
import news.parallax.catalog.v1.FetchErrorKind;
import news.parallax.catalog.v1.FetchFailed;
import news.parallax.catalog.v1.FetchSucceeded;
import news.parallax.catalog.v1.GetFeedSummaryRequest;
import news.parallax.catalog.v1.GetFeedSummaryResponse;
import news.parallax.catalog.v1.ListFeedsRequest;
import news.parallax.catalog.v1.ReportFetchRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class FeedHealthTest {
    @BeforeEach
    void othersAreTaken() {
        importSources(source("feeds.example"));
        FeedCalls.takeOthers();
    }

    @Test
    void aFeedThatNobodyFetchedIsNewAndOneThatGoesWellIsHealthy() {
        String id = importFeed("https://feeds.example/health/well");
        assertThat(get(id).getHealth()).isEqualTo(FeedHealth.FEED_HEALTH_NEW);
        assertThat(get(id).getHealthNote()).startsWith("Not fetched yet; it is due ");
        visit(ReportFetchRequest.newBuilder()
                .setSucceeded(FetchSucceeded.newBuilder().setChanged(true).setNewEntryCount(12))
                .setAnswer(FetchAnswer.newBuilder().setHttpStatus(200)));

        Feed feed = get(id);
        assertThat(feed.getHealth()).isEqualTo(FeedHealth.FEED_HEALTH_HEALTHY);
        assertThat(feed.getHttpStatus()).isEqualTo(200);
        assertThat(feed.getSuccessTime()).isEqualTo(feed.getChangeTime());
        assertThat(feed.getHealthNote())
                .startsWith("Goes well, last fetched ")
                .endsWith("it is due 2026-03-01 12:00 UTC.");
    }

    @Test
    void aFeedThatFailsAgainAndAgainSaysSinceWhenAndWhyAndOneSuccessHealsIt() {
        String id = importFeed("https://feeds.example/health/fails");
        visit(failure(503, "the server answers 503"));
        visit(failure(500, "the server answers 500"));
        assertThat(get(id).getHealth()).isEqualTo(FeedHealth.FEED_HEALTH_NEW);
        visit(failure(500, "the server answers 500"));

        Feed failing = get(id);
        assertThat(failing.getHealth()).isEqualTo(FeedHealth.FEED_HEALTH_FAILING);
        assertThat(failing.getErrorKind()).isEqualTo(FetchErrorKind.FETCH_ERROR_KIND_SERVER_ERROR);
        assertThat(failing.getFailureCount()).isEqualTo(3);
        assertThat(Timestamps.compare(failing.getFailingSinceTime(), failing.getFailureTime()))
                .isNegative();
        assertThat(failing.getHealthNote())
                .contains(
                        "3 times in a row: its server is broken (the server answers 500); it is due 2026-03-01 12:00 UTC.");
        visit(success());
        assertThat(get(id).getHealth()).isEqualTo(FeedHealth.FEED_HEALTH_HEALTHY);
        assertThat(get(id).hasFailingSinceTime()).isFalse();
        assertThat(get(id).getErrorKind()).isEqualTo(FetchErrorKind.FETCH_ERROR_KIND_UNSPECIFIED);
    }

    @Test
    void aFeedWhoseArticlesAreStillToComeIsHealthyAndSaysHowManyAndWhy() {
        String id = importFeed("https://feeds.example/health/large");
        for (int count = 0; count < 4; count++) {
            visit(ReportFetchRequest.newBuilder()
                    .setSucceeded(FetchSucceeded.newBuilder()
                            .setEtag("\"large\"")
                            .setNewEntryCount(1_000 - 200 * count)
                            .setStoredEntryCount(199)
                            .setOpenEntryCount(800 - 200 * count)
                            .setGivenUpEntryCount(1 + count)
                            .setEntryError("there was no time left")));
        }

        Feed feed = get(id);
        assertThat(feed.getHealth()).isEqualTo(FeedHealth.FEED_HEALTH_HEALTHY);
        assertThat(feed.getFailureCount()).isZero();
        assertThat(feed.getEtag()).isEmpty();
        assertThat(feed.getOpenEntryCount()).isEqualTo(200);
        assertThat(feed.getStoredEntryCount()).isEqualTo(199);
        assertThat(feed.getGivenUpEntryCount()).isEqualTo(4);
        assertThat(feed.getHealthNote())
                .endsWith(
                        "it is due 2026-03-01 12:00 UTC. 200 of its articles are still to come, the last visit stored 199"
                                + " (there was no time left). 4 of its articles were given up.");

        visit(ReportFetchRequest.newBuilder()
                .setSucceeded(FetchSucceeded.newBuilder()
                        .setEtag("\"large\"")
                        .setGivenUpEntryCount(1)
                        .setEntryError("robots.txt forbids it")));
        assertThat(get(id).getEtag()).isEqualTo("\"large\"");
        assertThat(get(id).getHealthNote()).endsWith(" 1 of its articles was given up (robots.txt forbids it).");
    }

    @Test
    void aNumberOfEntriesThatCannotBeIsRefused() {
        importFeed("https://feeds.example/health/counts");
        FeedLease lease = lease(1, 60).getFirst();
        var report = report(lease)
                .setSucceeded(FetchSucceeded.newBuilder().setOpenEntryCount(-1))
                .build();
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> feeds().reportFetch(report))
                        .getReason())
                .isEqualTo("ENTRY_COUNT_INVALID");
    }

    @Test
    void aFeedThatBroughtNothingForALongTimeIsSilent() {
        String id = importFeed("https://feeds.example/health/silent");
        visit(ReportFetchRequest.newBuilder()
                .setSucceeded(FetchSucceeded.newBuilder()
                        .setNewEntryCount(3)
                        .setNewestEntryTime(timestamp(Instant.parse("2019-05-01T08:00:00Z")))));

        assertThat(get(id).getHealth()).isEqualTo(FeedHealth.FEED_HEALTH_SILENT);
        assertThat(get(id).getHealthNote()).startsWith("Silent since 2019-05-01 08:00 UTC, though ");
    }

    @Test
    void theCatalogDecidesWhenAFeedIsDueUnlessItIsTold() {
        String id = importFeed("https://feeds.example/health/due");
        Instant before = Instant.now();
        feeds().reportFetch(report(lease(1, 60).getFirst())
                .setSucceeded(FetchSucceeded.newBuilder().setNewEntryCount(20))
                .setAnswer(FetchAnswer.newBuilder()
                        .setMaxAge(Duration.newBuilder().setSeconds(7_200))
                        .setFeedTtl(Duration.newBuilder().setSeconds(10_800)))
                .build());

        Instant due = Instant.ofEpochSecond(get(id).getDueTime().getSeconds());
        assertThat(due).isBetween(before.plusSeconds(10_799), Instant.now().plusSeconds(10_800));
    }

    @Test
    void aFeedThatIsGoneIsKeptAndNotHandedOutUntilItIsImportedAgain() {
        String id = importFeed("https://feeds.example/health/gone");
        visit(failure(410, "the server answers 410"));

        assertThat(lease(1, 60)).isEmpty();
        Feed gone = get(id);
        assertThat(gone.getHealth()).isEqualTo(FeedHealth.FEED_HEALTH_GONE);
        assertThat(gone.hasRetireTime()).isTrue();
        assertThat(gone.getHealthNote()).endsWith("it is not fetched any more, unless it is imported again.");
        assertThat(importFeeds(feed("https://feeds.example/health/gone")).getChangedCount())
                .isEqualTo(1);
        assertThat(lease(1, 60)).extracting(lease -> lease.getFeed().getId()).containsExactly(id);
        assertThat(get(id).hasRetireTime()).isFalse();
    }

    @Test
    void goneBehindATemporaryRedirectIsAFailureLikeAnyOther() {
        String id = importFeed("https://feeds.example/health/detour");
        visit(failure(410, "the server answers 410")
                .setAnswer(FetchAnswer.newBuilder().setHttpStatus(410).setRedirectUrl("https://parking.example/")));

        assertThat(get(id).hasRetireTime()).isFalse();
        assertThat(lease(1, 60)).hasSize(1);
    }

    @Test
    void feedsAreListedByHealthByKindOfErrorAndBySource() {
        importSources(source("listed-feeds.example"));
        Feed unfetched = feed("https://listed-feeds.example/health/unfetched").toBuilder()
                .setSourceId("listed-feeds.example")
                .build();
        String failing = importFeed("https://feeds.example/health/listed");
        for (int count = 0; count < 3; count++) {
            visit(failure(0, "no feed")
                    .setFailed(FetchFailed.newBuilder()
                            .setError("no feed")
                            .setKind(FetchErrorKind.FETCH_ERROR_KIND_UNREADABLE)));
        }
        importFeeds(unfetched);

        assertThat(list(FeedHealth.FEED_HEALTH_FAILING))
                .allMatch(feed -> feed.getHealth() == FeedHealth.FEED_HEALTH_FAILING)
                .extracting(Feed::getId)
                .contains(failing);
        assertThat(feeds().listFeeds(ListFeedsRequest.newBuilder()
                                .addErrorKinds(FetchErrorKind.FETCH_ERROR_KIND_UNREADABLE)
                                .build())
                        .getFeedsList())
                .extracting(Feed::getId)
                .contains(failing)
                .doesNotContain(FeedCalls.id(unfetched.getUrl()));
        assertThat(feeds().listFeeds(ListFeedsRequest.newBuilder()
                                .setSourceId("listed-feeds.example")
                                .build())
                        .getFeedsList())
                .extracting(Feed::getUrl)
                .containsExactly(unfetched.getUrl());
        var unknown =
                ListFeedsRequest.newBuilder().setSourceId("nobody.example").build();
        assertThat(refusal(Code.NOT_FOUND, () -> feeds().listFeeds(unknown)).getReason())
                .isEqualTo("SOURCE_NOT_FOUND");
    }

    @Test
    void theSummaryCountsWhatTheListShows() {
        importFeed("https://feeds.example/health/summary");
        FeedLease leased = lease(1, 600).getFirst();
        importFeed("https://feeds.example/health/summary-waits");
        GetFeedSummaryResponse summary = feeds().getFeedSummary(GetFeedSummaryRequest.getDefaultInstance());

        var all = list();
        assertThat(summary.getFeedCount()).isEqualTo(all.size());
        for (FeedHealthCount count : summary.getHealthsList()) {
            assertThat(list(count.getHealth())).hasSize(count.getFeedCount());
        }
        for (FetchErrorCount count : summary.getErrorsList()) {
            assertThat(all.stream().filter(feed -> feed.getErrorKind() == count.getKind()))
                    .hasSize(count.getFeedCount());
        }
        assertThat(summary.getLeasedCount()).isPositive();
        assertThat(summary.getDueCount()).isEqualTo(1);
        feeds().reportFetch(report(leased)
                .setDueTime(timestamp(NOON))
                .setFailed(FetchFailed.getDefaultInstance())
                .build());
        var later = feeds().getFeedSummary(GetFeedSummaryRequest.getDefaultInstance());
        assertThat(later.getDueCount()).isEqualTo(2);
        assertThat(later.getLeasedCount()).isEqualTo(summary.getLeasedCount() - 1);
        assertThat(later.getOverdue().getSeconds()).isPositive();
    }

    private static ReportFetchRequest.Builder failure(int status, String error) {
        return ReportFetchRequest.newBuilder()
                .setFailed(FetchFailed.newBuilder().setError(error))
                .setAnswer(FetchAnswer.newBuilder().setHttpStatus(status));
    }
}
