package news.parallax.crawler.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * What a feed says.
 *
 * @param listed all entries that could be read, in the feed's order, also those without a usable URL
 * @param entries those of them that can be crawled, each URL once
 * @param sitemaps what a sitemap index lists; empty for all else
 */
public record ParsedFeed(
        FeedProfile profile, List<FeedEntry> listed, List<FeedEntry> entries, List<ListedSitemap> sitemaps) {

    public ParsedFeed {
        listed = List.copyOf(listed);
        entries = List.copyOf(entries);
        sitemaps = List.copyOf(sitemaps);
    }

    /**
     * A sitemap that an index lists.
     *
     * @param updateTime empty if the index does not say
     */
    public record ListedSitemap(HttpUrl url, Optional<Instant> updateTime) {}

    /** Of entries with one URL the first can be crawled. */
    static ParsedFeed of(FeedProfile profile, List<FeedEntry> listed) {
        return of(profile, listed, listed);
    }

    /** As above, but only some are to be crawled, in the given order. */
    static ParsedFeed of(FeedProfile profile, List<FeedEntry> listed, List<FeedEntry> wanted) {
        Map<HttpUrl, FeedEntry> byUrl = new LinkedHashMap<>();
        wanted.forEach(entry -> entry.link().ifPresent(url -> byUrl.putIfAbsent(url, entry)));
        return new ParsedFeed(profile, listed, List.copyOf(byUrl.values()), List.of());
    }

    static ParsedFeed of(List<ListedSitemap> sitemaps) {
        return new ParsedFeed(new ProfileDraft().profile(), List.of(), List.of(), sitemaps);
    }

    public String title() {
        return profile.title();
    }

    /** Returns for how long the feed need not be fetched again; empty if it does not say. */
    public Optional<Duration> freshFor() {
        return profile.freshFor();
    }

    /** Returns how many entries were skipped because they have no usable URL. */
    public int brokenEntryCount() {
        return (int) listed.stream().filter(entry -> entry.link().isEmpty()).count();
    }

    /** Returns when the newest entry was published; those of the future, and of before the web, do not count. */
    public Optional<Instant> newestEntryTime(Instant now) {
        return entries.stream()
                .flatMap(entry -> entry.publishTime().stream())
                .filter(time -> time.isAfter(Instant.EPOCH) && !time.isAfter(now))
                .max(Instant::compareTo);
    }
}
