package news.parallax.clusterer.ingest;

import java.util.List;
import news.parallax.article.v1.Article;
import news.parallax.catalog.v1.GetMembershipsRequest;
import news.parallax.catalog.v1.GetStoryRequest;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.MembershipExplanation;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.catalog.v1.StoryEvent;

/** What the packaged catalog of a test has stored. */
final class StoredStories {

    private StoredStories() {}

    static long totalArticles() {
        return CatalogProcess.current()
                .stories()
                .getTotals(GetTotalsRequest.getDefaultInstance())
                .getArticleCount();
    }

    static Story story(String id) {
        return CatalogProcess.current()
                .stories()
                .getStory(GetStoryRequest.newBuilder().setStoryId(id).build())
                .getStory();
    }

    static List<StoryEvent> events(String storyId) {
        return CatalogProcess.current()
                .stories()
                .listStoryEvents(
                        ListStoryEventsRequest.newBuilder().setStoryId(storyId).build())
                .getEventsList();
    }

    static List<String> articleIds(String storyId) {
        return storyArticles(storyId).stream()
                .map(article -> article.getArticle().getId())
                .toList();
    }

    static MembershipExplanation explanation(Article article) {
        return CatalogProcess.current()
                .stories()
                .getMemberships(GetMembershipsRequest.newBuilder()
                        .addArticleIds(article.getId())
                        .build())
                .getMemberships(0)
                .getMembership()
                .getExplanation();
    }

    static String copyOf(String storyId, Article article) {
        return storyArticles(storyId).stream()
                .filter(listed -> listed.getArticle().getId().equals(article.getId()))
                .findFirst()
                .orElseThrow()
                .getMembership()
                .getCopyOfArticleId();
    }

    static List<StoryArticle> storyArticles(String storyId) {
        return CatalogProcess.current()
                .stories()
                .listStoryArticles(ListStoryArticlesRequest.newBuilder()
                        .setStoryId(storyId)
                        .setPageSize(200)
                        .build())
                .getArticlesList();
    }
}
