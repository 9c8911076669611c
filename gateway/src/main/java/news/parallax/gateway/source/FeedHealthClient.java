package news.parallax.gateway.source;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.util.Locale;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.FeedServiceGrpc.FeedServiceBlockingStub;
import news.parallax.catalog.v1.FetchErrorKind;
import news.parallax.catalog.v1.ListFeedsRequest;
import news.parallax.catalog.v1.ListFeedsResponse;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.catalog.Cursors;
import news.parallax.gateway.catalog.Times;

/** Asks the catalog how the feeds of outlets are. What servers answered in words is for operators and stays inside. */
@Singleton
public class FeedHealthClient {
    private final FeedServiceBlockingStub feeds;
    private final CatalogCalls calls;

    FeedHealthClient(@GrpcClient("catalog") FeedServiceBlockingStub feeds, CatalogCalls calls) {
        this.feeds = feeds;
        this.calls = calls;
    }

    /** Returns a page of the feeds of an outlet; NOT_FOUND if there is no such outlet. */
    public FeedHealthListView list(String domain, int limit, String cursor) {
        var request = ListFeedsRequest.newBuilder()
                .setSourceId(domain)
                .setPageSize(limit)
                .setPageToken(cursor)
                .build();
        ListFeedsResponse response = calls.read(feeds, stub -> stub.listFeeds(request));
        return new FeedHealthListView(
                response.getFeedsList().stream().map(FeedHealthClient::toView).toList(),
                Cursors.next(response.getNextPageToken()));
    }

    private static FeedHealthView toView(Feed feed) {
        FetchErrorKind error = feed.getErrorKind();
        return new FeedHealthView(
                feed.getId(),
                feed.getUrl(),
                feed.getSection(),
                key(feed.getHealth().name(), "FEED_HEALTH_"),
                error == FetchErrorKind.FETCH_ERROR_KIND_UNSPECIFIED ? null : key(error.name(), "FETCH_ERROR_KIND_"),
                feed.hasSuccessTime() ? Times.of(feed.getSuccessTime()) : null,
                feed.hasFailingSinceTime() ? Times.of(feed.getFailingSinceTime()) : null,
                feed.hasChangeTime() ? Times.of(feed.getChangeTime()) : null,
                feed.getEntriesPerDay());
    }

    private static String key(String constant, String prefix) {
        return constant.replaceFirst("^" + prefix, "").toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
