package news.parallax.catalog.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.FeedLease;
import news.parallax.catalog.v1.FetchSucceeded;
import news.parallax.catalog.v1.LeaseFeedsRequest;
import news.parallax.catalog.v1.ReportFetchRequest;

/** Feeds on the wire. */
final class FeedMessages {
    private static final Duration LEASE_DEFAULT = Duration.ofMinutes(5);
    private static final Duration LEASE_MAX = Duration.ofHours(1);
    private static final int FEEDS_MAX = 100;
    private static final int LINE_LIMIT = 2_000;

    private FeedMessages() {}

    static Feed toProto(FeedEntity row) {
        var message = Feed.newBuilder()
                .setId(row.id)
                .setUrl(row.url)
                .setSourceId(row.sourceId)
                .setSection(row.section)
                .setEtag(row.etag)
                .setLastModified(row.lastModified)
                .setDueTime(TimeMessages.toProto(row.dueTime))
                .setFailureCount(row.failureCount)
                .setLastError(row.lastError);
        Optional.ofNullable(row.changeTime).map(TimeMessages::toProto).ifPresent(message::setChangeTime);
        return message.build();
    }

    static FeedLease toLease(FeedEntity row) {
        var lease = FeedLease.newBuilder().setFeed(toProto(row));
        Optional.ofNullable(row.leaseToken).ifPresent(lease::setLeaseToken);
        Optional.ofNullable(row.leaseExpireTime).map(TimeMessages::toProto).ifPresent(lease::setExpireTime);
        return lease.build();
    }

    static int feedsMax(LeaseFeedsRequest request) {
        int max = request.getMaxFeeds();
        check(max >= 1 && max <= FEEDS_MAX, "LEASE_SIZE_INVALID", "max_feeds", String.valueOf(max));
        return max;
    }

    static Duration leaseDuration(LeaseFeedsRequest request) {
        if (!request.hasLeaseDuration()) {
            return LEASE_DEFAULT;
        }
        Duration duration = Duration.ofSeconds(
                request.getLeaseDuration().getSeconds(),
                request.getLeaseDuration().getNanos());
        boolean valid = duration.compareTo(Duration.ofSeconds(1)) >= 0 && duration.compareTo(LEASE_MAX) <= 0;
        check(valid, "LEASE_DURATION_INVALID", "lease_duration", duration.toString());
        return duration;
    }

    static FetchOutcome toOutcome(ReportFetchRequest request) {
        return switch (request.getOutcomeCase()) {
            case SUCCEEDED -> succeeded(request.getSucceeded());
            case NOT_MODIFIED -> new FetchOutcome.NotModified();
            case FAILED -> new FetchOutcome.Failed(cut(request.getFailed().getError()));
            case OUTCOME_NOT_SET -> throw invalid("OUTCOME_MISSING", "feed_id", request.getFeedId());
        };
    }

    static Instant dueTime(ReportFetchRequest request) {
        check(request.hasDueTime(), "TIME_INVALID", "due_time", "unset");
        return TimeMessages.toInstant(request.getDueTime());
    }

    private static FetchOutcome succeeded(FetchSucceeded message) {
        // a validator that is cut would never match
        return new FetchOutcome.Succeeded(
                message.getEtag().length() > LINE_LIMIT ? "" : message.getEtag(),
                message.getLastModified().length() > LINE_LIMIT ? "" : message.getLastModified(),
                message.getChanged(),
                Optional.of(message.getMovedUrl()).filter(url -> !url.isEmpty()).map(FeedUrl::new));
    }

    /** Reads a row of an import; throws what is wrong with it. */
    static NewFeed toNewFeed(Feed feed) {
        return NewFeed.of(feed.getUrl(), feed.getSourceId(), feed.getSection());
    }

    private static String cut(String error) {
        String clean = error.replace("\0", "");
        return clean.length() <= LINE_LIMIT ? clean : clean.substring(0, LINE_LIMIT);
    }

    private static void check(boolean valid, String reason, String field, String value) {
        if (!valid) {
            throw invalid(reason, field, value);
        }
    }

    private static Invalid invalid(String reason, String field, String value) {
        return new Invalid(reason, "%s=%s is refused: %s".formatted(field, value, reason), Map.of(field, value));
    }
}
