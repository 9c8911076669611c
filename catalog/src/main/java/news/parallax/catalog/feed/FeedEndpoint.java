package news.parallax.catalog.feed;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import news.parallax.catalog.batch.ImportMessages;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.v1.FeedService;
import news.parallax.catalog.v1.FindNewEntriesRequest;
import news.parallax.catalog.v1.FindNewEntriesResponse;
import news.parallax.catalog.v1.ImportFeedsRequest;
import news.parallax.catalog.v1.ImportFeedsResponse;
import news.parallax.catalog.v1.LeaseFeedsRequest;
import news.parallax.catalog.v1.LeaseFeedsResponse;
import news.parallax.catalog.v1.ListFeedsRequest;
import news.parallax.catalog.v1.ListFeedsResponse;
import news.parallax.catalog.v1.ReportFetchRequest;
import news.parallax.catalog.v1.ReportFetchResponse;

/** Which feed is fetched when, and by whom, over gRPC. */
@GrpcService
public class FeedEndpoint implements FeedService {
    private static final int FEEDS_LIMIT = 1_000;
    private static final int ENTRIES_LIMIT = 5_000;

    private final Calls calls;
    private final FeedSchedule schedule;
    private final FeedRepository feeds;

    FeedEndpoint(Calls calls, FeedSchedule schedule, FeedRepository feeds) {
        this.calls = calls;
        this.schedule = schedule;
        this.feeds = feeds;
    }

    @Override
    public Uni<LeaseFeedsResponse> leaseFeeds(LeaseFeedsRequest request) {
        return calls.run(() -> {
            var leased = schedule.lease(FeedMessages.feedsMax(request), FeedMessages.leaseDuration(request));
            return LeaseFeedsResponse.newBuilder()
                    .addAllLeases(leased.stream().map(FeedMessages::toLease).toList())
                    .build();
        });
    }

    @Override
    public Uni<ReportFetchResponse> reportFetch(ReportFetchRequest request) {
        return calls.run(() -> {
            schedule.report(
                    request.getFeedId(),
                    request.getLeaseToken(),
                    FeedMessages.toOutcome(request),
                    FeedMessages.dueTime(request));
            return ReportFetchResponse.getDefaultInstance();
        });
    }

    @Override
    public Uni<FindNewEntriesResponse> findNewEntries(FindNewEntriesRequest request) {
        return calls.run(() -> {
            ImportTally.checkSize("entries", request.getEntriesCount(), ENTRIES_LIMIT);
            var urls = schedule.newEntries(request.getEntriesList().stream()
                    .map(entry -> new FeedSchedule.EntryKey(entry.getEntryUrl(), entry.getEntryHash()))
                    .toList());
            return FindNewEntriesResponse.newBuilder().addAllEntryUrls(urls).build();
        });
    }

    @Override
    public Uni<ImportFeedsResponse> importFeeds(ImportFeedsRequest request) {
        return calls.run(() -> {
            ImportTally.checkSize("feeds", request.getFeedsCount(), FEEDS_LIMIT);
            ImportTally tally = schedule.importFeeds(ImportTally.rows(request.getFeedsList(), FeedMessages::toNewFeed));
            return ImportFeedsResponse.newBuilder()
                    .setReport(ImportMessages.toProto(tally))
                    .build();
        });
    }

    @Override
    public Uni<ListFeedsResponse> listFeeds(ListFeedsRequest request) {
        return calls.runInTransaction(() -> {
            Page<FeedEntity> page =
                    feeds.page(PageRequest.of(request.getPageSize(), request.getPageToken(), 1, "feeds"));
            return ListFeedsResponse.newBuilder()
                    .addAllFeeds(
                            page.items().stream().map(FeedMessages::toProto).toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }
}
