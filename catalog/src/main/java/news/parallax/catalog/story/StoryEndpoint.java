package news.parallax.catalog.story;

import com.google.protobuf.FieldMask;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import news.parallax.catalog.article.ArticleRepository;
import news.parallax.catalog.article.ArticleTitleEntity;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.coverage.CountedSource;
import news.parallax.catalog.coverage.GapRule;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.feed.FeedRepository;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.source.ScaleMessages;
import news.parallax.catalog.source.SourceRepository;
import news.parallax.catalog.story.MembershipExplanations.Explained;
import news.parallax.catalog.story.StoryRepository.Citation;
import news.parallax.catalog.story.StoryRepository.Member;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.ConsolidateStoriesRequest;
import news.parallax.catalog.v1.ConsolidateStoriesResponse;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.CoverageBasis;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.GetCoverageResponse;
import news.parallax.catalog.v1.GetMembershipsRequest;
import news.parallax.catalog.v1.GetMembershipsResponse;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetStoryResponse;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.GetTotalsResponse;
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
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.catalog.v1.StoryDetails;
import news.parallax.catalog.v1.StoryService;
import news.parallax.catalog.v1.UpdateMembershipsRequest;
import news.parallax.catalog.v1.UpdateMembershipsResponse;
import news.parallax.catalog.v1.UpdateStoryRequest;
import news.parallax.catalog.v1.UpdateStoryResponse;

/** Stories, their articles and their coverage, over gRPC. */
@GrpcService
public class StoryEndpoint implements StoryService {
    private static final int RECORDS_LIMIT = 500;
    private static final int MEMBERSHIPS_LIMIT = 200;

    private final Calls calls;
    private final StoryRecorder recorder;
    private final StoryRegrouping regrouping;
    private final MembershipUpdate membershipUpdate;
    private final MembershipExplanations explanations;
    private final StoryRepository stories;
    private final StoryEventRepository events;
    private final MembershipRepository memberships;
    private final ArticleRepository articles;
    private final SourceRepository sources;
    private final FeedRepository feeds;
    private final WindowReplay replay;
    private final GapRule gapRule;
    private final InstantSource clock;

    StoryEndpoint(
            Calls calls,
            StoryRecorder recorder,
            StoryRegrouping regrouping,
            MembershipUpdate membershipUpdate,
            MembershipExplanations explanations,
            StoryRepository stories,
            StoryEventRepository events,
            MembershipRepository memberships,
            ArticleRepository articles,
            SourceRepository sources,
            FeedRepository feeds,
            WindowReplay replay,
            GapRule gapRule,
            InstantSource clock) {
        this.calls = calls;
        this.recorder = recorder;
        this.regrouping = regrouping;
        this.membershipUpdate = membershipUpdate;
        this.explanations = explanations;
        this.stories = stories;
        this.events = events;
        this.memberships = memberships;
        this.articles = articles;
        this.sources = sources;
        this.feeds = feeds;
        this.replay = replay;
        this.gapRule = gapRule;
        this.clock = clock;
    }

    @Override
    public Uni<RecordArticlesResponse> recordArticles(RecordArticlesRequest request) {
        return calls.run(() -> {
            checkSize("articles", request.getArticlesCount(), RECORDS_LIMIT);
            checkSize("stories", request.getStoriesCount(), RECORDS_LIMIT);
            List<StoryRecorder.Receipt> receipts = recorder.record(
                    request.getArticlesList().stream()
                            .map(StoryMessages::toDraft)
                            .toList(),
                    request.getStoriesList().stream()
                            .map(digest -> StoryMessages.toDraft(digest, FieldMask.getDefaultInstance()))
                            .toList());
            return RecordArticlesResponse.newBuilder()
                    .addAllReceipts(
                            receipts.stream().map(StoryMessages::toProto).toList())
                    .build();
        });
    }

    @Override
    public Uni<UpdateStoryResponse> updateStory(UpdateStoryRequest request) {
        return calls.runInTransaction(() -> {
            Set<String> paths = StoryMessages.paths(request.getUpdateMask());
            StoryEntity story = recorder.update(
                    StoryMessages.toDraft(request.getStory(), request.getUpdateMask()),
                    paths.contains("title"),
                    paths.contains("summary"),
                    request.getAllowMissing());
            return UpdateStoryResponse.newBuilder()
                    .setStory(toProto(List.of(story)).getFirst())
                    .build();
        });
    }

    @Override
    public Uni<GetStoryResponse> getStory(GetStoryRequest request) {
        return calls.runInTransaction(() -> {
            StoryEntity story = stories.require(request.getStoryId());
            var message = toProto(List.of(story)).getFirst().toBuilder();
            details(story.id).ifPresent(message::setDetails);
            return GetStoryResponse.newBuilder().setStory(message).build();
        });
    }

