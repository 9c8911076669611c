package news.parallax.crawler;

import io.quarkus.grpc.GrpcService;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import news.parallax.crawler.delivery.FeedClient;
import news.parallax.crawler.v1.CrawlFeedRequest;
import news.parallax.crawler.v1.CrawlFeedResponse;
import news.parallax.crawler.v1.CrawlUrlRequest;
import news.parallax.crawler.v1.CrawlUrlResponse;
import news.parallax.crawler.v1.CrawlerService;
import news.parallax.crawler.v1.DiscoverFeedsRequest;
import news.parallax.crawler.v1.DiscoverFeedsResponse;
import news.parallax.crawler.v1.ImportOpmlRequest;
import news.parallax.crawler.v1.ImportOpmlResponse;
import okhttp3.HttpUrl;

/** Crawls on request. */
@GrpcService
class CrawlerEndpoint implements CrawlerService {

    private final RequestedPage page;
    private final RequestedFeed feed;
    private final SiteFeeds siteFeeds;
    private final FeedClient catalog;
    private final ExecutorService threads;
    private final Semaphore calls;

    CrawlerEndpoint(
            RequestedPage page,
            RequestedFeed feed,
            SiteFeeds siteFeeds,
            FeedClient catalog,
            CrawlerConfig config,
            @VirtualThreads ExecutorService threads) {
        this.page = page;
        this.feed = feed;
        this.siteFeeds = siteFeeds;
        this.catalog = catalog;
        this.threads = threads;
        this.calls = new Semaphore(config.callsAtOnce());
    }

    @Override
    public Uni<CrawlUrlResponse> crawlUrl(CrawlUrlRequest request) {
        return run(() -> CrawlMessages.toProto(crawling(request.getUrl(), page::crawl)));
    }

    @Override
    public Uni<CrawlFeedResponse> crawlFeed(CrawlFeedRequest request) {
        return run(() -> CrawlMessages.toProto(crawling(request.getUrl(), feed::crawl)));
    }

    @Override
    public Uni<DiscoverFeedsResponse> discoverFeeds(DiscoverFeedsRequest request) {
        return run(() -> CrawlMessages.toProto(crawling(request.getUrl(), siteFeeds::find)));
    }

    @Override
    public Uni<ImportOpmlResponse> importOpml(ImportOpmlRequest request) {
        return run(() -> ImportOpmlResponse.newBuilder()
                .setResult(catalog.importOpml(request.getOpml(), request.getDryRun()))
                .build());
    }

    /** Not by {@code @RunOnVirtualThread}, which in Quarkus 3.33.2 now and then never answers (Quarkus issue 48940). */
    private <T> Uni<T> run(Supplier<T> work) {
        return Uni.createFrom()
                .item(() -> {
                    if (!calls.tryAcquire()) {
                        throw CrawlErrors.tooManyCalls();
                    }
                    try {
                        return work.get();
                    } finally {
                        calls.release();
                    }
                })
                .runSubscriptionOn(threads);
    }

    private static <T> T crawling(String address, Crawl<T> crawl) {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw CrawlErrors.urlInvalid(address);
        }
        try {
            return crawl.of(url);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CrawlErrors.unavailable("the crawler stops", url);
        }
    }

    /** One way to crawl a URL. */
    @FunctionalInterface
    private interface Crawl<T> {
        T of(HttpUrl url) throws InterruptedException;
    }
}
