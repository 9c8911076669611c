package news.parallax.crawler;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.parallax.crawler.feed.FeedEntry;
import news.parallax.crawler.feed.ParsedFeed;
import news.parallax.crawler.feed.ParsedFeed.ListedSitemap;
import news.parallax.crawler.feed.UnreadableFeedException;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.Fetcher;
import news.parallax.crawler.fetch.Validators;
import okhttp3.HttpUrl;

/** Follows a sitemap index to the sitemaps that changed last, one level deep, as indexes list no indexes (sitemaps.org). */
@Singleton
class SitemapIndexes {

    private final CrawlerConfig config;
    private final Fetcher fetcher;
    private final FeedDocuments documents;

    SitemapIndexes(CrawlerConfig config, Fetcher fetcher, FeedDocuments documents) {
        this.config = config;
        this.fetcher = fetcher;
        this.documents = documents;
    }

    /** Returns what the feed lists; of an index, what its sitemaps list. A sitemap that cannot be had is left out. */
    List<FeedEntry> entries(ParsedFeed feed) throws InterruptedException {
        if (feed.sitemaps().isEmpty()) {
            return feed.entries();
        }
        List<ListedSitemap> latest = feed.sitemaps().stream()
                .sorted(Comparator.comparing(
                        (ListedSitemap listed) -> listed.updateTime().orElse(Instant.EPOCH), Comparator.reverseOrder()))
                .limit(config.sitemapsMax())
                .toList();
        Map<HttpUrl, FeedEntry> entries = new LinkedHashMap<>();
        for (ListedSitemap listed : latest) {
            if (fetcher.fetch(listed.url(), Validators.NONE) instanceof Fetched fetched) {
                read(fetched).forEach(entry -> entries.putIfAbsent(entry.url(), entry));
            }
        }
        return List.copyOf(entries.values());
    }

    private List<FeedEntry> read(Fetched fetched) throws InterruptedException {
        try {
            return documents.read(fetched).entries();
        } catch (UnreadableFeedException e) {
            Log.infof("sitemap left out url=%s reason=\"%s\"", fetched.url(), e.getMessage());
            return List.of();
        }
    }
}