    @Override
    public Uni<ListStoriesResponse> listStories(ListStoriesRequest request) {
        return calls.runInTransaction(() -> {
            StoryOrdering order = StoryMessages.toOrdering(request.getOrder());
            var filter = new StoryFilter(
                    request.getGapOnly(),
                    Optional.of(request.getSourceId()).filter(id -> !id.isEmpty()),
                    request.getMinSources());
            var pageRequest =
                    PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "stories", order, filter);
            Page<StoryEntity> page = stories.page(pageRequest, order, filter);
            return ListStoriesResponse.newBuilder()
                    .addAllStories(toProto(page.items()))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<ListStoryArticlesResponse> listStoryArticles(ListStoryArticlesRequest request) {
        return calls.runInTransaction(() -> {
            StoryEntity story = stories.require(request.getStoryId());
            var pageRequest = PageRequest.of(
                    request.getPageSize(), request.getPageToken(), 2, "articles", story.id, request.getSide());
            Page<Member> page = stories.members(pageRequest, story.id, ScaleMessages.toSide(request.getSide()));
            return ListStoryArticlesResponse.newBuilder()
                    .addAllArticles(toStoryArticles(page.items()))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<GetCoverageResponse> getCoverage(GetCoverageRequest request) {
        return calls.runInTransaction(() -> {
            StoryEntity story = stories.require(request.getStoryId());
            Instant moment = request.hasAtTime() ? TimeMessages.toInstant(request.getAtTime()) : clock.instant();
            StoryCoverageEntity coverage = stories.coverageAt(story.id, moment)
                    .orElseThrow(() -> new NotFound(
                            "STORY_NOT_FOUND",
                            "There was no coverage of story %s at %s".formatted(story.id, moment),
                            Map.of("story_id", story.id, "at_time", moment.toString())));
            boolean independentOnly = request.getBasis() == CoverageBasis.COVERAGE_BASIS_INDEPENDENT;
            List<CountedSource> listed = coverage.sources.stream()
                    .filter(source -> !independentOnly || source.independent())
                    .toList();
            Coverage splits = CoverageMessages.toProto(coverage.sources, coverage.asOfTime, gapRule);
            return GetCoverageResponse.newBuilder()
                    .setStoryId(story.id)
                    .setCoverage(splits.toBuilder()
                            .addAllSources(CoverageMessages.toProto(
                                    listed,
                                    sources.byIds(listed.stream()
                                            .map(CountedSource::id)
                                            .toList()),
                                    stories.articleIdsBySource(story.id, moment))))
                    .build();
        });
    }

    @Override
    public Uni<LookupArticleResponse> lookupArticle(LookupArticleRequest request) {
        return calls.runInTransaction(() -> {
            Member member = articles.findByUrl(request.getUrl())
                    .flatMap(article -> stories.member(article.id))
                    .orElseThrow(() -> new NotFound(
                            "ARTICLE_NOT_FOUND",
                            "The catalog has no article of %s".formatted(request.getUrl()),
                            Map.of("url", request.getUrl())));
            return LookupArticleResponse.newBuilder()
                    .setArticle(toStoryArticles(List.of(member)).getFirst())
                    .build();
        });
    }

    @Override
    public Uni<GetMembershipsResponse> getMemberships(GetMembershipsRequest request) {
        return calls.runInTransaction(() -> {
            checkSize("article_ids", request.getArticleIdsCount(), MEMBERSHIPS_LIMIT);
            List<Explained> explained = explanations.of(request.getArticleIdsList());
            MembershipExplanations.Named named = explanations.namedBy(explained);
            return GetMembershipsResponse.newBuilder()
                    .addAllMemberships(explained.stream()
                            .map(one -> MembershipMessages.toProto(one, named))
                            .toList())
                    .build();
        });
    }

    @Override
    public Uni<UpdateMembershipsResponse> updateMemberships(UpdateMembershipsRequest request) {
        return calls.run(() -> {
            checkSize("memberships", request.getMembershipsCount(), RECORDS_LIMIT);
            List<MembershipUpdate.Receipt> receipts = membershipUpdate.update(request.getMembershipsList().stream()
                    .map(MembershipMessages::toDraft)
                    .toList());
            return UpdateMembershipsResponse.newBuilder()
                    .addAllReceipts(
                            receipts.stream().map(MembershipMessages::toProto).toList())
                    .build();
        });
    }

    @Override
    public Multi<ReplayWindowResponse> replayWindow(ReplayWindowRequest request) {
        if (request.getArticleLimit() < 0) {
            throw new Invalid(
                    "ARTICLE_LIMIT_INVALID",
                    "article_limit is %d, which is negative".formatted(request.getArticleLimit()),
                    Map.of("article_limit", String.valueOf(request.getArticleLimit())));
        }
        return replay.last(request.getArticleLimit(), StoryMessages::toReplay);
    }

    @Override
    public Uni<MergeStoriesResponse> mergeStories(MergeStoriesRequest request) {
        return calls.runInTransaction(() -> {
            StoryEntity story = regrouping.merge(StoryEventMessages.toMerge(request));
            return MergeStoriesResponse.newBuilder()
                    .setStory(toProto(List.of(story)).getFirst())
                    .build();
        });
    }

    @Override
    public Uni<SplitStoryResponse> splitStory(SplitStoryRequest request) {
        return calls.runInTransaction(() -> {
            StoryRegrouping.Parts parts = regrouping.split(StoryEventMessages.toSplit(request));
            List<Story> both = toProto(List.of(parts.made(), parts.old()));
            return SplitStoryResponse.newBuilder()
                    .setNewStory(both.getFirst())
                    .setStory(both.getLast())
                    .build();
        });
    }

    @Override
    public Uni<MoveArticlesResponse> moveArticles(MoveArticlesRequest request) {
        return calls.runInTransaction(() -> {
            StoryEntity story = regrouping.move(StoryEventMessages.toMove(request));
            return MoveArticlesResponse.newBuilder()
                    .setStory(toProto(List.of(story)).getFirst())
                    .build();
        });
    }

    @Override
    public Uni<ConsolidateStoriesResponse> consolidateStories(ConsolidateStoriesRequest request) {
        return calls.run(() -> {
            regrouping.consolidate(StoryEventMessages.toConsolidation(request));
            return ConsolidateStoriesResponse.getDefaultInstance();
        });
    }

    @Override
    public Uni<ListPlacementsResponse> listPlacements(ListPlacementsRequest request) {
        return calls.runInTransaction(() -> {
            long after = StoryEventMessages.eventId(request.getAfterEventId());
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "placements", after);
            Page<MembershipEntity> page = memberships.placements(pageRequest, after);
            return ListPlacementsResponse.newBuilder()
                    .addAllPlacements(page.items().stream()
                            .map(StoryEventMessages::toPlacement)
                            .toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<ListStoryEventsResponse> listStoryEvents(ListStoryEventsRequest request) {
        return calls.runInTransaction(() -> {
            Optional<String> storyId = Optional.of(request.getStoryId())
                    .filter(id -> !id.isEmpty())
                    .map(id -> stories.requireItself(id).id);
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 1, "story events", storyId);
            Page<StoryEventEntity> page = events.page(pageRequest, storyId);
            return ListStoryEventsResponse.newBuilder()
                    .addAllEvents(page.items().stream()
                            .map(StoryEventMessages::toProto)
                            .toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    @Override
    public Uni<GetTotalsResponse> getTotals(GetTotalsRequest request) {
        return calls.runInTransaction(() -> {
            return GetTotalsResponse.newBuilder()
                    .setArticleCount(articles.count())
                    .setStoryCount(stories.count("articleCount > 0"))
                    .setSourceCount(sources.count())
                    .setFeedCount(feeds.count())
                    .build();
        });
    }

    private Optional<StoryDetails> details(String storyId) {
        return Optional.ofNullable(stories.details(List.of(storyId)).get(storyId))
                .map(stored -> {
                    StoryDetails details = StoryDetailsMessages.parse(stored.details);
                    Map<String, Citation> citations = stories.citations(StoryCitationMessages.cited(details));
                    return StoryCitationMessages.toProto(details, storyId, citations.values());
                });
    }

    private List<Story> toProto(List<StoryEntity> rows) {
        Map<String, Citation> citations = stories.citations(rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.ofNullable(row.titleArticleId),
                        row.summary.stream().map(StoryEntity.Point::articleId)))
                .toList());
        return rows.stream()
                .map(row -> StoryMessages.toProto(
                        row, CoverageMessages.toProto(row.coverageSources, row.coverageTime, gapRule), citations))
                .toList();
    }

    private List<StoryArticle> toStoryArticles(List<Member> members) {
        List<String> ids = members.stream().map(member -> member.article().id).toList();
        Map<String, Integer> copies = stories.copyCounts(ids);
        Map<String, List<ArticleTitleEntity>> earlierTitles = articles.earlierTitles(ids);
        return members.stream()
                .map(member -> StoryMessages.toProto(
                        member,
                        copies.getOrDefault(member.article().id, 0),
                        earlierTitles.getOrDefault(member.article().id, List.of())))
                .toList();
    }

    private static void checkSize(String field, int count, int limit) {
        if (count > limit) {
            throw new Invalid(
                    "TOO_MANY_RECORDS",
                    "%s has %d entries, more than %d".formatted(field, count, limit),
                    Map.of("field", field, "count", String.valueOf(count), "limit", String.valueOf(limit)));
        }
    }
}
