package news.parallax.catalog.feed;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import java.time.InstantSource;
import java.util.Optional;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.batch.ImportMessages;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.source.SourceRepository;
import news.parallax.catalog.v1.ClaimHostsRequest;
import news.parallax.catalog.v1.ClaimHostsResponse;
import news.parallax.catalog.v1.ConfirmSubscriptionRequest;
import news.parallax.catalog.v1.ConfirmSubscriptionResponse;
import news.parallax.catalog.v1.FeedService;
import news.parallax.catalog.v1.FindNewEntriesRequest;
import news.parallax.catalog.v1.FindNewEntriesResponse;
import news.parallax.catalog.v1.GetFeedSummaryRequest;
import news.parallax.catalog.v1.GetFeedSummaryResponse;
import news.parallax.catalog.v1.GetSubscriptionRequest;
import news.parallax.catalog.v1.GetSubscriptionResponse;
import news.parallax.catalog.v1.ImportFeedsRequest;
import news.parallax.catalog.v1.ImportFeedsResponse;
import news.parallax.catalog.v1.ImportOpmlRequest;
import news.parallax.catalog.v1.ImportOpmlResponse;
import news.parallax.catalog.v1.LeaseFeedsRequest;
import news.parallax.catalog.v1.LeaseFeedsResponse;
import news.parallax.catalog.v1.LeaseSubscriptionsRequest;
import news.parallax.catalog.v1.LeaseSubscriptionsResponse;
import news.parallax.catalog.v1.ListFeedsRequest;
import news.parallax.catalog.v1.ListFeedsResponse;
import news.parallax.catalog.v1.NotifyFeedRequest;
import news.parallax.catalog.v1.NotifyFeedResponse;
import news.parallax.catalog.v1.ReportFetchRequest;
import news.parallax.catalog.v1.ReportFetchResponse;

/** Which feed is fetched when, and by whom, over gRPC. */
@GrpcService
public class FeedEndpoint implements FeedService {
    private static final int FEEDS_LIMIT = 1_000;
    private static final int ENTRIES_LIMIT = 5_000;

    private final Calls calls;
    private final FeedSchedule schedule;
    private final HostClaims hosts;
    private final Subscriptions subscriptions;
    private final FeedImport imports;
    private final OpmlImport opml;
    private final FeedRepository feeds;
    private final SourceRepository sources;
    private final FeedCheck check;
    private final InstantSource clock;

    FeedEndpoint(
            Calls calls,
            FeedSchedule schedule,
            HostClaims hosts,
            Subscriptions subscriptions,
            FeedImport imports,
            OpmlImport opml,
            FeedRepository feeds,
            SourceRepository sources,
            CatalogConfig config,
            InstantSource clock) {
        this.calls = calls;
        this.schedule = schedule;
        this.hosts = hosts;
        this.subscriptions = subscriptions;
        this.imports = imports;
        this.opml = opml;
        this.feeds = feeds;
        this.sources = sources;
        this.check = new FeedCheck(config.feeds());
        this.clock = clock;
    }

    @Override
    public Uni<LeaseFeedsResponse> leaseFeeds(LeaseFeedsRequest request) {
        return calls.run(() -> {
            var leased = schedule.lease(
                    FeedMessages.feedsMax(request),
                    FeedMessages.leaseDuration(request),
                    FeedMessages.crawlerId(request));
            return LeaseFeedsResponse.newBuilder()
                    .addAllLeases(leased.stream()
                            .map(feed -> FeedMessages.toLease(feed, check.usualPause(feed)))
                            .toList())
                    .build();
        });
    }

    @Override
    public Uni<ClaimHostsResponse> claimHosts(ClaimHostsRequest request) {
        return calls.run(() -> HostClaimMessages.toProto(hosts.claim(HostClaimMessages.toWish(request))));
    }

    @Override
    public Uni<ReportFetchResponse> reportFetch(ReportFetchRequest request) {
        return calls.run(() -> {
            schedule.report(FetchMessages.toReport(request));
            return ReportFetchResponse.getDefaultInstance();
        });
    }

    @Override
    public Uni<LeaseSubscriptionsResponse> leaseSubscriptions(LeaseSubscriptionsRequest request) {
        return calls.run(() -> SubscriptionMessages.toProto(subscriptions.lease(SubscriptionMessages.limit(request))));
    }

    @Override
    public Uni<ConfirmSubscriptionResponse> confirmSubscription(ConfirmSubscriptionRequest request) {
        return calls.run(() -> {
            String id = SubscriptionMessages.id(request.getSubscriptionId());
            if (request.getDenied()) {
                subscriptions.deny(id, request.getTopicUrl());
            } else {
                subscriptions.confirm(id, request.getTopicUrl(), SubscriptionMessages.lease(request));
            }
            return ConfirmSubscriptionResponse.getDefaultInstance();
        });
    }

    @Override
    public Uni<GetSubscriptionResponse> getSubscription(GetSubscriptionRequest request) {
        return calls.runInTransaction(() -> GetSubscriptionResponse.newBuilder()
                .setSubscription(SubscriptionMessages.toProto(
                        subscriptions.require(SubscriptionMessages.id(request.getSubscriptionId()))))
                .build());
    }

    @Override
    public Uni<NotifyFeedResponse> notifyFeed(NotifyFeedRequest request) {
        return calls.run(() -> {
            subscriptions.notifyFeed(SubscriptionMessages.id(request.getSubscriptionId()));
            return NotifyFeedResponse.getDefaultInstance();
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
            ImportTally tally = imports.importFeeds(ImportTally.rows(request.getFeedsList(), FeedMessages::toNewFeed));
            return ImportFeedsResponse.newBuilder()
                    .setReport(ImportMessages.toProto(tally))
                    .build();
        });
    }

    @Override
    public Uni<ImportOpmlResponse> importOpml(ImportOpmlRequest request) {
        return calls.run(() -> OpmlMessages.toProto(opml.run(request.getOpml().toByteArray(), request.getDryRun())));
    }

    @Override
    public Uni<ListFeedsResponse> listFeeds(ListFeedsRequest request) {
        return calls.runInTransaction(() -> {
            FeedFilter filter = FeedMessages.toFilter(request, sourceId(request));
            Page<FeedEntity> page = feeds.page(
                    PageRequest.of(request.getPageSize(), request.getPageToken(), 1, "feeds", filter), filter);
            return ListFeedsResponse.newBuilder()
                    .addAllFeeds(page.items().stream()
                            .map(feed -> FeedMessages.toProto(feed, check.usualPause(feed)))
                            .toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    private Optional<String> sourceId(ListFeedsRequest request) {
        return Optional.of(request.getSourceId()).filter(id -> !id.isEmpty()).map(id -> sources.require(id).id);
    }

    @Override
    public Uni<GetFeedSummaryResponse> getFeedSummary(GetFeedSummaryRequest request) {
        return calls.runInTransaction(() -> FeedMessages.toProto(feeds.summary(clock.instant())));
    }
}
