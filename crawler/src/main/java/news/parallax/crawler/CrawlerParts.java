package news.parallax.crawler;

import io.grpc.Channel;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.InstantSource;
import java.util.Map;
import news.parallax.crawler.delivery.ClustererClient;
import news.parallax.crawler.delivery.CrawlerIdentity;
import news.parallax.crawler.delivery.FeedClient;
import news.parallax.crawler.feed.FeedParser;
import news.parallax.crawler.fetch.Fetcher;
import news.parallax.crawler.page.ArticleExtractor;

/** The crawler put together without the container, for measuring and for tests: the same parts as in the service. */
public final class CrawlerParts implements AutoCloseable {

    private final ClustererClient clusterer;
    private final ReadingThreads threads;
    private final Crawler crawler;
    private final Thread loop;

    public CrawlerParts(CrawlerConfig config, Fetcher fetcher, Channel catalog, Channel clustererChannel) {
        InstantSource clock = InstantSource.system();
        this.threads = new ReadingThreads();
        FeedParser parser = new FeedParser();
        FeedDocuments documents = new FeedDocuments(parser, threads);
        FeedClient feeds = new FeedClient(catalog, config, clock, new CrawlerIdentity());
        this.clusterer = new ClustererClient(clustererChannel, config);
        PageCrawler pages = new PageCrawler(fetcher, new ArticleExtractor(config), parser, threads, clock);
        EntryCrawler entries = new EntryCrawler(
                config, feeds, new SitemapIndexes(config, fetcher, documents), pages, clusterer, clock);
        this.crawler = new Crawler(config, feeds, fetcher, documents, entries, clock, new Leaving());
        this.loop = Thread.ofVirtual().name("crawl-loop").unstarted(this::run);
    }

    /** The settings as shipped, but for those named by their names after {@code parallax.crawler.}. */
    public static CrawlerConfig config(Map<String, String> differing) {
        // Quarkus parts log by it, and say so on standard error if it is not set.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(CrawlerConfig.class);
        differing.forEach((name, value) -> builder.withDefaultValue("parallax.crawler." + name, value));
        return builder.build().getConfigMapping(CrawlerConfig.class);
    }

    /** Begins to crawl what the catalog leases. */
    public CrawlerParts start() {
        loop.start();
        return this;
    }

    private void run() {
        try {
            crawler.run();
        } catch (InterruptedException closed) {
            return;
        }
    }

    @Override
    public void close() {
        loop.interrupt();
        clusterer.close();
        threads.close();
    }
}
