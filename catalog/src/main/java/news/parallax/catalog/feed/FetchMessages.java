package news.parallax.catalog.feed;

import java.time.Duration;
import java.util.Optional;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.FetchFailed;
import news.parallax.catalog.v1.FetchSucceeded;
import news.parallax.catalog.v1.ReportFetchRequest;

/** Reports of fetches on the wire. */
final class FetchMessages {
    private static final int LINE_LIMIT = 2_000;
    private static final int ENTRIES_MAX = 5_000;
    private static final int STATUS_MAX = 999;
    private static final Duration FRESH_MAX = Duration.ofDays(365);

    private FetchMessages() {}

    static FetchReport toReport(ReportFetchRequest request) {
        FetchAnswer answer = toAnswer(request);
        return new FetchReport(
                request.getFeedId(),
                request.getLeaseToken(),
                toOutcome(request, answer),
                answer,
                request.hasDueTime() ? Optional.of(TimeMessages.toInstant(request.getDueTime())) : Optional.empty());
    }

    private static FetchOutcome toOutcome(ReportFetchRequest request, FetchAnswer answer) {
        return switch (request.getOutcomeCase()) {
            case SUCCEEDED -> succeeded(request.getSucceeded());
            case NOT_MODIFIED -> new FetchOutcome.NotModified();
            case FAILED -> failed(request.getFailed(), answer);
            case OUTCOME_NOT_SET -> throw FeedMessages.invalid("OUTCOME_MISSING", "feed_id", request.getFeedId());
        };
    }

    private static FetchOutcome succeeded(FetchSucceeded message) {
        int count = entries("new_entry_count", message.getNewEntryCount());
        // a validator that is cut would never match
        return new FetchOutcome.Succeeded(
                message.getEtag().length() > LINE_LIMIT ? "" : message.getEtag(),
                message.getLastModified().length() > LINE_LIMIT ? "" : message.getLastModified(),
                message.getChanged() ? Math.max(1, count) : count,
                message.hasNewestEntryTime()
                        ? Optional.of(TimeMessages.toInstant(message.getNewestEntryTime()))
                        : Optional.empty(),
                new FetchOutcome.EntryCounts(
                        entries("stored_entry_count", message.getStoredEntryCount()),
                        entries("open_entry_count", message.getOpenEntryCount()),
                        entries("given_up_entry_count", message.getGivenUpEntryCount()),
                        cut(message.getEntryError())),
                SubscriptionMessages.hub(message));
    }

    private static int entries(String field, int count) {
        FeedMessages.check(count >= 0 && count <= ENTRIES_MAX, "ENTRY_COUNT_INVALID", field, String.valueOf(count));
        return count;
    }

    private static FetchOutcome failed(FetchFailed message, FetchAnswer answer) {
        return new FetchOutcome.Failed(
                FeedMessages.toError(message.getKind()).orElseGet(() -> FetchError.ofStatus(answer.status())),
                cut(message.getError()));
    }

    private static FetchAnswer toAnswer(ReportFetchRequest request) {
        if (!request.hasAnswer()) {
            Optional<FeedUrl> moved = url(request.getSucceeded().getMovedUrl());
            return new FetchAnswer(0, moved, moved.isPresent(), Duration.ZERO, Optional.empty());
        }
        var message = request.getAnswer();
        int status = message.getHttpStatus();
        FeedMessages.check(
                status >= 0 && status <= STATUS_MAX, "HTTP_STATUS_INVALID", "http_status", String.valueOf(status));
        return new FetchAnswer(
                status,
                url(message.getRedirectUrl()),
                message.getRedirectPermanent(),
                longer(message.getMaxAge(), message.getFeedTtl()),
                message.hasRetryTime()
                        ? Optional.of(TimeMessages.toInstant(message.getRetryTime()))
                        : Optional.empty());
    }

    /** Returns the longer of two wishes of the server. */
    private static Duration longer(com.google.protobuf.Duration one, com.google.protobuf.Duration other) {
        long seconds = Math.max(one.getSeconds(), other.getSeconds());
        return Duration.ofSeconds(Math.clamp(seconds, 0, FRESH_MAX.toSeconds()));
    }

    private static Optional<FeedUrl> url(String url) {
        return Optional.of(url).filter(some -> !some.isEmpty()).map(FeedUrl::new);
    }

    private static String cut(String error) {
        String clean = error.replace("\0", "");
        return clean.length() <= LINE_LIMIT ? clean : clean.substring(0, LINE_LIMIT);
    }
}
