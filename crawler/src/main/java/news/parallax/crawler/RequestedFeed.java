package news.parallax.crawler;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import news.parallax.crawler.delivery.CatalogUnavailableException;
import news.parallax.crawler.delivery.FeedReport.EntryCounts;
import news.parallax.crawler.delivery.LeasedFeed;
import news.parallax.crawler.feed.ParsedFeed;
import news.parallax.crawler.feed.UnreadableFeedException;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.Fetcher;
import news.parallax.crawler.fetch.Validators;
import news.parallax.crawler.page.ContentHash;
import okhttp3.HttpUrl;

/**
 * Crawls one feed that somebody asks for, without a lease: should its turn come meanwhile, the same articles are
 * delivered twice, which is once in effect.
 */
@Singleton
class RequestedFeed {

    /** As the catalog makes ids of feeds, so that it knows later what was delivered. */
    private static final int ID_LENGTH = 20;

    private final CrawlerConfig config;
    private final Fetcher fetcher;
    private final FeedDocuments documents;
    private final EntryCrawler entries;
    private final InstantSource clock;

    RequestedFeed(
            CrawlerConfig config, Fetcher fetcher, FeedDocuments documents, EntryCrawler entries, InstantSource clock) {
        this.config = config;
        this.fetcher = fetcher;
        this.documents = documents;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * A feed and what became of its entries.
     *
     * @param url where it was found after redirects
     */
    record CrawledFeed(HttpUrl url, String title, int entryCount, EntryCounts counts) {}

    /** Returns when all new entries are answered, or after as long as a lease lasts. */
    CrawledFeed crawl(HttpUrl url) throws InterruptedException {
        Fetched fetched = RequestedDocument.fetch(fetcher, url, CrawlErrors::feedRefused);
        try {
            ParsedFeed parsed = documents.read(fetched);
            EntryTally tally = entries.crawlNew(feed(url), parsed);
            Log.infof(
                    "feed crawled on request url=%s entries=%d %s",
                    url, parsed.entries().size(), tally);
            return new CrawledFeed(
                    fetched.url(), parsed.title(), parsed.entries().size(), tally.counts());
        } catch (UnreadableFeedException e) {
            throw CrawlErrors.feedUnreadable(String.valueOf(e.getMessage()), url);
        } catch (CatalogUnavailableException e) {
            throw CrawlErrors.unavailable(String.valueOf(e.getMessage()), url);
        }
    }

    private LeasedFeed feed(HttpUrl url) {
        String id = ContentHash.sha256(url.toString()).substring(0, ID_LENGTH);
        return new LeasedFeed(
                id, url.toString(), "", Validators.NONE, "", clock.instant().plus(config.leaseDuration()));
    }
}
