package news.parallax.crawler;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.crawler.feed.FeedCandidate;
import news.parallax.crawler.feed.FeedCandidate.Reason;
import news.parallax.crawler.feed.ParsedFeed;
import news.parallax.crawler.feed.UnreadableFeedException;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.Fetcher;
import news.parallax.crawler.fetch.Validators;
import okhttp3.HttpUrl;

/** Finds the feeds of a site that can really be read. */
@Singleton
class SiteFeeds {

    private final CrawlerConfig config;
    private final Fetcher fetcher;
    private final FeedDocuments documents;

    SiteFeeds(CrawlerConfig config, Fetcher fetcher, FeedDocuments documents) {
        this.config = config;
        this.fetcher = fetcher;
        this.documents = documents;
    }

    /** A feed that can be read. */
    record SiteFeed(HttpUrl url, String title, int entryCount, Reason reason) {}

    /** Returns the feeds, the surest first, each URL once. Addresses that nothing names are tried only if nothing else is a feed. */
    List<SiteFeed> find(HttpUrl url) throws InterruptedException {
        Fetched page = RequestedDocument.fetch(fetcher, url, CrawlErrors::pageRefused);
        Optional<SiteFeed> itself = feed(page, "", Reason.ITSELF);
        if (itself.isPresent()) {
            return List.of(itself.get());
        }
        Map<HttpUrl, SiteFeed> found = new LinkedHashMap<>();
        int tried = 0;
        for (FeedCandidate candidate : documents.candidates(page)) {
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

    private Optional<SiteFeed> feed(Fetched fetched, String title, Reason reason) throws InterruptedException {
        try {
            ParsedFeed parsed = documents.read(fetched);
            String name = parsed.title().isBlank() ? title : parsed.title();
            return Optional.of(
                    new SiteFeed(fetched.url(), name, parsed.entries().size(), reason));
        } catch (UnreadableFeedException noFeed) {
            return Optional.empty();
        }
    }
}
