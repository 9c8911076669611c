package news.parallax.catalog.feed;

import static news.parallax.catalog.CatalogService.feeds;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.sha256;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.FeedHealth;
import news.parallax.catalog.v1.FeedLease;
import news.parallax.catalog.v1.FetchAnswer;
import news.parallax.catalog.v1.FetchSucceeded;
import news.parallax.catalog.v1.ImportFeedsRequest;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.LeaseFeedsRequest;
import news.parallax.catalog.v1.ListFeedsRequest;
import news.parallax.catalog.v1.ReportFetchRequest;

/** What crawlers and operators ask of feeds, in short. */
final class FeedCalls {
    private FeedCalls() {}

    static Feed feed(String url) {
        return Feed.newBuilder()
                .setUrl(url)
                .setSourceId("feeds.example")
                .setSection("World")
                .build();
    }

    static ImportReport importFeeds(Feed... feeds) {
        return feeds().importFeeds(ImportFeedsRequest.newBuilder()
                        .addAllFeeds(List.of(feeds))
                        .build())
                .getReport();
    }

    static String importFeed(String url) {
        importFeeds(feed(url));
        return id(url);
    }

    static String id(String url) {
        return sha256(url).substring(0, 20);
    }

    static List<FeedLease> lease(int feeds, int seconds) {
        return feeds().leaseFeeds(LeaseFeedsRequest.newBuilder()
                        .setMaxFeeds(feeds)
                        .setLeaseDuration(Duration.newBuilder().setSeconds(seconds))
                        .build())
                .getLeasesList();
    }

    /** Leases every feed that is due, for an hour, so that a test sees its own only. */
    static void takeOthers() {
        while (!lease(100, 3600).isEmpty()) {}
    }

    static ReportFetchRequest.Builder report(FeedLease lease) {
        return ReportFetchRequest.newBuilder()
                .setFeedId(lease.getFeed().getId())
                .setLeaseToken(lease.getLeaseToken());
    }

    /** Leases the only feed that is due, reports on it, and has it due at once. */
    static FeedLease visit(ReportFetchRequest.Builder report) {
        FeedLease lease = lease(2, 60).getFirst();
        feeds().reportFetch(report.setFeedId(lease.getFeed().getId())
                .setLeaseToken(lease.getLeaseToken())
                .setDueTime(timestamp(NOON))
                .build());
        return lease;
    }

    static ReportFetchRequest.Builder success() {
        return ReportFetchRequest.newBuilder()
                .setSucceeded(FetchSucceeded.newBuilder().setEtag("\"v1\""))
                .setAnswer(FetchAnswer.newBuilder().setHttpStatus(200));
    }

    /** A success after redirects, all of them permanent or not. */
    static ReportFetchRequest.Builder redirected(String url, boolean permanent) {
        return success()
                .setAnswer(FetchAnswer.newBuilder()
                        .setHttpStatus(200)
                        .setRedirectUrl(url)
                        .setRedirectPermanent(permanent));
    }

    static Feed get(String id) {
        return list().stream()
                .filter(feed -> feed.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static List<Feed> list(FeedHealth... healths) {
        List<Feed> listed = new ArrayList<>();
        var request = ListFeedsRequest.newBuilder().setPageSize(40).addAllHealths(List.of(healths));
        do {
            var page = feeds().listFeeds(request.build());
            listed.addAll(page.getFeedsList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        assertThat(listed).extracting(Feed::getId).doesNotHaveDuplicates();
        return listed;
    }
}
