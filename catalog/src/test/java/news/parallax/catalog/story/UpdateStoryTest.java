package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.digest;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.StoryDigest;
import news.parallax.catalog.v1.UpdateStoryRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class UpdateStoryTest {
    private static final String FIRST = "https://update1.example/a";
    private static final String SECOND = "https://update2.example/a";

    @Test
    void theMaskSaysWhatIsChanged() {
        String id = storyId("masked");
        record(record(id, FIRST + "1"), record(id, SECOND + "1"));
        update(digest(id, FIRST + "1", FIRST + "1"));

        Story changed = update(digest(id, SECOND + "1", SECOND + "1"), "title");
        assertThat(changed.getTitle()).isEqualTo("Title of " + SECOND + "1");
        assertThat(changed.getSummary(0).getText()).isEqualTo("Text of " + FIRST + "1");
        assertThat(story(id)).isEqualTo(changed);

        assertThat(update(digest(id, FIRST + "1", SECOND + "1"), "summary").getTitle())
                .isEqualTo("Title of " + SECOND + "1");
        assertThat(story(id).getSummary(0).getText()).isEqualTo("Text of " + SECOND + "1");
    }

    @Test
    void aPathThatIsNoneIsRefused() {
        String id = storyId("bad mask");
        record(record(id, FIRST + "2"));
        var refusal = refusal(Code.INVALID_ARGUMENT, () -> update(digest(id, FIRST + "2"), "coverage"));

        assertThat(refusal.getReason()).isEqualTo("UPDATE_MASK_INVALID");
        assertThat(refusal.getMetadataMap()).containsEntry("path", "coverage");
    }

    @Test
    void aStoryThatIsNotThereIsOnlyMadeWhenThatIsAllowed() {
        String id = storyId("not there");
        assertThat(refusal(Code.NOT_FOUND, () -> update(digest(id, FIRST))).getReason())
                .isEqualTo("STORY_NOT_FOUND");

        stories()
                .updateStory(UpdateStoryRequest.newBuilder()
                        .setStory(digest(id, FIRST))
                        .setAllowMissing(true)
                        .build());
        assertThat(story(id).getArticleCount()).isZero();
    }

    private static Story update(StoryDigest digest, String... paths) {
        var mask = FieldMask.newBuilder();
        for (String path : paths) {
            mask.addPaths(path);
        }
        return stories()
                .updateStory(UpdateStoryRequest.newBuilder()
                        .setStory(digest)
                        .setUpdateMask(mask)
                        .build())
                .getStory();
    }
}
