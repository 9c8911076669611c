package news.parallax.crawler.delivery;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.FeedEntryKey;
import news.parallax.catalog.v1.FeedLease;
import news.parallax.catalog.v1.FetchFailed;
import news.parallax.catalog.v1.FetchNotModified;
import news.parallax.catalog.v1.FetchSucceeded;
import news.parallax.catalog.v1.FindNewEntriesRequest;
import news.parallax.catalog.v1.ReportFetchRequest;
import news.parallax.crawler.delivery.CrawledArticle.EntryOrigin;
import news.parallax.crawler.fetch.Validators;
import okhttp3.HttpUrl;

/** Feeds, their leases and reports. */
final class FeedMessages {

    private FeedMessages() {}

    static LeasedFeed leasedFeed(FeedLease lease) {
        Feed feed = lease.getFeed();
        return new LeasedFeed(
                feed.getId(),
                feed.getUrl(),
                feed.getSection(),
                new Validators(feed.getEtag(), feed.getLastModified()),
                feed.getFailureCount(),
                feed.hasChangeTime() ? Optional.of(instant(feed.getChangeTime())) : Optional.empty(),
                lease.getLeaseToken(),
                instant(lease.getExpireTime()));
    }

    static FindNewEntriesRequest findNewEntries(String feedId, List<EntryOrigin> entries) {
        return FindNewEntriesRequest.newBuilder()
                .setFeedId(feedId)
                .addAllEntries(entries.stream()
                        .map(entry -> FeedEntryKey.newBuilder()
                                .setEntryUrl(entry.url())
                                .setEntryHash(entry.hash())
                                .build())
                        .toList())
                .build();
    }

    static ReportFetchRequest reportFetch(LeasedFeed feed, FeedReport report) {
        ReportFetchRequest.Builder request = ReportFetchRequest.newBuilder()
                .setFeedId(feed.id())
                .setLeaseToken(feed.leaseToken())
                .setDueTime(ArticleMessages.timestamp(report.dueTime()));
        switch (report) {
            case FeedReport.Succeeded succeeded ->
                request.setSucceeded(FetchSucceeded.newBuilder()
                        .setEtag(succeeded.validators().etag())
                        .setLastModified(succeeded.validators().lastModified())
                        .setChanged(succeeded.changed())
                        .setMovedUrl(succeeded.movedUrl().map(HttpUrl::toString).orElse("")));
            case FeedReport.Unchanged _ -> request.setNotModified(FetchNotModified.getDefaultInstance());
            case FeedReport.Failed failed ->
                request.setFailed(FetchFailed.newBuilder().setError(failed.error()));
        }
        return request.build();
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
