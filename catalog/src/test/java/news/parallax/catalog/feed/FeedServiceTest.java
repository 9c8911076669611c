package news.parallax.catalog.feed;

import static news.parallax.catalog.CatalogService.feeds;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.sha256;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.Duration;
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
import news.parallax.catalog.v1.ImportFeedsRequest;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.LeaseFeedsRequest;
import news.parallax.catalog.v1.ListFeedsRequest;
import news.parallax.catalog.v1.ReportFetchRequest;
import news.parallax.catalog.v1.RowRefusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class FeedServiceTest {
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    /** Feeds of other tests are leased for an hour, so that each test sees its own only. */
    @BeforeEach
    void othersAreTaken() {
        importSources(source("feeds.example"));
        while (!lease(100, 3600).isEmpty()) {}
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
    void aFeedThatMovedGoesOnAtItsNewAddress() {
        String old = importFeed("https://feeds.example/old-address");
        feeds().reportFetch(report(lease(1, 60).getFirst())
                .setSucceeded(
                        FetchSucceeded.newBuilder().setEtag("\"v2\"").setMovedUrl("https://feeds.example/new-address"))
                .build());

        Feed moved = get(sha256("https://feeds.example/new-address").substring(0, 20));
        assertThat(moved.getSourceId()).isEqualTo("feeds.example");
        assertThat(moved.getEtag()).isEqualTo("\"v2\"");
        assertThat(list()).extracting(Feed::getId).doesNotContain(old);
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

    private static Feed feed(String url) {
        return Feed.newBuilder()
                .setUrl(url)
                .setSourceId("feeds.example")
                .setSection("World")
                .build();
    }

    private static ImportReport importFeeds(Feed... feeds) {
        return feeds().importFeeds(ImportFeedsRequest.newBuilder()
                        .addAllFeeds(List.of(feeds))
                        .build())
                .getReport();
    }

    private static String importFeed(String url) {
        importFeeds(feed(url));
        return sha256(url).substring(0, 20);
    }

    private static List<FeedLease> lease(int feeds, int seconds) {
        return feeds().leaseFeeds(LeaseFeedsRequest.newBuilder()
                        .setMaxFeeds(feeds)
                        .setLeaseDuration(Duration.newBuilder().setSeconds(seconds))
                        .build())
                .getLeasesList();
    }

    private static ReportFetchRequest.Builder report(FeedLease lease) {
        return ReportFetchRequest.newBuilder()
                .setFeedId(lease.getFeed().getId())
                .setLeaseToken(lease.getLeaseToken())
                .setDueTime(timestamp(FAR));
    }

    private static Feed get(String id) {
        return list().stream()
                .filter(feed -> feed.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Feed> list() {
        List<Feed> listed = new ArrayList<>();
        var request = ListFeedsRequest.newBuilder().setPageSize(40);
        do {
            var page = feeds().listFeeds(request.build());
            listed.addAll(page.getFeedsList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        assertThat(listed).extracting(Feed::getId).doesNotHaveDuplicates();
        return listed;
    }
}
