package news.parallax.gateway.story;

import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.GetCoverageResponse;
import news.parallax.catalog.v1.GetMembershipsRequest;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.GetTotalsResponse;
import news.parallax.catalog.v1.ListStoriesResponse;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.ListStoryArticlesResponse;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.catalog.Cursors;
import news.parallax.gateway.catalog.Times;
import news.parallax.gateway.coverage.BasisLabel;
import news.parallax.gateway.coverage.CoverageMessages;
import news.parallax.gateway.coverage.CoverageView;
import news.parallax.gateway.coverage.SplitView;
import news.parallax.gateway.rating.RatingMessages;
import news.parallax.gateway.rating.SideLabel;
import org.jspecify.annotations.Nullable;

/**
 * Asks the catalog for stories, as the reader has them: what they muted is left out, and outlets lean as they hold. For a story it has not got, each call fails
 * with NOT_FOUND.
 */
@Singleton
public class StoryClient {
    private final StoryServiceBlockingStub stories;
    private final StorySearchClient searches;
    private final CatalogCalls calls;
    private final Visit visit;

    StoryClient(
            @GrpcClient("catalog") StoryServiceBlockingStub stories,
            StorySearchClient searches,
            CatalogCalls calls,
            Visit visit) {
        this.stories = stories;
        this.searches = searches;
        this.calls = calls;
        this.visit = visit;
    }

    /** Returns a page of stories. */
    public StoryListView list(StoryQuery query) {
        if (!query.criteria().plain()) {
            return searches.find(SearchText.NONE, query);
        }
        var request = CriteriaMessages.toList(query, visit.reader().id());
        ListStoriesResponse response = calls.read(stories, stub -> stub.listStories(request));
        return new StoryListView(
                response.getStoriesList().stream().map(StoryMessages::toView).toList(),
                Cursors.next(response.getNextPageToken()));
    }

    /** Returns a story; the remaining one if it was merged. */
    public StoryView get(String id) {
        var request = GetStoryRequest.newBuilder()
                .setStoryId(id)
                .setReaderId(visit.reader().id())
                .build();
        Story story = calls.readOf(
                found -> List.of(id, found.getId()),
                stories,
                stub -> stub.getStory(request).getStory());
        return StoryMessages.toView(story);
    }

    /** Returns a story as a reader has it, whoever asks; empty if there is none. */
    public Optional<StoryView> find(String id, String readerId) {
        var request = GetStoryRequest.newBuilder()
                .setStoryId(id)
                .setReaderId(readerId)
                .build();
        return calls.find(stories, stub -> stub.getStory(request).getStory()).map(StoryMessages::toView);
    }

    /** Returns a page of articles: of one side, or of all if there is none named. */
    public ArticleListView articles(String id, @Nullable SideLabel side, int limit, String cursor) {
        var request = ListStoryArticlesRequest.newBuilder()
                .setStoryId(id)
                .setPageSize(limit)
                .setPageToken(cursor)
                .setReaderId(visit.reader().id());
        if (side != null) {
            request.setSide(RatingMessages.toProto(side));
        }
        ListStoryArticlesResponse response =
                calls.readOf(found -> storyIds(id, found), stories, stub -> stub.listStoryArticles(request.build()));
        return new ArticleListView(
                storyOf(id, response),
                response.getArticlesList().stream().map(StoryMessages::toView).toList(),
                Cursors.next(response.getNextPageToken()),
                Map.of());
    }

    private static List<String> storyIds(String askedId, ListStoryArticlesResponse response) {
        return response.getArticlesCount() > 0
                ? List.of(askedId, response.getArticles(0).getMembership().getStoryId())
                : List.of(askedId);
    }

    /** Every article tells its story; if there is none, another question does: the story may have been merged. */
    private String storyOf(String askedId, ListStoryArticlesResponse response) {
        return response.getArticlesCount() > 0
                ? response.getArticles(0).getMembership().getStoryId()
                : get(askedId).id();
    }

    /**
     * Returns who covers a story: now, or at a past moment if there is one named. Outlets come from left to right; by name for
     * readers who may not see how they lean.
     */
    public CoverageView coverage(String id, @Nullable Instant at, BasisLabel basis) {
        var request = GetCoverageRequest.newBuilder()
                .setStoryId(id)
                .setBasis(CoverageMessages.toProto(basis))
                .setReaderId(visit.reader().id());
        if (at != null) {
            request.setAtTime(Times.toProto(at));
        }
        GetCoverageResponse response = calls.readOf(
                found -> List.of(id, found.getStoryId()), stories, stub -> stub.getCoverage(request.build()));
        CoverageView coverage = CoverageMessages.toView(response.getStoryId(), response.getCoverage(), basis);
        return visit.reader().can(Capability.BIAS) ? coverage : coverage.byName();
    }

    /** Returns how a story split at a past moment, for that reader or, if it is empty, for everybody; empty if it was not there. */
    public Optional<Splits> splitsAt(String id, Instant at, String readerId) {
        var request = GetCoverageRequest.newBuilder()
                .setStoryId(id)
                .setAtTime(Times.toProto(at))
                .setReaderId(readerId)
                .build();
        return calls.find(stories, stub -> stub.getCoverage(request).getCoverage())
                .map(coverage -> new Splits(
                        CoverageMessages.toView(coverage.getAll()),
                        CoverageMessages.toView(coverage.getIndependent())));
    }

    /**
     * How the outlets of a story split.
     *
     * @param all every outlet once
     * @param independent only outlets with a report of their own
     */
    public record Splits(SplitView all, SplitView independent) {}

    /** Returns why articles are in their stories, in order; fails with NOT_FOUND if one is not in the catalog. */
    List<ArticleMembershipView> memberships(List<String> articleIds) {
        var request =
                GetMembershipsRequest.newBuilder().addAllArticleIds(articleIds).build();
        return calls
                .readOf(
                        MembershipMessages::storyIds,
                        stories,
                        stub -> stub.getMemberships(request).getMembershipsList())
                .stream()
                .map(MembershipMessages::toView)
                .toList();
    }

    /** Returns what the catalog holds. */
    public TotalsView totals() {
        GetTotalsResponse totals = calls.read(stories, stub -> stub.getTotals(GetTotalsRequest.getDefaultInstance()));
        return StoryMessages.toView(totals);
    }
}
