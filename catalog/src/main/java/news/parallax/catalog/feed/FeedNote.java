package news.parallax.catalog.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says how a feed is in a sentence for whoever runs the catalog: what, since when, why, and what happens next. Pure. */
final class FeedNote {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private FeedNote() {}

    /** @param usualPause longest pause that is usual; empty if it is not known */
    static String of(FeedEntity feed, Optional<Duration> usualPause) {
        return switch (feed.health) {
            case NEW ->
                feed.failureCount > 0
                        ? "Never fetched: %s; %s.".formatted(why(feed), next(feed))
                        : "Not fetched yet; %s.".formatted(next(feed));
            case HEALTHY -> healthy(feed) + entries(feed) + moving(feed);
            case SILENT -> silent(feed, usualPause) + entries(feed) + moving(feed);
            case FAILING ->
                "Fails since %s, %d times in a row: %s; %s."
                        .formatted(time(feed.failingSince), feed.failureCount, why(feed), next(feed));
            case GONE ->
                "Gone since %s: %s; it is not fetched any more, unless it is imported again."
                        .formatted(time(feed.retireTime), why(feed));
        };
    }

    private static String healthy(FeedEntity feed) {
        String trouble = feed.failureCount == 0
                ? ""
                : " It failed since %s, %s: %s."
                        .formatted(time(feed.failingSince), times(feed.failureCount), why(feed));
        String news = feed.changeTime == null ? "no news yet" : "last news " + time(feed.changeTime);
        return "Goes well, last fetched %s, %s; %s.%s".formatted(time(feed.successTime), news, next(feed), trouble);
    }

    private static String silent(FeedEntity feed, Optional<Duration> usualPause) {
        String usual = usualPause
                .map(pause -> "its pauses are usually no longer than " + length(pause))
                .orElse("how long it usually pauses is not known yet");
        return "Silent since %s, though %s; it can be fetched, and %s."
                .formatted(time(feed.changeTime), usual, next(feed));
    }

    private static String entries(FeedEntity feed) {
        String why = feed.entryError.isEmpty() ? "" : " (%s)".formatted(feed.entryError);
        String givenUp =
                feed.givenUpEntryCount == 0 ? "" : articles(feed.givenUpEntryCount, "was", "were") + " given up";
        if (feed.openEntryCount == 0) {
            return givenUp.isEmpty() ? "" : " %s%s.".formatted(givenUp, why);
        }
        return " %s still to come, the last visit stored %d%s.%s"
                .formatted(
                        articles(feed.openEntryCount, "is", "are"),
                        feed.storedEntryCount,
                        why,
                        givenUp.isEmpty() ? "" : " " + givenUp + ".");
    }

    private static String articles(int count, String one, String many) {
        return count == 1 ? "1 of its articles " + one : "%d of its articles %s".formatted(count, many);
    }

    private static String moving(FeedEntity feed) {
        return feed.redirectCount == 0
                ? ""
                : " Its server says that it moved for good to %s, %s in a row; it goes on there when that is confirmed."
                        .formatted(feed.redirectUrl, times(feed.redirectCount));
    }

    /** The words for the kind of failure, and what the crawler said. */
    private static String why(FeedEntity feed) {
        String kind = feed.errorKind == null ? FetchError.OTHER.words() : feed.errorKind.words();
        return feed.lastError.isEmpty() ? kind : "%s (%s)".formatted(kind, feed.lastError);
    }

    private static String next(FeedEntity feed) {
        return "it is due " + time(feed.dueTime);
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String time(@Nullable Instant moment) {
        return moment == null ? "an unknown time" : MINUTE.format(moment);
    }

    private static String length(Duration pause) {
        return pause.toDays() >= 3
                ? pause.toDays() + " days"
                : pause.toHours() >= 2 ? pause.toHours() + " hours" : pause.toMinutes() + " minutes";
    }
}
