package news.parallax.crawler.delivery;

import com.google.protobuf.ByteString;
import com.google.protobuf.Duration;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import news.parallax.catalog.v1.FeedServiceGrpc;
import news.parallax.catalog.v1.FeedServiceGrpc.FeedServiceBlockingStub;
import news.parallax.catalog.v1.ImportOpmlRequest;
import news.parallax.catalog.v1.ImportOpmlResponse;
import news.parallax.catalog.v1.LeaseFeedsRequest;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.delivery.CrawledArticle.EntryOrigin;
import news.parallax.crawler.metrics.CrawlMetrics;

/** Calls the catalog's feed service. Calls about a leased feed are repeated while the catalog is away and the lease lasts. */
@Singleton
public class FeedClient {

    private static final int MOST_LEASES = 100;

    private final FeedServiceBlockingStub stub;
    private final CrawlerConfig config;
    private final InstantSource clock;
    /** Empty if hosts are not shared. */
    private final String crawlerId;

    public FeedClient(
            @GrpcClient("catalog") Channel channel,
            CrawlerConfig config,
            InstantSource clock,
            CrawlerIdentity identity) {
        this.crawlerId = config.sharedHosts() ? identity.id() : "";
        this.stub = FeedServiceGrpc.newBlockingStub(channel);
        this.config = config;
        this.clock = clock;
    }

    /** Leases due feeds, at most so many. */
    public List<LeasedFeed> lease(int maxFeeds) throws CatalogUnavailableException {
        LeaseFeedsRequest request = LeaseFeedsRequest.newBuilder()
                .setMaxFeeds(Math.min(maxFeeds, MOST_LEASES))
                .setCrawlerId(crawlerId)
                .setLeaseDuration(
                        Duration.newBuilder().setSeconds(config.leaseDuration().toSeconds()))
                .build();
        try {
            List<LeasedFeed> leased = stub().leaseFeeds(request).getLeasesList().stream()
                    .map(FeedMessages::leasedFeed)
                    .toList();
            CrawlMetrics.feedsLeased(leased.size());
            return leased;
        } catch (StatusRuntimeException e) {
            throw new CatalogUnavailableException(e);
        }
    }

    /** Returns the URLs of the entries that the catalog does not have, or has in another state. */
    public Set<String> findNewEntries(LeasedFeed feed, List<EntryOrigin> entries)
            throws CatalogUnavailableException, InterruptedException {
        return Set.copyOf(whileLeased(
                        feed, () -> stub().findNewEntries(FeedMessages.findNewEntries(feed.id(), entries)))
                .getEntryUrlsList());
    }

    /** Ends the lease. A lease that was lost meanwhile is only logged: whoever has it now crawls the feed again. */
    public void report(LeasedFeed feed, FeedReport report) throws CatalogUnavailableException, InterruptedException {
        try {
            var _ = whileLeased(feed, () -> stub().reportFetch(FeedMessages.reportFetch(feed, report)));
            switch (report) {
                case FeedReport.Succeeded succeeded ->
                    CrawlMetrics.feedReported("succeeded", succeeded.entries().open());
                case FeedReport.Unchanged _ -> CrawlMetrics.feedReported("unchanged", 0);
                case FeedReport.Failed _ -> CrawlMetrics.feedReported("failed", 0);
            }
        } catch (CatalogUnavailableException e) {
            if (e.status().getCode() != Status.Code.FAILED_PRECONDITION) {
                throw e;
            }
            CrawlMetrics.feedReported("lease_lost", 0);
            Log.warnf("lease lost feed=%s url=%s", feed.id(), feed.url());
        }
    }

    /** Imports an OPML document; errors are those of the catalog. */
    public ImportOpmlResponse importOpml(ByteString opml, boolean dryRun) {
        return stub.withDeadlineAfter(config.answerTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .importOpml(ImportOpmlRequest.newBuilder()
                        .setOpml(opml)
                        .setDryRun(dryRun)
                        .build());
    }

    private <T> T whileLeased(LeasedFeed feed, Supplier<T> call)
            throws CatalogUnavailableException, InterruptedException {
        while (true) {
            try {
                return call.get();
            } catch (StatusRuntimeException e) {
                Instant next = clock.instant().plus(config.pollInterval());
                if (e.getStatus().getCode() != Status.Code.UNAVAILABLE || next.isAfter(feed.expireTime())) {
                    throw new CatalogUnavailableException(e);
                }
            }
            Thread.sleep(config.pollInterval());
        }
    }

    private FeedServiceBlockingStub stub() {
        return stub.withDeadlineAfter(config.catalogTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }
}
