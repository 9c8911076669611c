package news.parallax.crawler;

import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
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
import news.parallax.crawler.v1.CrawlUrlRequest;
import news.parallax.crawler.v1.CrawlUrlResponse;
import news.parallax.crawler.v1.CrawlerService;
import okhttp3.HttpUrl;

/** Crawls single pages on request. */
@GrpcService
class CrawlerEndpoint implements CrawlerService {

    private final PageCrawler pages;
    private final ClustererClient clusterer;
    private final CrawlerConfig config;
    private final InstantSource clock;

    CrawlerEndpoint(PageCrawler pages, ClustererClient clusterer, CrawlerConfig config, InstantSource clock) {
        this.pages = pages;
        this.clusterer = clusterer;
        this.config = config;
        this.clock = clock;
    }

    @Override
    @RunOnVirtualThread
    public Uni<CrawlUrlResponse> crawlUrl(CrawlUrlRequest request) {
        HttpUrl url = HttpUrl.parse(request.getUrl());
        if (url == null) {
            throw CrawlErrors.urlInvalid(request.getUrl());
        }
        try {
            return Uni.createFrom().item(crawl(url));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CrawlErrors.unavailable("the crawler stops", url);
        }
    }

    private CrawlUrlResponse crawl(HttpUrl url) throws InterruptedException {
        ExtractedArticle article = switch (pages.crawl(url, FeedFacts.NONE)) {
            case CrawledPage.Found(var found) -> found;
            case CrawledPage.Refused(var reason) -> throw CrawlErrors.pageRefused(reason, url);
            case CrawledPage.Failed(var reason) -> throw CrawlErrors.unavailable(reason, url);
        };
        return switch (deliver(article, url)) {
            case DeliveryOutcome.Stored stored ->
                CrawlUrlResponse.newBuilder()
                        .setArticleId(article.url().articleId())
                        .setStoryId(stored.storyId())
                        .setCanonicalUrl(article.url().value())
                        .build();
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
