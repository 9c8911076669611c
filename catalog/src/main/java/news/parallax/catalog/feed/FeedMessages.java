package news.parallax.catalog.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.FeedHealthCount;
import news.parallax.catalog.v1.FeedLease;
import news.parallax.catalog.v1.FetchErrorCount;
import news.parallax.catalog.v1.FetchErrorKind;
import news.parallax.catalog.v1.GetFeedSummaryResponse;
import news.parallax.catalog.v1.LeaseFeedsRequest;
import news.parallax.catalog.v1.ListFeedsRequest;

/** Feeds on the wire. */
final class FeedMessages {
    private static final Duration LEASE_DEFAULT = Duration.ofMinutes(5);
    private static final Duration LEASE_MAX = Duration.ofHours(1);
    private static final int FEEDS_MAX = 100;
    private static final String HEALTH_PREFIX = "FEED_HEALTH_";
    private static final String ERROR_PREFIX = "FETCH_ERROR_KIND_";

    private FeedMessages() {}

    /** @param usualPause longest pause that is usual; empty if it is not known */
    static Feed toProto(FeedEntity row, Optional<Duration> usualPause) {
        var message = Feed.newBuilder()
                .setId(row.id)
                .setUrl(row.url)
                .setSourceId(row.sourceId)
                .setSection(row.section)
                .setEtag(row.etag)
                .setLastModified(row.lastModified)
                .setDueTime(TimeMessages.toProto(row.dueTime))
                .setFailureCount(row.failureCount)
                .setLastError(row.lastError)
                .setHealth(toProto(row.health))
                .setHealthNote(FeedNote.of(row, usualPause))
                .setHttpStatus(row.httpStatus)
                .setEntriesPerDay(row.rhythm().perDay())
                .setRedirectUrl(row.redirectUrl)
                .setRedirectCount(row.redirectCount)
                .setStoredEntryCount(row.storedEntryCount)
                .setOpenEntryCount(row.openEntryCount)
                .setGivenUpEntryCount(row.givenUpEntryCount)
                .setEntryError(row.entryError);
        Optional.ofNullable(row.changeTime).map(TimeMessages::toProto).ifPresent(message::setChangeTime);
        Optional.ofNullable(row.successTime).map(TimeMessages::toProto).ifPresent(message::setSuccessTime);
        Optional.ofNullable(row.failureTime).map(TimeMessages::toProto).ifPresent(message::setFailureTime);
        Optional.ofNullable(row.failingSince).map(TimeMessages::toProto).ifPresent(message::setFailingSinceTime);
        Optional.ofNullable(row.retireTime).map(TimeMessages::toProto).ifPresent(message::setRetireTime);
        Optional.ofNullable(row.errorKind).map(FeedMessages::toProto).ifPresent(message::setErrorKind);
        usualPause.map(FeedMessages::toProto).ifPresent(message::setUsualPause);
        return message.build();
    }

    static FeedLease toLease(FeedEntity row, Optional<Duration> usualPause) {
        var lease = FeedLease.newBuilder().setFeed(toProto(row, usualPause));
        Optional.ofNullable(row.leaseToken).ifPresent(lease::setLeaseToken);
        Optional.ofNullable(row.leaseExpireTime).map(TimeMessages::toProto).ifPresent(lease::setExpireTime);
        return lease.build();
    }

    static GetFeedSummaryResponse toProto(FeedSummary summary) {
        return GetFeedSummaryResponse.newBuilder()
                .setFeedCount(sum(summary.healths().values()))
                .addAllHealths(summary.healths().entrySet().stream()
                        .map(count -> FeedHealthCount.newBuilder()
                                .setHealth(toProto(count.getKey()))
                                .setFeedCount(count.getValue())
                                .build())
                        .toList())
                .addAllErrors(summary.errors().entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(count -> FetchErrorCount.newBuilder()
                                .setKind(toProto(count.getKey()))
                                .setFeedCount(count.getValue())
                                .build())
                        .toList())
                .setLeasedCount(summary.leased())
                .setDueCount(summary.due())
                .setOverdue(toProto(summary.overdue()))
                .build();
    }

    /** Reads which feeds are wanted, but for the source; refused if a value is not known. */
    static FeedFilter toFilter(ListFeedsRequest request, Optional<String> sourceId) {
        return new FeedFilter(toHealths(request.getHealthsList()), toErrors(request.getErrorKindsList()), sourceId);
    }

    private static Set<FeedHealth> toHealths(List<news.parallax.catalog.v1.FeedHealth> wanted) {
        Set<FeedHealth> healths = EnumSet.noneOf(FeedHealth.class);
        for (var health : wanted) {
            switch (health) {
                case FEED_HEALTH_UNSPECIFIED, UNRECOGNIZED ->
                    throw invalid("FEED_HEALTH_INVALID", "healths", health.name());
                default -> healths.add(FeedHealth.valueOf(health.name().substring(HEALTH_PREFIX.length())));
            }
        }
        return healths;
    }

    private static Set<FetchError> toErrors(List<FetchErrorKind> wanted) {
        Set<FetchError> errors = EnumSet.noneOf(FetchError.class);
        for (FetchErrorKind kind : wanted) {
            errors.add(
                    toError(kind).orElseThrow(() -> invalid("FETCH_ERROR_KIND_INVALID", "error_kinds", kind.name())));
        }
        return errors;
    }

    /** Returns the kind; empty if it is not said, or not known here. */
    static Optional<FetchError> toError(FetchErrorKind kind) {
        return switch (kind) {
            case FETCH_ERROR_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
            default -> Optional.of(FetchError.valueOf(kind.name().substring(ERROR_PREFIX.length())));
        };
    }

    private static FetchErrorKind toProto(FetchError error) {
        return FetchErrorKind.valueOf(ERROR_PREFIX + error.name());
    }

    private static news.parallax.catalog.v1.FeedHealth toProto(FeedHealth health) {
        return news.parallax.catalog.v1.FeedHealth.valueOf(HEALTH_PREFIX + health.name());
    }

    private static com.google.protobuf.Duration toProto(Duration duration) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(duration.toSeconds())
                .build();
    }

    private static int sum(Collection<Integer> counts) {
        return counts.stream().mapToInt(count -> count).sum();
    }

    static int feedsMax(LeaseFeedsRequest request) {
        int max = request.getMaxFeeds();
        check(max >= 1 && max <= FEEDS_MAX, "LEASE_SIZE_INVALID", "max_feeds", String.valueOf(max));
        return max;
    }

    /** Returns who asks; empty if it is not said. */
    static Optional<String> crawlerId(LeaseFeedsRequest request) {
        return Optional.of(request.getCrawlerId()).filter(id -> !id.isEmpty()).map(HostClaimMessages::crawlerId);
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

    /** Reads a row of an import; throws what is wrong with it. */
    static NewFeed toNewFeed(Feed feed) {
        return NewFeed.of(feed.getUrl(), feed.getSourceId(), feed.getSection());
    }

    static void check(boolean valid, String reason, String field, String value) {
        if (!valid) {
            throw invalid(reason, field, value);
        }
    }

    static Invalid invalid(String reason, String field, String value) {
        return new Invalid(reason, "%s=%s is refused: %s".formatted(field, value, reason), Map.of(field, value));
    }
}
