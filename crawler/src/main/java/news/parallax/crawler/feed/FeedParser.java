package news.parallax.crawler.feed;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Reads RSS, Atom, JSON Feed and news sitemaps; tells them apart by what they contain, not by what they claim to be. */
@Singleton
public class FeedParser {

    private static final int SNIFFED_BYTES = 4096;

    private final SyndicationReader syndication = new SyndicationReader();
    private final JsonFeedReader jsonFeeds = new JsonFeedReader();
    private final SitemapReader sitemaps = new SitemapReader();

    /**
     * Parses a feed. Entries without a usable URL are skipped and counted.
     *
     * @param contentType as the server wrote it; empty if it did not say
     * @param url where the feed was found; relative URLs are resolved against it
     */
    public ParsedFeed parse(byte[] body, String contentType, HttpUrl url) throws UnreadableFeedException {
        String start = new String(body, 0, Math.min(body.length, SNIFFED_BYTES), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        if (start.startsWith("{")) {
            return jsonFeeds.read(body, url);
        }
        if (start.contains("<urlset") || start.contains("<sitemapindex")) {
            return sitemaps.read(body, url);
        }
        return syndication.read(body, contentType, url);
    }

    /** Keeps the first of the entries with one URL. */
    static ParsedFeed feed(String title, List<Optional<FeedEntry>> entries, Optional<Duration> freshFor) {
        Map<HttpUrl, FeedEntry> byUrl = new LinkedHashMap<>();
        entries.forEach(entry -> entry.ifPresent(present -> byUrl.putIfAbsent(present.url(), present)));
        int broken = (int) entries.stream().filter(Optional::isEmpty).count();
        return new ParsedFeed(title, List.copyOf(byUrl.values()), broken, freshFor);
    }
}
