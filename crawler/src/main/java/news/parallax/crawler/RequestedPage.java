package news.parallax.crawler;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.parallax.crawler.PageCrawler.CrawledPage;
import news.parallax.crawler.delivery.ClustererClient;
import news.parallax.crawler.delivery.CrawledArticle;
import news.parallax.crawler.delivery.DeliveryOutcome;
import news.parallax.crawler.page.ExtractedArticle;
import news.parallax.crawler.page.FeedFacts;
import okhttp3.HttpUrl;

/** Crawls one page that somebody asks for. */
@Singleton
class RequestedPage {

    private final PageCrawler pages;
    private final ClustererClient clusterer;
    private final CrawlerConfig config;
    private final InstantSource clock;

    RequestedPage(PageCrawler pages, ClustererClient clusterer, CrawlerConfig config, InstantSource clock) {
        this.pages = pages;
        this.clusterer = clusterer;
        this.config = config;
        this.clock = clock;
    }

    /**
     * An article that the catalog has.
     *
     * @param canonicalUrl where it is
     */
    record StoredPage(String articleId, String storyId, String canonicalUrl) {}

    StoredPage crawl(HttpUrl url) throws InterruptedException {
        ExtractedArticle article = switch (pages.crawl(url, FeedFacts.NONE)) {
            case CrawledPage.Found(var found) -> found;
            case CrawledPage.Refused(var reason) -> throw CrawlErrors.pageRefused(reason, url);
            case CrawledPage.Waiting(var reason) -> throw CrawlErrors.unavailable(reason, url);
            case CrawledPage.Listing(var kind, var reason) -> throw CrawlErrors.pageIsListing(kind, reason, url);
            case CrawledPage.Failed(var reason) -> throw CrawlErrors.unavailable(reason, url);
        };
        return switch (deliver(article, url)) {
            case DeliveryOutcome.Stored stored ->
                new StoredPage(
                        article.url().articleId(),
                        stored.storyId(),
                        article.url().value());
            case DeliveryOutcome.Refused refused ->
                throw CrawlErrors.pageRefused(refused.reason() + ": " + refused.message(), url);
        };
    }

    private DeliveryOutcome deliver(ExtractedArticle article, HttpUrl url) throws InterruptedException {
        try {
            return clusterer
                    .deliver(new CrawledArticle(article, clock.instant(), Optional.empty()))
                    .get(config.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw CrawlErrors.unavailable("the clusterer does not answer; the article stays queued", url);
        } catch (ExecutionException e) {
            throw CrawlErrors.unavailable("the clusterer answered wrongly: " + e.getCause(), url);
        }
    }
}
