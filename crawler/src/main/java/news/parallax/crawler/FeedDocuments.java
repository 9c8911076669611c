package news.parallax.crawler;

import jakarta.inject.Singleton;
import java.util.List;
import news.parallax.crawler.feed.FeedCandidate;
import news.parallax.crawler.feed.FeedDiscovery;
import news.parallax.crawler.feed.FeedParser;
import news.parallax.crawler.feed.ParsedFeed;
import news.parallax.crawler.feed.UnreadableFeedException;
import news.parallax.crawler.fetch.FetchResult.Fetched;

/** Reads what was fetched as a feed or for its feeds, always on the {@link ReadingThreads}. */
@Singleton
class FeedDocuments {

    private final FeedParser parser;
    private final ReadingThreads threads;

    FeedDocuments(FeedParser parser, ReadingThreads threads) {
        this.parser = parser;
        this.threads = threads;
    }

    ParsedFeed read(Fetched fetched) throws UnreadableFeedException, InterruptedException {
        try {
            return threads.read(() -> parser.parse(fetched.body(), fetched.contentType(), fetched.url()));
        } catch (ReadingThreads.TooDeepException e) {
            throw new UnreadableFeedException(String.valueOf(e.getMessage()));
        }
    }

    /** Where there may be feeds of the site, the likeliest first. */
    List<FeedCandidate> candidates(Fetched page) throws InterruptedException {
        return threads.read(() -> FeedDiscovery.feeds(page.body(), page.contentType(), page.url()));
    }
}
