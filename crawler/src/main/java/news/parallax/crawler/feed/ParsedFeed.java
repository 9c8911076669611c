package news.parallax.crawler.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a feed says.
 *
 * @param title name of the feed; empty if it has none
 * @param entries those that could be read, in the feed's order, each URL once
 * @param brokenEntryCount entries that were skipped because they have no usable URL
 * @param freshFor for how long it need not be fetched again; empty if it does not say
 */
public record ParsedFeed(String title, List<FeedEntry> entries, int brokenEntryCount, Optional<Duration> freshFor) {

    public ParsedFeed {
        entries = List.copyOf(entries);
    }

    /** Returns when the newest entry was published; those of the future, and of before the web, do not count. */
    public Optional<Instant> newestEntryTime(Instant now) {
        return entries.stream()
                .flatMap(entry -> entry.publishTime().stream())
                .filter(time -> time.isAfter(Instant.EPOCH) && !time.isAfter(now))
                .max(Instant::compareTo);
    }
}
