package news.parallax.crawler;

import io.quarkus.grpc.GrpcService;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
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
    private final ExecutorService threads;

    CrawlerEndpoint(
            PageCrawler pages,
            ClustererClient clusterer,
            CrawlerConfig config,
            InstantSource clock,
            @VirtualThreads ExecutorService threads) {
        this.pages = pages;
        this.clusterer = clusterer;
        this.config = config;
        this.clock = clock;
        this.threads = threads;
    }

    /** Not by {@code @RunOnVirtualThread}, which in Quarkus 3.33.2 now and then never answers (Quarkus issue 48940). */
    @Override
    public Uni<CrawlUrlResponse> crawlUrl(CrawlUrlRequest request) {
        return Uni.createFrom().item(() -> answer(request)).runSubscriptionOn(threads);
    }

    private CrawlUrlResponse answer(CrawlUrlRequest request) {
        HttpUrl url = HttpUrl.parse(request.getUrl());
        if (url == null) {
            throw CrawlErrors.urlInvalid(request.getUrl());
        }
        try {
            return crawl(url);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CrawlErrors.unavailable("the crawler stops", url);
        }
    }

    private CrawlUrlResponse crawl(HttpUrl url) throws InterruptedException {
        ExtractedArticle article = switch (pages.crawl(url, FeedFacts.NONE)) {
            case CrawledPage.Found(var found) -> found;
            case CrawledPage.Refused(var reason) -> throw CrawlErrors.pageRefused(reason, url);
            case CrawledPage.Waiting(var reason) -> throw CrawlErrors.unavailable(reason, url);
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
