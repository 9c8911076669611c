package news.parallax.crawler.delivery;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.FeedEntryKey;
import news.parallax.catalog.v1.FeedLease;
import news.parallax.catalog.v1.FetchAnswer;
import news.parallax.catalog.v1.FetchErrorKind;
import news.parallax.catalog.v1.FetchFailed;
import news.parallax.catalog.v1.FetchNotModified;
import news.parallax.catalog.v1.FetchSucceeded;
import news.parallax.catalog.v1.FindNewEntriesRequest;
import news.parallax.catalog.v1.ReportFetchRequest;
import news.parallax.crawler.delivery.CrawledArticle.EntryOrigin;
import news.parallax.crawler.fetch.Reply;
import news.parallax.crawler.fetch.Validators;
import okhttp3.HttpUrl;

/** Feeds, their leases and reports. */
final class FeedMessages {

    private static final String KIND_PREFIX = "FETCH_ERROR_KIND_";
    private static final int URL_LENGTH_MAX = 2_000;

    private FeedMessages() {}

    static LeasedFeed leasedFeed(FeedLease lease) {
        Feed feed = lease.getFeed();
        return new LeasedFeed(
                feed.getId(),
                feed.getUrl(),
                feed.getSection(),
                new Validators(feed.getEtag(), feed.getLastModified()),
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
        FetchAnswer.Builder answer = answer(report.reply());
        ReportFetchRequest.Builder request =
                ReportFetchRequest.newBuilder().setFeedId(feed.id()).setLeaseToken(feed.leaseToken());
        switch (report) {
            case FeedReport.Succeeded succeeded -> {
                request.setSucceeded(fetchSucceeded(succeeded));
                succeeded.freshFor().ifPresent(time -> answer.setFeedTtl(duration(time)));
            }
            case FeedReport.Unchanged _ -> request.setNotModified(FetchNotModified.getDefaultInstance());
            case FeedReport.Failed failed ->
                request.setFailed(FetchFailed.newBuilder()
                        .setKind(FetchErrorKind.valueOf(
                                KIND_PREFIX + failed.error().name()))
                        .setError(failed.reason()));
        }
        return request.setAnswer(answer).build();
    }

    private static FetchSucceeded fetchSucceeded(FeedReport.Succeeded report) {
        FetchSucceeded.Builder succeeded = FetchSucceeded.newBuilder()
                .setEtag(report.validators().etag())
                .setLastModified(report.validators().lastModified())
                .setChanged(report.entries().fresh() > 0)
                .setNewEntryCount(report.entries().fresh())
                .setStoredEntryCount(report.entries().stored())
                .setOpenEntryCount(report.entries().open())
                .setGivenUpEntryCount(report.entries().givenUp())
                .setEntryError(report.entries().error());
        report.hub()
                .filter(hub ->
                        isAddress(hub.url().toString()) && isAddress(hub.topic().toString()))
                .ifPresent(hub -> succeeded
                        .setHubUrl(hub.url().toString())
                        .setTopicUrl(hub.topic().toString()));
        report.newestEntryTime().ifPresent(time -> succeeded.setNewestEntryTime(ArticleMessages.timestamp(time)));
        return succeeded.build();
    }

    private static FetchAnswer.Builder answer(Reply reply) {
        FetchAnswer.Builder answer = FetchAnswer.newBuilder()
                .setHttpStatus(reply.status())
                .setRedirectPermanent(reply.permanent())
                .setRedirectUrl(reply.redirectUrl()
                        .map(HttpUrl::toString)
                        .filter(FeedMessages::isAddress)
                        .orElse(""));
        reply.freshFor().ifPresent(time -> answer.setMaxAge(duration(time)));
        reply.retryTime().ifPresent(time -> answer.setRetryTime(ArticleMessages.timestamp(time)));
        return answer;
    }

    /** Whether a feed can be at that address; a report with another would be refused, and the fetch not be known. */
    private static boolean isAddress(String url) {
        try {
            String host = new URI(url).getHost();
            return host != null && !host.contains(":") && url.length() <= URL_LENGTH_MAX;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Duration duration(java.time.Duration duration) {
        return Duration.newBuilder().setSeconds(duration.toSeconds()).build();
    }

    private static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }
}
