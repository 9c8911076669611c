package news.parallax.crawler.feed;

import java.util.List;

/**
 * What a feed says.
 *
 * @param title name of the feed; empty if it has none
 * @param entries those that could be read, in the feed's order, each URL once
 * @param brokenEntryCount entries that were skipped because they have no usable URL
 */
public record ParsedFeed(String title, List<FeedEntry> entries, int brokenEntryCount) {

    public ParsedFeed {
        entries = List.copyOf(entries);
    }
}
