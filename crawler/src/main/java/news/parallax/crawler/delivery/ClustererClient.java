package news.parallax.crawler.delivery;

import io.grpc.Channel;
import io.quarkus.grpc.GrpcClient;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.metrics.CrawlMetrics;

/**
 * Delivers articles to the copies of the clusterer, over some streams that the channel spreads over them. What comes of one
 * article twice goes over one stream. All are numbered, so that they are assigned in the order of their delivery, whatever
 * streams and copies make of it. Safe for threads.
 */
@Singleton
public class ClustererClient {

    private final List<IngestStreamClient> streams;

    public ClustererClient(@GrpcClient("clusterer") Channel channel, CrawlerConfig config) {
        int count = Math.max(1, Math.min(config.deliveryStreams(), config.deliveryWindow()));
        var order = new DeliveryOrder();
        this.streams = IntStream.range(0, count)
                .mapToObj(_ -> new IngestStreamClient(channel, config, order, config.deliveryWindow() / count))
                .toList();
        CrawlMetrics.gauge("delivery.window", "Articles that may be sent and not yet answered", config::deliveryWindow);
        CrawlMetrics.gauge(
                "undelivered.articles", "Articles sent, or to be sent, and not yet answered", this::openCount);
    }

    /**
     * Sends an article; blocks while too many are open. The future completes with the clusterer's answer, however often the
     * clusterer has to be started until then, or is cancelled when the crawler stops.
     */
    public CompletableFuture<DeliveryOutcome> deliver(CrawledArticle crawled) throws InterruptedException {
        int stream = Math.floorMod(crawled.article().url().articleId().hashCode(), streams.size());
        return streams.get(stream).deliver(crawled);
    }

    /** Articles sent, or to be sent, and not answered. */
    int openCount() {
        return streams.stream().mapToInt(IngestStreamClient::openCount).sum();
    }

    @PreDestroy
    public void close() {
        streams.forEach(IngestStreamClient::close);
    }
}
