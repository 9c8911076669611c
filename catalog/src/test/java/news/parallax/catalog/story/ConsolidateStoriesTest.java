package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.story.StoryChanges.events;
import static news.parallax.catalog.story.StoryChanges.splitAs;
import static news.parallax.catalog.story.StoryChanges.storyOf;
import static news.parallax.catalog.story.StoryChanges.urls;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ConsolidateStoriesRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.ReplayWindowRequest;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.StoryChange;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ConsolidateStoriesTest {
    private static final String HOST = "https://consolidate.example/";

    @Test
    void allChangesAreMadeInOrder() {
        String first = storyId("consolidate first");
        String second = storyId("consolidate second");
        String made = storyId("consolidate made");
        record(
                record(first, HOST + "a"),
                record(first, HOST + "b"),
                record(first, HOST + "c"),
                record(second, HOST + "d"));

        consolidate(false, split(first, made, HOST + "b"), move(made, HOST + "c"), merge(made, second));

        assertThat(urls(first)).containsExactly(HOST + "a");
        assertThat(urls(made)).containsExactlyInAnyOrder(HOST + "b", HOST + "c", HOST + "d");
        assertThat(events(made)).hasSize(3);
    }

    @Test
    void oneThatIsRefusedUndoesThoseBeforeAndIsNamed() {
        String first = storyId("refused consolidation first");
        String made = storyId("refused consolidation made");
        String byEditor = storyId("refused consolidation by editor");
        record(record(first, HOST + "e"), record(first, HOST + "f"), record(first, HOST + "g"));
        splitAs("editor", first, byEditor, HOST + "g");

        ErrorInfo refusal = refusal(
                Code.FAILED_PRECONDITION,
                () -> consolidate(false, split(first, made, HOST + "e"), merge(first, byEditor)));

        assertThat(refusal.getReason()).isEqualTo("PINNED_BY_EDITOR");
        assertThat(refusal.getMetadataMap())
                .containsEntry("change", "1")
                .containsEntry("article_id", articleId(HOST + "g"));
        assertThat(storyOf(HOST + "e")).isEqualTo(first);
        assertThat(events(first)).hasSize(1);
    }

    @Test
    void aRepeatOfTheLastCallDoesNothingThoughItsFirstChangeCouldNotBeMadeAgain() {
        String old = storyId("repeated consolidation old");
        String made = storyId("repeated consolidation made");
        record(record(old, HOST + "h"), record(old, HOST + "i"), record(old, HOST + "j"));
        var request = ConsolidateStoriesRequest.newBuilder()
                .addChanges(split(old, made, HOST + "h"))
                .addChanges(move(made, HOST + "i"))
                .setRequestId("once");
        stories().consolidateStories(request.build());

        stories().consolidateStories(request.build());

        assertThat(urls(made)).containsExactlyInAnyOrder(HOST + "h", HOST + "i");
        assertThat(events(made)).hasSize(2);
        assertThat(refusal(
                                Code.ALREADY_EXISTS,
                                () -> stories()
                                        .consolidateStories(
                                                request.setRequestId("again").build()))
                        .getReason())
                .isEqualTo("STORY_EXISTS");
    }

    @Test
    void whatIsMissingOrTooMuchIsRefused() {
        ErrorInfo missing = refusal(
                Code.INVALID_ARGUMENT,
                () -> consolidate(false, merge(storyId("one"), storyId("two")), StoryChange.getDefaultInstance()));
        assertThat(missing.getReason()).isEqualTo("CHANGE_MISSING");
        assertThat(missing.getMetadataMap()).containsEntry("change", "1");

        StoryChange[] tooMany =
                Collections.nCopies(501, merge(storyId("one"), storyId("two"))).toArray(StoryChange[]::new);
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> consolidate(false, tooMany))
                        .getMetadataMap())
                .containsEntry("field", "changes")
                .containsEntry("count", "501");
    }

    @Test
    void articlesThatComeAfterItAreFresh() {
        String story = storyId("fresh for a look");
        record(record(story, HOST + "old"));
        consolidate(false);
        record(record(story, HOST + "fresh-1"));
        consolidate(true);
        record(record(story, HOST + "fresh-2"));

        assertThat(freshOfLast(3)).containsExactly(false, true, true);
        consolidate(false);
        assertThat(freshOfLast(3)).containsExactly(false, false, false);
    }

    private static List<Boolean> freshOfLast(int count) {
        List<Boolean> fresh = new ArrayList<>();
        stories()
                .replayWindow(
                        ReplayWindowRequest.newBuilder().setArticleLimit(count).build())
                .forEachRemaining(response -> fresh.add(response.getFresh()));
        return fresh;
    }

    private static void consolidate(boolean partial, StoryChange... changes) {
        stories()
                .consolidateStories(ConsolidateStoriesRequest.newBuilder()
                        .addAllChanges(List.of(changes))
                        .setPartial(partial)
                        .build());
    }

    private static StoryChange merge(String storyId, String mergedId) {
        return StoryChange.newBuilder()
                .setMerge(MergeStoriesRequest.newBuilder().setStoryId(storyId).addMergedStoryIds(mergedId))
                .build();
    }

    private static StoryChange split(String storyId, String newStoryId, String url) {
        return StoryChange.newBuilder()
                .setSplit(SplitStoryRequest.newBuilder()
                        .setStoryId(storyId)
                        .setNewStoryId(newStoryId)
                        .addArticleIds(articleId(url)))
                .build();
    }

    private static StoryChange move(String storyId, String url) {
        return StoryChange.newBuilder()
                .setMove(MoveArticlesRequest.newBuilder().setStoryId(storyId).addArticleIds(articleId(url)))
                .build();
    }
}
