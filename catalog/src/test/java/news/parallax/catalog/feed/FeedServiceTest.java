package news.parallax.catalog.feed;

import static news.parallax.catalog.CatalogService.feeds;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static news.parallax.catalog.feed.FeedCalls.feed;
import static news.parallax.catalog.feed.FeedCalls.get;
import static news.parallax.catalog.feed.FeedCalls.importFeed;
import static news.parallax.catalog.feed.FeedCalls.importFeeds;
import static news.parallax.catalog.feed.FeedCalls.lease;
import static news.parallax.catalog.feed.FeedCalls.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.parallax.article.v1.FeedOrigin;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.FeedEntryKey;
import news.parallax.catalog.v1.FeedLease;
import news.parallax.catalog.v1.FetchFailed;
import news.parallax.catalog.v1.FetchNotModified;
import news.parallax.catalog.v1.FetchSucceeded;
import news.parallax.catalog.v1.FindNewEntriesRequest;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.LeaseFeedsRequest;
import news.parallax.catalog.v1.RowRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class FeedServiceTest {
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @BeforeEach
    void othersAreTaken() {
        importSources(source("feeds.example"));
        FeedCalls.takeOthers();
    }

    @Test
    void concurrentCallersNeverGetTheSameFeed() throws Exception {
        importFeeds(IntStream.range(0, 120)
                .mapToObj(number -> feed("https://feeds.example/concurrent/" + number))
                .toArray(Feed[]::new));
        List<String> leased = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(12)) {
            Callable<List<FeedLease>> call = () -> lease(9, 600);
            List<Callable<List<FeedLease>>> calls =
                    IntStream.range(0, 60).mapToObj(_ -> call).toList();
            for (Future<List<FeedLease>> leases : threads.invokeAll(calls)) {
                leases.get().forEach(lease -> leased.add(lease.getFeed().getId()));
            }
        }

        assertThat(leased).doesNotHaveDuplicates().hasSize(120);
    }

    @Test
    void anExpiredLeaseGoesToTheNextCallerAndTheFirstHearsOfIt() throws InterruptedException {
        String id = importFeed("https://feeds.example/expires");
        FeedLease first = lease(1, 1).getFirst();
        assertThat(lease(1, 1)).isEmpty();
        Thread.sleep(1_100);
        FeedLease second = lease(1, 600).getFirst();

        assertThat(second.getFeed().getId()).isEqualTo(id);
        assertThat(second.getLeaseToken()).isNotEqualTo(first.getLeaseToken());
        var late = report(first)
                .setNotModified(FetchNotModified.getDefaultInstance())
                .build();
        assertThat(refusal(Code.FAILED_PRECONDITION, () -> feeds().reportFetch(late))
                        .getReason())
                .isEqualTo("LEASE_LOST");
        feeds().reportFetch(report(second)
                .setNotModified(FetchNotModified.getDefaultInstance())
                .build());
    }

    @Test
    void successKeepsValidatorsAndFailureDoesNotTouchThem() {
        String id = importFeed("https://feeds.example/validators");
        feeds().reportFetch(report(lease(1, 60).getFirst())
                .setDueTime(timestamp(NOON))
                .setSucceeded(FetchSucceeded.newBuilder()
                        .setEtag("\"v1\"")
                        .setLastModified("Sun, 01 Mar 2026 12:00:00 GMT")
                        .setChanged(true))
                .build());
        feeds().reportFetch(report(lease(1, 60).getFirst())
                .setDueTime(timestamp(FAR))
                .setFailed(FetchFailed.newBuilder().setError("HTTP 503"))
                .build());

        Feed stored = get(id);
        assertThat(stored.getEtag()).isEqualTo("\"v1\"");
        assertThat(stored.getLastModified()).isEqualTo("Sun, 01 Mar 2026 12:00:00 GMT");
        assertThat(stored.getFailureCount()).isEqualTo(1);
        assertThat(stored.getLastError()).isEqualTo("HTTP 503");
        assertThat(stored.getDueTime()).isEqualTo(timestamp(FAR));
        assertThat(stored.hasChangeTime()).isTrue();
    }

    @Test
    void aReportCountsAfterTheLeaseExpiredAsLongAsNobodyElseHasTheFeed() throws InterruptedException {
        String id = importFeed("https://feeds.example/late-report");
        FeedLease lease = lease(1, 1).getFirst();
        Thread.sleep(1_100);
        feeds().reportFetch(report(lease)
                .setSucceeded(FetchSucceeded.newBuilder().setEtag("\"late\""))
                .build());

        assertThat(get(id).getEtag()).isEqualTo("\"late\"");
        assertThat(lease(1, 1)).isEmpty();
    }

    @Test
    void onlyEntriesThatAreNewOrChangedAreToBeFetched() {
        String url = "https://feeds.example/entry";
        record(record(
                storyId("entry"),
                article(url).toBuilder()
                        .setFeedOrigin(FeedOrigin.newBuilder()
                                .setFeedId("f")
                                .setEntryUrl(url + "?from=feed")
                                .setEntryHash("h1"))
                        .build()));

        var request = FindNewEntriesRequest.newBuilder()
                .setFeedId("f")
                .addEntries(entry("https://feeds.example/unseen", "h1"))
                .addEntries(entry(url + "?from=feed", "h1"))
                .build();
        assertThat(feeds().findNewEntries(request).getEntryUrlsList()).containsExactly("https://feeds.example/unseen");
        var changed = FindNewEntriesRequest.newBuilder()
                .setFeedId("f")
                .addEntries(entry(url + "?from=feed", "h2"))
                .build();
        assertThat(feeds().findNewEntries(changed).getEntryUrlsList()).containsExactly(url + "?from=feed");
    }

    @Test
    void badRowsAreReportedAndAKnownFeedIsUnchanged() {
        ImportReport report = importFeeds(
                feed("https://feeds.example/import"),
                feed("feeds.example/import"),
                feed("https://feeds.example/orphan").toBuilder()
                        .setSourceId("nobody.example")
                        .build(),
                feed("https://feeds.example/import"));

        assertThat(report.getAddedCount()).isEqualTo(1);
        assertThat(report.getUnchangedCount()).isEqualTo(1);
        assertThat(report.getRefusalsList())
                .extracting(RowRefusal::getRow, RowRefusal::getReason)
                .containsExactly(tuple(1, "URL_INVALID"), tuple(2, "SOURCE_NOT_FOUND"));
    }

    @Test
    void aLeaseOfNoFeedsIsRefused() {
        var request = LeaseFeedsRequest.getDefaultInstance();
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> feeds().leaseFeeds(request))
                        .getReason())
                .isEqualTo("LEASE_SIZE_INVALID");
    }

    private static FeedEntryKey entry(String url, String hash) {
        return FeedEntryKey.newBuilder().setEntryUrl(url).setEntryHash(hash).build();
    }
}
