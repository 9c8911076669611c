package news.parallax.catalog.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.RequestCount;

/** Counts on the wire. */
final class LimitMessages {
    private static final int COUNTS_LIMIT = 500;
    private static final int SUBJECT_LIMIT = 100;
    private static final int COUNT_LIMIT = 1_000_000;
    private static final int SECONDS_MAX = 86_400;
    private static final Duration AHEAD_MAX = Duration.ofDays(1);

    private LimitMessages() {}

    static void checkSize(List<RequestCount> counts) {
        if (counts.size() > COUNTS_LIMIT) {
            throw new Invalid(
                    "COUNTS_TOO_MANY",
                    "There are %d counts, more than %d".formatted(counts.size(), COUNTS_LIMIT),
                    Map.of("count", String.valueOf(counts.size()), "limit", String.valueOf(COUNTS_LIMIT)));
        }
    }

    static Window toWindow(RequestCount count, Instant now) {
        String subject = count.getSubject();
        check(
                !subject.isEmpty() && subject.length() <= SUBJECT_LIMIT && subject.indexOf('\0') < 0,
                "SUBJECT_INVALID",
                "subject",
                subject);
        int seconds = count.getWindowSeconds();
        check(seconds >= 1 && seconds <= SECONDS_MAX, "WINDOW_INVALID", "window_seconds", String.valueOf(seconds));
        check(count.hasWindowStart(), "WINDOW_INVALID", "window_start", "");
        Instant start = TimeMessages.toInstant(count.getWindowStart());
        check(
                !start.plusSeconds(seconds).isBefore(now.minus(RequestCounts.GRACE))
                        && !start.isAfter(now.plus(AHEAD_MAX)),
                "WINDOW_INVALID",
                "window_start",
                start.toString());
        return new Window(subject, start, seconds);
    }

    static long toAdded(RequestCount count) {
        check(
                count.getCount() >= 0 && count.getCount() <= COUNT_LIMIT,
                "COUNT_INVALID",
                "count",
                String.valueOf(count.getCount()));
        return count.getCount();
    }

    private static void check(boolean valid, String reason, String field, String value) {
        if (!valid) {
            throw new Invalid(reason, "%s=%s is refused: %s".formatted(field, value, reason), Map.of(field, value));
        }
    }
}
