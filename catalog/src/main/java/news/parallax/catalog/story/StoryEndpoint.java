package news.parallax.catalog.story;

import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import news.parallax.catalog.v1.ConsolidateStoriesRequest;
import news.parallax.catalog.v1.ConsolidateStoriesResponse;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.GetCoverageResponse;
import news.parallax.catalog.v1.GetKickersRequest;
import news.parallax.catalog.v1.GetKickersResponse;
import news.parallax.catalog.v1.GetMembershipsRequest;
import news.parallax.catalog.v1.GetMembershipsResponse;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetStoryResponse;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.GetTotalsResponse;
import news.parallax.catalog.v1.ListCoverageRequest;
import news.parallax.catalog.v1.ListCoverageResponse;
import news.parallax.catalog.v1.ListPlacementsRequest;
import news.parallax.catalog.v1.ListPlacementsResponse;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.ListStoriesResponse;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.ListStoryArticlesResponse;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.ListStoryEventsResponse;
import news.parallax.catalog.v1.LookupArticleRequest;
import news.parallax.catalog.v1.LookupArticleResponse;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MergeStoriesResponse;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.MoveArticlesResponse;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.RecordArticlesResponse;
import news.parallax.catalog.v1.ReplayWindowRequest;
import news.parallax.catalog.v1.ReplayWindowResponse;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.SplitStoryResponse;
import news.parallax.catalog.v1.StoryService;
import news.parallax.catalog.v1.UndoStoryEventRequest;
import news.parallax.catalog.v1.UndoStoryEventResponse;
import news.parallax.catalog.v1.UpdateMembershipsRequest;
import news.parallax.catalog.v1.UpdateMembershipsResponse;
import news.parallax.catalog.v1.UpdateStoryRequest;
import news.parallax.catalog.v1.UpdateStoryResponse;
import news.parallax.catalog.v1.WatchStoriesRequest;
import news.parallax.catalog.v1.WatchStoriesResponse;

/** Stories, their articles and their coverage, over gRPC: each call goes to the part that answers its kind. */
@GrpcService
public class StoryEndpoint implements StoryService {
    private final StoryReadEndpoint reads;
    private final StoryWriteEndpoint writes;
    private final MembershipEndpoint memberships;
    private final RegroupingEndpoint regroupings;
    private final CoverageEndpoint coverage;
    private final StoryStreamEndpoint streams;

    StoryEndpoint(
            StoryReadEndpoint reads,
            StoryWriteEndpoint writes,
            MembershipEndpoint memberships,
            RegroupingEndpoint regroupings,
            CoverageEndpoint coverage,
            StoryStreamEndpoint streams) {
        this.reads = reads;
        this.writes = writes;
        this.memberships = memberships;
        this.regroupings = regroupings;
        this.coverage = coverage;
        this.streams = streams;
    }

    @Override
    public Uni<GetStoryResponse> getStory(GetStoryRequest request) {
        return reads.getStory(request);
    }

    @Override
    public Uni<ListStoriesResponse> listStories(ListStoriesRequest request) {
        return reads.listStories(request);
    }

    @Override
    public Uni<ListStoryArticlesResponse> listStoryArticles(ListStoryArticlesRequest request) {
        return reads.listStoryArticles(request);
    }

    @Override
    public Uni<LookupArticleResponse> lookupArticle(LookupArticleRequest request) {
        return reads.lookupArticle(request);
    }

    @Override
    public Uni<GetTotalsResponse> getTotals(GetTotalsRequest request) {
        return reads.getTotals(request);
    }

    @Override
    public Uni<RecordArticlesResponse> recordArticles(RecordArticlesRequest request) {
        return writes.recordArticles(request);
    }

    @Override
    public Uni<UpdateStoryResponse> updateStory(UpdateStoryRequest request) {
        return writes.updateStory(request);
    }

    @Override
    public Uni<GetMembershipsResponse> getMemberships(GetMembershipsRequest request) {
        return memberships.getMemberships(request);
    }

    @Override
    public Uni<UpdateMembershipsResponse> updateMemberships(UpdateMembershipsRequest request) {
        return memberships.updateMemberships(request);
    }

    @Override
    public Uni<ListPlacementsResponse> listPlacements(ListPlacementsRequest request) {
        return memberships.listPlacements(request);
    }

    @Override
    public Uni<MergeStoriesResponse> mergeStories(MergeStoriesRequest request) {
        return regroupings.mergeStories(request);
    }

    @Override
    public Uni<SplitStoryResponse> splitStory(SplitStoryRequest request) {
        return regroupings.splitStory(request);
    }

    @Override
    public Uni<MoveArticlesResponse> moveArticles(MoveArticlesRequest request) {
        return regroupings.moveArticles(request);
    }

    @Override
    public Uni<ConsolidateStoriesResponse> consolidateStories(ConsolidateStoriesRequest request) {
        return regroupings.consolidateStories(request);
    }

    @Override
    public Uni<UndoStoryEventResponse> undoStoryEvent(UndoStoryEventRequest request) {
        return regroupings.undoStoryEvent(request);
    }

    @Override
    public Uni<ListStoryEventsResponse> listStoryEvents(ListStoryEventsRequest request) {
        return regroupings.listStoryEvents(request);
    }

    @Override
    public Uni<GetCoverageResponse> getCoverage(GetCoverageRequest request) {
        return coverage.getCoverage(request);
    }

    @Override
    public Uni<ListCoverageResponse> listCoverage(ListCoverageRequest request) {
        return coverage.listCoverage(request);
    }

    @Override
    public Multi<ReplayWindowResponse> replayWindow(ReplayWindowRequest request) {
        return streams.replayWindow(request);
    }

    @Override
    public Uni<GetKickersResponse> getKickers(GetKickersRequest request) {
        return reads.getKickers(request);
    }

    @Override
    public Multi<WatchStoriesResponse> watchStories(WatchStoriesRequest request) {
        return streams.watchStories(request);
    }
}
