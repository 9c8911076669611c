package news.parallax.crawler;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.crawler.feed.FeedCandidate;
import news.parallax.crawler.feed.FeedCandidate.Reason;
import news.parallax.crawler.feed.FeedDiscovery;
import news.parallax.crawler.feed.FeedParser;
import news.parallax.crawler.feed.ParsedFeed;
import news.parallax.crawler.feed.UnreadableFeedException;
import news.parallax.crawler.fetch.FetchResult.Failed;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.FetchResult.NotModified;
import news.parallax.crawler.fetch.FetchResult.RateLimited;
import news.parallax.crawler.fetch.FetchResult.Refused;
import news.parallax.crawler.fetch.Fetcher;
import news.parallax.crawler.fetch.Validators;
import okhttp3.HttpUrl;

/** Finds the feeds of a site that can really be read. */
@Singleton
class SiteFeeds {

    private final CrawlerConfig config;
    private final Fetcher fetcher;
    private final FeedParser parser;

    SiteFeeds(CrawlerConfig config, Fetcher fetcher, FeedParser parser) {
        this.config = config;
        this.fetcher = fetcher;
        this.parser = parser;
    }

    /** A feed that can be read. */
    record SiteFeed(HttpUrl url, String title, int entryCount, Reason reason) {}

    /** Returns the feeds, the surest first, each URL once. Addresses that nothing names are tried only if nothing else is a feed. */
    List<SiteFeed> find(HttpUrl url) throws InterruptedException {
        Fetched page = fetch(url);
        Optional<SiteFeed> itself = feed(page, "", Reason.ITSELF);
        if (itself.isPresent()) {
            return List.of(itself.get());
        }
        Map<HttpUrl, SiteFeed> found = new LinkedHashMap<>();
        int tried = 0;
        for (FeedCandidate candidate : FeedDiscovery.feeds(page.body(), page.contentType(), page.url())) {
            boolean needless = candidate.reason() == Reason.GUESSED && !found.isEmpty();
            if (needless || tried++ >= config.discoveryFetchesMax()) {
                break;
            }
            if (fetcher.fetch(candidate.url(), Validators.NONE) instanceof Fetched fetched) {
                feed(fetched, candidate.title(), candidate.reason())
                        .ifPresent(feed -> found.putIfAbsent(feed.url(), feed));
            }
        }
        return new ArrayList<>(found.values());
    }

    private Fetched fetch(HttpUrl url) throws InterruptedException {
        return switch (fetcher.fetch(url, Validators.NONE)) {
            case Fetched fetched -> fetched;
            case NotModified _ ->
                throw CrawlErrors.unavailable("the server answers 304 to an unconditional request", url);
            case RateLimited _ -> throw CrawlErrors.unavailable("the server asks for a pause", url);
            case Refused refused -> throw CrawlErrors.pageRefused(refused.reason(), url);
            case Failed failed -> throw CrawlErrors.unavailable(failed.reason(), url);
        };
    }

    private Optional<SiteFeed> feed(Fetched fetched, String title, Reason reason) {
        try {
            ParsedFeed parsed = parser.parse(fetched.body(), fetched.contentType(), fetched.url());
            String name = parsed.title().isBlank() ? title : parsed.title();
            return Optional.of(
                    new SiteFeed(fetched.url(), name, parsed.entries().size(), reason));
        } catch (UnreadableFeedException noFeed) {
            return Optional.empty();
        }
    }
}
