package news.parallax.crawler.bench;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiConsumer;
import news.parallax.catalog.v1.Feed;
import news.parallax.catalog.v1.FeedEntryKey;
import news.parallax.catalog.v1.FeedLease;
import news.parallax.catalog.v1.FeedServiceGrpc.FeedServiceImplBase;
import news.parallax.catalog.v1.FindNewEntriesRequest;
import news.parallax.catalog.v1.FindNewEntriesResponse;
import news.parallax.catalog.v1.LeaseFeedsRequest;
import news.parallax.catalog.v1.LeaseFeedsResponse;
import news.parallax.catalog.v1.ReportFetchRequest;
import news.parallax.catalog.v1.ReportFetchResponse;

/** Plays the catalog: hands out each feed once, and knows no entry. */
public final class LeaseEndpoint extends FeedServiceImplBase {

    private final BlockingQueue<String> due = new LinkedBlockingQueue<>();
    private final Map<String, String> leased = new ConcurrentHashMap<>();
    private final BiConsumer<String, String> reports;

    /** @param reports is told the URL of each feed reported, and what became of it: {@code OK} or the kind of failure */
    public LeaseEndpoint(BiConsumer<String, String> reports) {
        this.reports = reports;
    }

    public void add(String url) {
        due.add(url);
    }

    @Override
    public void leaseFeeds(LeaseFeedsRequest request, StreamObserver<LeaseFeedsResponse> observer) {
        LeaseFeedsResponse.Builder response = LeaseFeedsResponse.newBuilder();
        long expires = Instant.now()
                .plusSeconds(request.getLeaseDuration().getSeconds())
                .getEpochSecond();
        for (int i = 0; i < request.getMaxFeeds(); i++) {
            String url = due.poll();
            if (url == null) {
                break;
            }
            String id = "feed-" + leased.size();
            leased.put(id, url);
            response.addLeases(FeedLease.newBuilder()
                    .setFeed(Feed.newBuilder().setId(id).setUrl(url))
                    .setLeaseToken(id)
                    .setExpireTime(Timestamp.newBuilder().setSeconds(expires)));
        }
        observer.onNext(response.build());
        observer.onCompleted();
    }

    @Override
    public void findNewEntries(FindNewEntriesRequest request, StreamObserver<FindNewEntriesResponse> observer) {
        observer.onNext(FindNewEntriesResponse.newBuilder()
                .addAllEntryUrls(request.getEntriesList().stream()
                        .map(FeedEntryKey::getEntryUrl)
                        .toList())
                .build());
        observer.onCompleted();
    }

    @Override
    public void reportFetch(ReportFetchRequest request, StreamObserver<ReportFetchResponse> observer) {
        String outcome =
                request.hasFailed() ? request.getFailed().getKind().name().replace("FETCH_ERROR_KIND_", "") : "OK";
        reports.accept(leased.getOrDefault(request.getFeedId(), ""), outcome);
        observer.onNext(ReportFetchResponse.getDefaultInstance());
        observer.onCompleted();
    }
}
