package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.articles;
import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Coverage;
import news.parallax.catalog.v1.CoverageSource;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.GetCoverageRequest;
import news.parallax.catalog.v1.GetTotalsRequest;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.LookupArticleRequest;
import news.parallax.catalog.v1.Membership;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.SplitStoryResponse;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryEvent;

/** Changes stories over gRPC and reads what has become of them. */
final class StoryChanges {
    private StoryChanges() {}

    static Story merge(String storyId, String... mergedIds) {
        return mergeAs("", storyId, mergedIds);
    }

    static Story mergeAs(String actor, String storyId, String... mergedIds) {
        return stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(storyId)
                        .addAllMergedStoryIds(List.of(mergedIds))
                        .setActor(actor)
                        .build())
                .getStory();
    }

    static SplitStoryResponse split(String storyId, String newStoryId, String... urls) {
        return splitAs("", storyId, newStoryId, urls);
    }

    static SplitStoryResponse splitAs(String actor, String storyId, String newStoryId, String... urls) {
        return stories()
                .splitStory(SplitStoryRequest.newBuilder()
                        .setStoryId(storyId)
                        .setNewStoryId(newStoryId)
                        .addAllArticleIds(
                                Stream.of(urls).map(Samples::articleId).toList())
                        .setActor(actor)
                        .build());
    }

    static Story move(String storyId, String... urls) {
        return moveAs("", storyId, urls);
    }

    static Story moveAs(String actor, String storyId, String... urls) {
        return stories()
                .moveArticles(MoveArticlesRequest.newBuilder()
                        .setStoryId(storyId)
                        .addAllArticleIds(
                                Stream.of(urls).map(Samples::articleId).toList())
                        .setActor(actor)
                        .build())
                .getStory();
    }

    static List<StoryEvent> events(String storyId) {
        return stories()
                .listStoryEvents(
                        ListStoryEventsRequest.newBuilder().setStoryId(storyId).build())
                .getEventsList();
    }

    static Coverage coverage(String storyId) {
        return stories()
                .getCoverage(GetCoverageRequest.newBuilder().setStoryId(storyId).build())
                .getCoverage();
    }

    static List<String> urls(String storyId) {
        return articles(storyId).stream()
                .map(listed -> listed.getArticle().getCanonicalUrl())
                .toList();
    }

    static String storyOf(String url) {
        return membership(url).getStoryId();
    }

    static Membership membership(String url) {
        return stories()
                .lookupArticle(LookupArticleRequest.newBuilder().setUrl(url).build())
                .getArticle()
                .getMembership();
    }

    static String copyOf(String storyId, String url) {
        return articles(storyId).stream()
                .filter(listed -> listed.getArticle().getCanonicalUrl().equals(url))
                .findFirst()
                .orElseThrow()
                .getMembership()
                .getCopyOfArticleId();
    }

    static long totalStories() {
        return stories().getTotals(GetTotalsRequest.getDefaultInstance()).getStoryCount();
    }

    /** Makes a left, a center and a right source: prefix-l.example and so on. */
    static void rateThree(String prefix) {
        importSources(source(prefix + "-l.example"), source(prefix + "-c.example"), source(prefix + "-r.example"));
        importRatings(
                rating(prefix + "-l.example", "rater", Bias.BIAS_LEFT),
                rating(prefix + "-l.example", "rater", Factuality.FACTUALITY_HIGH),
                rating(prefix + "-c.example", "rater", Bias.BIAS_CENTER),
                rating(prefix + "-r.example", "rater", Bias.BIAS_LEAN_RIGHT));
    }

    static void assertSameCoverage(String storyId, String freshId) {
        assertThat(story(storyId).getArticleCount()).isEqualTo(story(freshId).getArticleCount());
        assertThat(story(storyId).getPublishTime()).isEqualTo(story(freshId).getPublishTime());
        assertThat(story(storyId).getUpdateTime()).isEqualTo(story(freshId).getUpdateTime());
        Coverage coverage = coverage(storyId);
        Coverage fresh = coverage(freshId);
        assertThat(coverage.getAll()).isEqualTo(fresh.getAll());
        assertThat(coverage.getIndependent()).isEqualTo(fresh.getIndependent());
        assertThat(coverage.getAsOfTime()).isNotEqualTo(fresh.getAsOfTime());
        assertThat(coverage.getSourcesList())
                .extracting(
                        CoverageSource::getSource, CoverageSource::getIndependent, CoverageSource::getArticleIdsCount)
                .containsExactlyElementsOf(fresh.getSourcesList().stream()
                        .map(listed -> tuple(listed.getSource(), listed.getIndependent(), listed.getArticleIdsCount()))
                        .toList());
    }

    /** Ids of articles by id. */
    static List<String> sorted(String... urls) {
        return Stream.of(urls).map(Samples::articleId).sorted().toList();
    }
}
