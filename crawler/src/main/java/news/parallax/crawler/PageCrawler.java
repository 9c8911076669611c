package news.parallax.crawler;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import news.parallax.crawler.feed.FeedParser;
import news.parallax.crawler.feed.UnreadableFeedException;
import news.parallax.crawler.fetch.FetchResult.Failed;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.FetchResult.NotModified;
import news.parallax.crawler.fetch.FetchResult.RateLimited;
import news.parallax.crawler.fetch.FetchResult.Refused;
import news.parallax.crawler.fetch.Fetcher;
import news.parallax.crawler.fetch.Validators;
import news.parallax.crawler.metrics.CrawlMetrics;
import news.parallax.crawler.page.ArticleExtractor;
import news.parallax.crawler.page.ExtractedArticle;
import news.parallax.crawler.page.FeedFacts;
import news.parallax.crawler.robots.RobotsDirectives;
import okhttp3.HttpUrl;

/** From the URL of a page to its article. */
@Singleton
class PageCrawler {

    private final Fetcher fetcher;
    private final ArticleExtractor extractor;
    private final FeedParser feeds;
    private final ReadingThreads threads;
    private final InstantSource clock;

    PageCrawler(
            Fetcher fetcher,
            ArticleExtractor extractor,
            FeedParser feeds,
            ReadingThreads threads,
            InstantSource clock) {
        this.threads = threads;
        this.fetcher = fetcher;
        this.clock = clock;
        this.extractor = extractor;
        this.feeds = feeds;
    }

    /** Fetches and extracts; blocks while the page's host is to be left alone. */
    CrawledPage crawl(HttpUrl url, FeedFacts known) throws InterruptedException {
        CrawledPage page = fetch(url, known);
        CrawlMetrics.page(
                switch (page) {
                    case CrawledPage.Found _ -> "extracted";
                    case CrawledPage.Refused _ -> "refused";
                    case CrawledPage.Listing _ -> "listing";
                    case CrawledPage.Waiting _ -> "waiting";
                    case CrawledPage.Failed _ -> "failed";
                });
        return page;
    }

    private CrawledPage fetch(HttpUrl url, FeedFacts known) throws InterruptedException {
        return switch (fetcher.fetch(url, Validators.NONE)) {
            case Fetched fetched -> readApart(fetched, known);
            case NotModified _ -> new CrawledPage.Failed("the server answers 304 to an unconditional request");
            case RateLimited(var reply) ->
                reply.resting()
                        ? new CrawledPage.Waiting("the server asked for a pause")
                        : new CrawledPage.Failed("the server asks for a pause");
            case Refused refused -> new CrawledPage.Refused(refused.reason());
            case Failed failed ->
                failed.reply().resting()
                        ? new CrawledPage.Waiting(failed.reason())
                        : new CrawledPage.Failed(failed.reason());
        };
    }

    private CrawledPage readApart(Fetched fetched, FeedFacts known) throws InterruptedException {
        try {
            return threads.read(() -> read(fetched, known));
        } catch (ReadingThreads.TooDeepException e) {
            return new CrawledPage.Refused("its elements are nested too deeply");
        }
    }

    private CrawledPage read(Fetched fetched, FeedFacts known) {
        if (isFeed(fetched)) {
            return new CrawledPage.Listing(Listing.FEED, "it is a feed, which lists articles and is none");
        }
        if (isHomePage(fetched.url())) { // which is also where many servers send those who ask for what is gone
            return new CrawledPage.Listing(Listing.HOME_PAGE, "it is the home page of a site and no article");
        }
        if (fetched.directives().forbidsPage(clock.instant())) {
            return new CrawledPage.Refused("its X-Robots-Tag asks not to take it");
        }
        return isPage(fetched.contentType())
                ? extracted(fetched, known)
                : new CrawledPage.Refused("it is no HTML page but " + fetched.contentType());
    }

    private boolean isFeed(Fetched fetched) {
        if (fetched.contentType().contains("html")) {
            return false;
        }
        try {
            return !feeds.parse(fetched.body(), fetched.contentType(), fetched.url())
                    .entries()
                    .isEmpty();
        } catch (UnreadableFeedException noFeed) {
            return false;
        }
    }

    private static boolean isHomePage(HttpUrl url) {
        return url.encodedPath().equals("/") && url.query() == null;
    }

    private static boolean isPage(String contentType) {
        return contentType.isBlank() || contentType.contains("html") || contentType.contains("xml");
    }

    private CrawledPage extracted(Fetched fetched, FeedFacts known) {
        Optional<ExtractedArticle> article =
                extractor.extract(fetched.body(), fetched.contentType(), fetched.url(), known);
        return article.map(found -> honored(found, fetched.directives()))
                .orElseGet(() -> new CrawledPage.Refused("the page has neither title nor text"));
    }

    /** Does what header and page ask together. A text that is not to be kept is not even handed on. */
    private CrawledPage honored(ExtractedArticle article, RobotsDirectives header) {
        RobotsDirectives directives = header.and(article.directives());
        if (directives.forbidsPage(clock.instant())) {
            return new CrawledPage.Refused("its robots meta element asks not to take it");
        }
        return new CrawledPage.Found(directives.forbidsText() ? article.withoutText() : article);
    }

    /** What lists articles and is none. */
    enum Listing {
        FEED,
        HOME_PAGE
    }

    /** What became of a page. */
    sealed interface CrawledPage {

        record Found(ExtractedArticle article) implements CrawledPage {}

        /** Not to be had, and not tomorrow either. */
        record Refused(String reason) implements CrawledPage {}

        /** Not even asked for, because its host is left alone. */
        record Waiting(String reason) implements CrawledPage {}

        /** Not an article, but something that lists them. */
        record Listing(PageCrawler.Listing kind, String reason) implements CrawledPage {}

        /** Not to be had now. */
        record Failed(String reason) implements CrawledPage {}
    }
}
