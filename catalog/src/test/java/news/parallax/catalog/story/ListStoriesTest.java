package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.importRatings;
import static news.parallax.catalog.CatalogService.importSources;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.rating;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.source;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.article.v1.Article;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ArticleRecord;
import news.parallax.catalog.v1.Bias;
import news.parallax.catalog.v1.Factuality;
import news.parallax.catalog.v1.ListStoriesRequest;
import news.parallax.catalog.v1.ListStoryArticlesRequest;
import news.parallax.catalog.v1.Side;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryArticle;
import news.parallax.catalog.v1.StoryOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ListStoriesTest {
    private static final String OUTLET = "listing.example";
    private static final int STORIES = 60;

    /** Sixty stories of one outlet, many of them with the same time. */
    @BeforeEach
    void sixtyStories() {
        record(IntStream.range(0, STORIES)
                .mapToObj(number -> record(
                        storyId("listed " + number),
                        article("https://%s/%d".formatted(OUTLET, number)).toBuilder()
                                .setPublishTime(timestamp(NOON.minusSeconds(number / 10)))
                                .build()))
                .toArray(ArticleRecord[]::new));
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 200).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void walkingAllPagesMeetsEachStoryOnceWhateverTheirSize(int seed) {
        var random = new Random(seed);
        var order = random.nextBoolean() ? StoryOrder.STORY_ORDER_TOP : StoryOrder.STORY_ORDER_LATEST;
        List<Story> all = list(order, 200);
        assertThat(all).hasSize(STORIES);
        assertThat(list(order, 1 + random.nextInt(STORIES + 5))).isEqualTo(all);
    }

    @Test
    void theLatestNewsIsFirst() {
        List<Story> listed = list(StoryOrder.STORY_ORDER_LATEST, 7);

        assertThat(listed)
                .isSortedAccordingTo((a, b) -> Long.compare(
                        b.getUpdateTime().getSeconds(), a.getUpdateTime().getSeconds()));
    }

    @Test
    void manyIndependentSourcesOutweighAFewHours() {
        String broad = storyId("broad");
        String fresh = storyId("fresh");
        String marker = "rank.example";
        List<ArticleRecord> records = new ArrayList<>();
        records.add(record(broad, "https://" + marker + "/broad"));
        IntStream.range(0, 9)
                .forEach(number -> records.add(record(broad, "https://rank%d.example/a".formatted(number))));
        // ten sources against one are worth 12 h × (ln 11 − ln 2), about 20 hours
        records.add(record(fresh, at("https://" + marker + "/fresh", Duration.ofHours(20))));
        records.add(record(storyId("fresher"), at("https://" + marker + "/fresher", Duration.ofHours(21))));
        record(records.toArray(ArticleRecord[]::new));

        var request = ListStoriesRequest.newBuilder().setSourceId(marker).build();
        assertThat(stories().listStories(request).getStoriesList())
                .extracting(Story::getId)
                .containsExactly(storyId("fresher"), broad, fresh);
    }

    @Test
    void onlyStoriesWithEnoughSources() {
        String story = storyId("three sources");
        record(
                record(story, "https://three1.example/a"),
                record(story, "https://three2.example/a"),
                record(story, "https://three3.example/a"));
        var request = ListStoriesRequest.newBuilder().setSourceId("three1.example");

        assertThat(stories().listStories(request.setMinSources(3).build()).getStoriesCount())
                .isEqualTo(1);
        assertThat(stories().listStories(request.setMinSources(4).build()).getStoriesCount())
                .isZero();
    }

    @Test
    void onlyStoriesWithACoverageGap() {
        String gap = storyId("gap");
        String noGap = storyId("no gap");
        for (int number = 0; number < 7; number++) {
            String id = "gap%d.example".formatted(number);
            importSources(source(id));
            importRatings(
                    rating(id, "rater", number == 0 ? Bias.BIAS_LEFT : Bias.BIAS_RIGHT),
                    rating(id, "rater", Factuality.FACTUALITY_HIGH));
            record(record(gap, "https://" + id + "/gap"));
        }
        record(record(noGap, "https://gap1.example/no-gap"));

        var request = ListStoriesRequest.newBuilder()
                .setSourceId("gap1.example")
                .setGapOnly(true)
                .build();
        List<Story> listed = stories().listStories(request).getStoriesList();
        assertThat(listed).extracting(Story::getId).containsExactly(gap);
        var found = listed.getFirst().getCoverage().getAll().getGap();
        assertThat(found.getSide()).isEqualTo(Side.SIDE_LEFT);
        assertThat(found.getSidePercent()).isEqualTo(14);
        assertThat(found.getOtherPercent()).isEqualTo(86);
        assertThat(found.getRatedSourcesMin()).isEqualTo(7);
    }

    @Test
    void articlesOfOneSide() {
        String story = storyId("sides");
        importSources(source("side-left.example"), source("side-right.example"), source("side-none.example"));
        importRatings(
                rating("side-left.example", "rater", Bias.BIAS_LEAN_LEFT),
                rating("side-right.example", "rater", Bias.BIAS_FAR_RIGHT));
        record(
                record(story, "https://side-left.example/a"),
                record(story, at("https://side-left.example/b", Duration.ofHours(1))),
                record(story, "https://side-right.example/a"),
                record(story, "https://side-none.example/a"));

        assertThat(side(story, Side.SIDE_LEFT))
                .containsExactly("https://side-left.example/b", "https://side-left.example/a");
        assertThat(side(story, Side.SIDE_CENTER)).isEmpty();
        assertThat(side(story, Side.SIDE_RIGHT)).containsExactly("https://side-right.example/a");
        assertThat(side(story, Side.SIDE_UNRATED)).containsExactly("https://side-none.example/a");
        assertThat(side(story, Side.SIDE_UNSPECIFIED)).hasSize(4).startsWith("https://side-left.example/b");
    }

    @Test
    void aTokenOfAnotherOrderIsRefused() {
        var top = ListStoriesRequest.newBuilder().setPageSize(1).setOrder(StoryOrder.STORY_ORDER_TOP);
        String token = stories().listStories(top.build()).getNextPageToken();

        var latest =
                top.setOrder(StoryOrder.STORY_ORDER_LATEST).setPageToken(token).build();
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> stories().listStories(latest))
                        .getReason())
                .isEqualTo("PAGE_TOKEN_INVALID");
    }

    @Test
    void aTokenThatIsNoneIsRefused() {
        var request = ListStoriesRequest.newBuilder().setPageToken("!").build();
        var refusal = refusal(Code.INVALID_ARGUMENT, () -> stories().listStories(request));

        assertThat(refusal.getReason()).isEqualTo("PAGE_TOKEN_INVALID");
        assertThat(refusal.getMetadataMap()).containsEntry("page_token", "!");
    }

    @Test
    void aNegativePageSizeIsRefused() {
        var request = ListStoriesRequest.newBuilder().setPageSize(-1).build();

        assertThat(refusal(Code.INVALID_ARGUMENT, () -> stories().listStories(request))
                        .getReason())
                .isEqualTo("PAGE_SIZE_INVALID");
    }

    private static Article at(String url, Duration afterNoon) {
        return article(url).toBuilder()
                .setPublishTime(timestamp(NOON.plus(afterNoon)))
                .setDiscoverTime(timestamp(NOON.plus(afterNoon)))
                .build();
    }

    private static List<String> side(String story, Side side) {
        var request = ListStoryArticlesRequest.newBuilder()
                .setStoryId(story)
                .setSide(side)
                .build();
        return stories().listStoryArticles(request).getArticlesList().stream()
                .map(StoryArticle::getArticle)
                .map(Article::getCanonicalUrl)
                .toList();
    }

    private static List<Story> list(StoryOrder order, int pageSize) {
        List<Story> listed = new ArrayList<>();
        var request = ListStoriesRequest.newBuilder()
                .setOrder(order)
                .setSourceId(OUTLET)
                .setPageSize(pageSize);
        do {
            var page = stories().listStories(request.build());
            assertThat(page.getStoriesCount()).isLessThanOrEqualTo(pageSize);
            listed.addAll(page.getStoriesList());
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        return listed;
    }
}
