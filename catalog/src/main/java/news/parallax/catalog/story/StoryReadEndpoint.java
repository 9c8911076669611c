package news.parallax.catalog.story;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.article.ArticleRepository;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.feed.FeedRepository;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.source.ScaleMessages;
import news.parallax.catalog.source.SourceRepository;
import news.parallax.catalog.story.StoryRepository.Member;
import news.parallax.catalog.v1.GetKickersRequest;
import news.parallax.catalog.v1.GetKickersResponse;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetStoryResponse;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.GetTotalsResponse;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.ListStoriesResponse;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.ListStoryArticlesResponse;
import news.parallax.catalog.v1.LookupArticleRequest;
import news.parallax.catalog.v1.LookupArticleResponse;
import news.parallax.catalog.viewer.Viewer;
import news.parallax.catalog.viewer.ViewerRepository;

/** Answers what is asked of stories and their articles. */
@Singleton
class StoryReadEndpoint {
    private static final int KICKERS_LIMIT = 200;

    private final Calls calls;
    private final StoryRepository stories;
    private final StoryLists lists;
    private final StoryListRepository members;
    private final ViewerRepository viewers;
    private final ArticleRepository articles;
    private final SourceRepository sources;
    private final FeedRepository feeds;
    private final StoredStoryMessages stored;
    private final KickerMessages kickers;

    StoryReadEndpoint(
            Calls calls,
            StoryRepository stories,
            StoryLists lists,
            StoryListRepository members,
            ViewerRepository viewers,
            ArticleRepository articles,
            SourceRepository sources,
            FeedRepository feeds,
            StoredStoryMessages stored,
            KickerMessages kickers) {
        this.calls = calls;
        this.stories = stories;
        this.lists = lists;
        this.members = members;
        this.viewers = viewers;
        this.articles = articles;
        this.sources = sources;
        this.feeds = feeds;
        this.stored = stored;
        this.kickers = kickers;
    }

    Uni<GetStoryResponse> getStory(GetStoryRequest request) {
        return calls.runInTransaction(() -> {
            Viewer viewer = viewers.of(request.getReaderId());
            StoryEntity story = stories.require(request.getStoryId());
            var message = stored.toProto(List.of(story), viewer).getFirst().toBuilder();
            stored.details(story.id, viewer).ifPresent(message::setDetails);
            return GetStoryResponse.newBuilder().setStory(message).build();
        });
    }

    Uni<ListStoriesResponse> listStories(ListStoriesRequest request) {
        return calls.runInTransaction(() -> {
            Viewer viewer = viewers.of(request.getReaderId());
            StoryOrdering order = StoryMessages.toOrdering(request.getOrder());
            var filter = new StoryFilter(
                    request.getGapOnly(),
                    Optional.of(request.getSourceId())
                            .filter(id -> !id.isEmpty())
                            .map(sources::idOf),
                    request.getMinSources());
            var pageRequest =
                    PageRequest.of(request.getPageSize(), request.getPageToken(), 2, "stories", order, filter);
            Page<StoryEntity> page = lists.page(pageRequest, order, filter, viewer);
            return ListStoriesResponse.newBuilder()
                    .addAllStories(stored.toProto(page.items(), viewer))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    Uni<GetKickersResponse> getKickers(GetKickersRequest request) {
        return calls.runInTransaction(() -> {
            RecordLimits.checkSize("story_ids", request.getStoryIdsCount(), KICKERS_LIMIT);
            Viewer viewer = viewers.of(request.getReaderId());
            return GetKickersResponse.newBuilder()
                    .addAllKickers(kickers.of(request.getStoryIdsList(), viewer))
                    .build();
        });
    }

    Uni<ListStoryArticlesResponse> listStoryArticles(ListStoryArticlesRequest request) {
        return calls.runInTransaction(() -> {
            Viewer viewer = viewers.of(request.getReaderId());
            StoryEntity story = stories.require(request.getStoryId());
            var pageRequest = PageRequest.of(
                    request.getPageSize(), request.getPageToken(), 2, "articles", story.id, request.getSide());
            Page<Member> page = members.members(pageRequest, story.id, ScaleMessages.toSide(request.getSide()), viewer);
            return ListStoryArticlesResponse.newBuilder()
                    .addAllArticles(stored.toArticles(page.items(), viewer))
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }

    Uni<LookupArticleResponse> lookupArticle(LookupArticleRequest request) {
        return calls.runInTransaction(() -> {
            Member member = articles.findByUrl(request.getUrl())
                    .flatMap(article -> stories.member(article.id))
                    .orElseThrow(() -> new NotFound(
                            "ARTICLE_NOT_FOUND",
                            "The catalog has no article of %s".formatted(request.getUrl()),
                            Map.of("url", request.getUrl())));
            return LookupArticleResponse.newBuilder()
                    .setArticle(
                            stored.toArticles(List.of(member), Viewer.ANYBODY).getFirst())
                    .build();
        });
    }

    Uni<GetTotalsResponse> getTotals(GetTotalsRequest request) {
        return calls.runInTransaction(() -> {
            return GetTotalsResponse.newBuilder()
                    .setArticleCount(articles.count())
                    .setStoryCount(stories.count("articleCount > 0"))
                    .setSourceCount(sources.count())
                    .setFeedCount(feeds.count())
                    .build();
        });
    }
}
