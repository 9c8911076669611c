package news.parallax.crawler.outlet;

import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import news.parallax.catalog.v1.FeedServiceGrpc;
import news.parallax.catalog.v1.ImportReport;
import news.parallax.catalog.v1.SourceServiceGrpc;
import news.parallax.crawler.CrawlerConfig;

/** Calls the catalog's imports. They are idempotent, so they may be repeated as often as wanted. */
@Singleton
class OutletClient {

    private final SourceServiceGrpc.SourceServiceBlockingStub sources;
    private final FeedServiceGrpc.FeedServiceBlockingStub feeds;
    private final long deadlineMillis;

    OutletClient(@GrpcClient("catalog") Channel channel, CrawlerConfig config) {
        this.sources = SourceServiceGrpc.newBlockingStub(channel);
        this.feeds = FeedServiceGrpc.newBlockingStub(channel);
        this.deadlineMillis = config.catalogTimeout().toMillis();
    }

    /** Imports sources, then their ratings, then their feeds; returns false when the catalog is not there (yet). */
    boolean importAll(Outlets outlets) {
        try {
            var sourceCalls = sources.withDeadlineAfter(deadlineMillis, TimeUnit.MILLISECONDS);
            log(
                    "sources",
                    sourceCalls.importSources(OutletMessages.sources(outlets)).getReport());
            log(
                    "ratings",
                    sourceCalls.importRatings(OutletMessages.ratings(outlets)).getReport());
            log(
                    "feeds",
                    feeds.withDeadlineAfter(deadlineMillis, TimeUnit.MILLISECONDS)
                            .importFeeds(OutletMessages.feeds(outlets))
                            .getReport());
            return true;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.UNAVAILABLE
                    && e.getStatus().getCode() != Status.Code.DEADLINE_EXCEEDED) {
                throw e;
            }
            Log.infof("outlets wait for the catalog reason=\"%s\"", e.getMessage());
            return false;
        }
    }

    private static void log(String what, ImportReport report) {
        Log.infof(
                "outlet %s imported added=%d changed=%d unchanged=%d refused=%d",
                what,
                report.getAddedCount(),
                report.getChangedCount(),
                report.getUnchangedCount(),
                report.getRefusalsCount());
        report.getRefusalsList()
                .forEach(refusal ->
                        Log.warnf("outlet %s refused row=%d %s", what, refusal.getRow(), refusal.getMessage()));
    }
}
