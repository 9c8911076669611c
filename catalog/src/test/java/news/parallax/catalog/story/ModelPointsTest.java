package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.NOON;
import static news.parallax.catalog.Samples.article;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.Samples.timestamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import news.parallax.article.v1.Article;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.RecordArticlesRequest;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.SummaryPoint;
import news.parallax.catalog.v1.UpdateStoryRequest;
import org.junit.jupiter.api.Test;

/** What a language model wrote is marked, and stays until it holds no longer. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ModelPointsTest {
    private static final String FIRST = "https://model1.example/";
    private static final String SECOND = "https://model2.example/";

    @Test
    void aPointKeepsTheNameOfTheModelThatWroteIt() {
        String id = told("named", "a");
        assertThat(models(id)).containsExactly("m7", "");
    }

    @Test
    void pointsThatYieldLeaveThoseOfAModelAlone() {
        String id = told("yields", "b");
        update(yielding(digest(id, FIRST + "b", FIRST + "b")));
        assertThat(models(id)).containsExactly("m7", "");
    }

    @Test
    void pointsThatDoNotYieldReplaceThem() {
        String id = told("no model any more", "c");
        update(digest(id, FIRST + "c", FIRST + "c"));
        assertThat(models(id)).containsExactly("");
    }

    @Test
    void pointsThatYieldReplaceSentencesOfArticles() {
        String id = told("nothing to yield to", "d");
        update(digest(id, FIRST + "d", FIRST + "d"));
        update(yielding(digest(id, FIRST + "d", SECOND + "d")));
        assertThat(story(id).getSummaryList())
                .extracting(SummaryPoint::getArticleId)
                .containsExactly(articleId(SECOND + "d"));
    }

    @Test
    void aModelsPointGoesWhenItsArticleLeavesTheStory() {
        String id = told("moved", "e");
        String other = storyId("model receives");
        record(record(other, "https://model3.example/e"));
        stories()
                .moveArticles(MoveArticlesRequest.newBuilder()
                        .setStoryId(other)
                        .addArticleIds(articleId(FIRST + "e"))
                        .build());
        update(yielding(digest(id, SECOND + "e", SECOND + "e")));
        assertThat(models(id)).containsExactly("");
    }

    @Test
    void aModelsPointGoesWhenItsArticleChanges() {
        String id = told("changed", "f");
        Article changed = article(FIRST + "f").toBuilder()
                .setTitle("Not as it was")
                .setDiscoverTime(timestamp(NOON.plusSeconds(60)))
                .build();
        stories()
                .recordArticles(RecordArticlesRequest.newBuilder()
                        .addArticles(record(id, changed))
                        .addStories(yielding(digest(id, SECOND + "f", SECOND + "f")))
                        .build());
        assertThat(models(id)).containsExactly("");
    }

    @Test
    void pointsThatAllCiteOtherStoriesLeaveWhatIsThere() {
        String id = told("model strangers", "h");
        record(record(storyId("strange"), "https://model3.example/h"));
        update(digest(id, "https://model3.example/h", "https://model3.example/h"));
        assertThat(models(id)).containsExactly("m7", "");
    }

    @Test
    void aModelWithAnEndlessNameIsRefused() {
        String id = told("endless", "g");
        StoryDigest.Builder digest = digest(id, FIRST + "g", FIRST + "g").toBuilder();
        digest.getSummaryBuilder(0).setWrittenByModel("m".repeat(201));
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> update(digest.build())).getReason())
                .isEqualTo("DIGEST_TOO_LONG");
    }

    /** A story of two articles, each cited once: the first by a model. */
    private static String told(String name, String path) {
        String id = storyId(name);
        record(record(id, FIRST + path), record(id, SECOND + path));
        StoryDigest.Builder digest = digest(id, FIRST + path, FIRST + path, SECOND + path).toBuilder();
        digest.getSummaryBuilder(0).setWrittenByModel("m7");
        update(digest.build());
        return id;
    }

    private static StoryDigest yielding(StoryDigest digest) {
        return digest.toBuilder().setYieldsToModel(true).build();
    }

    private static void update(StoryDigest digest) {
        stories().updateStory(UpdateStoryRequest.newBuilder().setStory(digest).build());
    }

    private static List<String> models(String id) {
        return story(id).getSummaryList().stream()
                .map(SummaryPoint::getWrittenByModel)
                .toList();
    }
}
