package news.parallax.gateway.feeds;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.FeedHealth;
import news.parallax.catalog.v1.FeedServiceGrpc.FeedServiceBlockingStub;
import news.parallax.catalog.v1.ListFeedsRequest;
import news.parallax.catalog.v1.ListFeedsResponse;
import news.parallax.gateway.catalog.CatalogCalls;

/** Asks the catalog for the feeds of outlets. */
@Singleton
class OutletFeedClient {
    private static final int PER_CALL = 200;

    private final FeedServiceBlockingStub feeds;
    private final CatalogCalls calls;

    OutletFeedClient(@GrpcClient("catalog") FeedServiceBlockingStub feeds, CatalogCalls calls) {
        this.feeds = feeds;
        this.calls = calls;
    }

    /** Returns at most so many feeds; not those that are gone, nor those whose address has a password. */
    List<OutletFeedView> list(int limit) {
        List<OutletFeedView> all = new ArrayList<>();
        String token = "";
        do {
            var request = ListFeedsRequest.newBuilder()
                    .setPageSize(PER_CALL)
                    .setPageToken(token)
                    .build();
            ListFeedsResponse page = calls.read(feeds, stub -> stub.listFeeds(request));
            page.getFeedsList().stream()
                    .filter(feed -> feed.getHealth() != FeedHealth.FEED_HEALTH_GONE)
                    .filter(feed -> !feed.getUrl().contains("@"))
                    .map(OutletFeedClient::toView)
                    .forEach(all::add);
            token = page.getNextPageToken();
        } while (!token.isEmpty() && all.size() < limit);
        return all.size() > limit ? all.subList(0, limit) : all;
    }

    private static OutletFeedView toView(Feed feed) {
        return new OutletFeedView(feed.getSourceId(), feed.getUrl(), feed.getSection());
    }
}
