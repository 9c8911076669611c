package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.story.StoryChanges.merge;
import static news.parallax.catalog.story.StoryChanges.move;
import static news.parallax.catalog.story.StoryChanges.split;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.Samples;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class StoryChangeRefusalTest {
    private final String story = storyId("refusals");

    @Test
    void aReasonOfMoreThanFiveHundredCharacters() {
        ErrorInfo refusal = refusal(
                Code.INVALID_ARGUMENT,
                () -> stories()
                        .mergeStories(MergeStoriesRequest.newBuilder()
                                .setStoryId(story)
                                .addMergedStoryIds(storyId("refusals, other"))
                                .setReason("x".repeat(501))
                                .build()));

        assertThat(refusal.getReason()).isEqualTo("TEXT_TOO_LONG");
        assertThat(refusal.getMetadataMap()).containsEntry("field", "reason").containsEntry("length", "501");
    }

    @Test
    void anActorOfMoreThanAHundredCharacters() {
        ErrorInfo refusal = refusal(
                Code.INVALID_ARGUMENT,
                () -> stories()
                        .moveArticles(MoveArticlesRequest.newBuilder()
                                .setStoryId(story)
                                .addArticleIds(articleId("https://refusals.example/a"))
                                .setActor("x".repeat(101))
                                .build()));

        assertThat(refusal.getReason()).isEqualTo("TEXT_TOO_LONG");
        assertThat(refusal.getMetadataMap()).containsEntry("field", "actor");
    }

    @Test
    void noneOrTooManyStoriesAndArticles() {
        String[] tooMany = new String[101];
        for (int number = 0; number < tooMany.length; number++) {
            tooMany[number] = storyId("refusals " + number);
        }
        String[] tooManyUrls = Samples.urls("refusals.example", 10_001).toArray(String[]::new);

        assertThat(refusal(Code.INVALID_ARGUMENT, () -> merge(story)).getReason())
                .isEqualTo("ID_COUNT_INVALID");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> merge(story, tooMany)).getMetadataMap())
                .containsEntry("field", "merged_story_ids")
                .containsEntry("count", "101");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> split(story, storyId("refusals, new")))
                        .getReason())
                .isEqualTo("ID_COUNT_INVALID");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> move(story, tooManyUrls))
                        .getMetadataMap())
                .containsEntry("field", "article_ids")
                .containsEntry("count", "10001");
    }

    @Test
    void aNewStoryIdThatIsNone() {
        ErrorInfo refusal =
                refusal(Code.INVALID_ARGUMENT, () -> split(story, "Not-an-id", "https://refusals.example/a"));

        assertThat(refusal.getReason()).isEqualTo("STORY_ID_INVALID");
        assertThat(refusal.getMetadataMap()).containsEntry("new_story_id", "Not-an-id");
    }
}
