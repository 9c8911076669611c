package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.articleId;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.story.StoryChanges.events;
import static news.parallax.catalog.story.StoryChanges.membership;
import static news.parallax.catalog.story.StoryChanges.merge;
import static news.parallax.catalog.story.StoryChanges.mergeAs;
import static news.parallax.catalog.story.StoryChanges.move;
import static news.parallax.catalog.story.StoryChanges.moveAs;
import static news.parallax.catalog.story.StoryChanges.sorted;
import static news.parallax.catalog.story.StoryChanges.split;
import static news.parallax.catalog.story.StoryChanges.splitAs;
import static news.parallax.catalog.story.StoryChanges.storyOf;
import static news.parallax.catalog.story.StoryChanges.urls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.Executors;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.StoryEventKind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What the machine may not do after an editor has merged, split or moved. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class EditorsDecisionsTest {
    private static final String EDITOR = "ada@parallax.example";

    private String old;
    private String made;
    private String other;
    private String a;
    private String b;
    private String c;
    private String d;

    @BeforeEach
    void recordTwoStories(TestInfo test) {
        String name = test.getDisplayName();
        old = storyId(name + " old");
        made = storyId(name + " made");
        other = storyId(name + " other");
        String host = "https://%s.example/".formatted(old);
        a = host + "a";
        b = host + "b";
        c = host + "c";
        d = host + "d";
        record(record(old, a), record(old, b), record(old, c), record(other, d));
    }

    @Test
    void whatAnEditorSplitTheMachineDoesNotBringTogether() {
        splitAs(EDITOR, old, made, c);

        assertPinned(c, made, () -> merge(old, made));
        assertPinned(c, made, () -> move(old, c));
        assertBarred(made, () -> merge(made, old));
        assertBarred(b, made, () -> move(made, b));
        assertThat(urls(old)).containsExactlyInAnyOrder(a, b);
        assertThat(urls(made)).containsExactly(c);
    }

    @Test
    void whatAnEditorLeftInPlaceTheMachineMaySplitAndMoveButNotToWhatLeft() {
        splitAs(EDITOR, old, made, c);
        String part = storyId("part of " + old);

        split(old, part, b);
        move(other, a);

        assertThat(storyOf(a)).isEqualTo(other);
        assertThat(story(old).getId()).isEqualTo(other);
        assertBarred(a, made, () -> merge(made, other));
        assertBarred(b, made, () -> merge(made, part));
        merge(other, part);
        assertThat(urls(other)).containsExactlyInAnyOrder(a, b, d);
    }

    @Test
    void whatAnEditorMergedTheMachineDoesNotPart() {
        mergeAs(EDITOR, old, other);

        assertPinned(d, old, () -> split(old, made, d));
        assertPinned(a, old, () -> split(old, made, a));
        assertPinned(b, old, () -> {
            record(record(made, d + "/newcomer"));
            move(made, b);
        });
    }

    @Test
    void whatAnEditorMovedStaysWithAllThatWasThere() {
        moveAs(EDITOR, other, a);

        assertPinned(a, other, () -> move(old, a));
        assertPinned(d, other, () -> split(other, made, d));
        assertBarred(other, () -> merge(other, old));
    }

    @Test
    void theLastWordStands() {
        splitAs(EDITOR, old, made, c);
        mergeAs("bob@parallax.example", old, made);

        assertPinned(c, old, () -> split(old, storyId("again " + old), c));
        assertThat(membership(a).getPinned()).isTrue();
        assertThat(membership(a).getBarredStoryIdsList()).isEmpty();

        splitAs(EDITOR, old, storyId("again " + old), c);

        assertPinned(c, storyId("again " + old), () -> merge(old, storyId("again " + old)));
    }

    @Test
    void anEditorMayDoWhatTheMachineMayNot() {
        splitAs(EDITOR, old, made, c);

        moveAs("bob@parallax.example", made, a);

        assertThat(urls(made)).containsExactlyInAnyOrder(a, c);
        assertThat(membership(a).getBarredStoryIdsList()).isEmpty();
        assertThat(membership(b).getBarredStoryIdsList()).containsExactly(made);
    }

    @Test
    void whatIsKeptOutOfAStoryIsKeptOutOfTheOneThatItBecomesPartOf() {
        splitAs(EDITOR, old, made, c);

        mergeAs(EDITOR, other, made);

        assertThat(membership(a).getBarredStoryIdsList()).containsExactly(other);
        assertBarred(a, other, () -> move(other, a));
    }

    @Test
    void whatIsKeptOutOfAStoryIsKeptOutOfWhatIsTakenFromIt() {
        record(record(old, a + "/2"));
        splitAs(EDITOR, old, made, c, a + "/2");
        String again = storyId("again " + old);

        splitAs(EDITOR, made, again, c);

        assertThat(membership(a).getBarredStoryIdsList()).containsExactlyInAnyOrder(made, again);
        assertBarred(a, again, () -> move(again, a));
        assertPinned(a + "/2", made, () -> move(again, a + "/2"));
    }

    @Test
    void aMergeByTheMachineCarriesBarsAlong() {
        record(record(made, d + "/2"));
        moveAs(EDITOR, made, a);
        moveAs(EDITOR, other, a, d + "/2");
        record(record(storyId("newcomer " + old), d + "/3"));

        assertThat(story(made).getId()).isEqualTo(other);
        assertThat(membership(b).getBarredStoryIdsList()).containsExactly(other);
        assertThat(membership(d + "/3").getBarredStoryIdsList()).isEmpty();
        merge(other, storyId("newcomer " + old));
        assertThat(storyOf(d + "/3")).isEqualTo(other);
    }

    @Test
    void newcomersJoinAndTheMachineMayMoveThemAgain() {
        splitAs(EDITOR, old, made, c);
        record(record(made, c + "/2"), record(old, a + "/2"));

        assertThat(storyOf(c + "/2")).isEqualTo(made);
        move(old, c + "/2");
        move(made, a + "/2");

        assertThat(urls(old)).containsExactlyInAnyOrder(a, b, c + "/2");
        assertThat(urls(made)).containsExactlyInAnyOrder(c, a + "/2");
    }

    @Test
    void anEditorIsNotUndoneByManyMachinesAtOnce() {
        List<ThrowingCallable> changes =
                List.of(() -> merge(other, old), () -> merge(made, old), () -> move(old, c), () -> move(made, a));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int turn = 0; turn < 100; turn++) {
                ThrowingCallable change = changes.get(turn % changes.size());
                threads.submit(() -> catchThrowable(change));
            }
            threads.submit(() -> splitAs(EDITOR, old, made, c));
        }

        assertThat(urls(made)).containsExactly(c);
        assertThat(membership(c).getPinned()).isTrue();
        assertThat(List.of(a, b, d)).extracting(url -> storyOf(url)).doesNotContain(made);
    }

    @Test
    void whoAsksForWhatIsSoAlreadyConfirmsIt() {
        move(old, d);

        moveAs(EDITOR, old, d);

        StoryEvent confirmed = events(old).getFirst();
        assertThat(confirmed.getKind()).isEqualTo(StoryEventKind.STORY_EVENT_KIND_ARTICLES_PINNED);
        assertThat(confirmed.getActor()).isEqualTo(EDITOR);
        assertThat(confirmed.getArticleIdsList()).isEqualTo(sorted(a, b, c, d));
        assertThat(confirmed.getArticleCount()).isZero();
        assertPinned(d, old, () -> split(old, made, d));
        mergeAs(EDITOR, old, other);
        assertThat(events(old)).first().isEqualTo(confirmed);
    }

    @Test
    void theMachineConfirmsNothing() {
        move(old, a);

        assertThat(events(old)).isEmpty();
        assertThat(membership(a).getPinned()).isFalse();
    }

    private static void assertPinned(String url, String storyId, ThrowingCallable change) {
        assertRefused("PINNED_BY_EDITOR", url, storyId, change);
    }

    private static void assertBarred(String url, String storyId, ThrowingCallable change) {
        assertRefused("BARRED_BY_EDITOR", url, storyId, change);
    }

    /** Some article is kept out; which one is named is left open. */
    private static void assertBarred(String storyId, ThrowingCallable change) {
        ErrorInfo refusal = refusal(Code.FAILED_PRECONDITION, change);
        assertThat(refusal.getReason()).isEqualTo("BARRED_BY_EDITOR");
        assertThat(refusal.getMetadataMap()).containsEntry("story_id", storyId);
    }

    private static void assertRefused(String reason, String url, String storyId, ThrowingCallable change) {
        ErrorInfo refusal = refusal(Code.FAILED_PRECONDITION, change);
        assertThat(refusal.getReason()).isEqualTo(reason);
        assertThat(refusal.getMetadataMap())
                .containsEntry("article_id", articleId(url))
                .containsEntry("story_id", storyId);
    }
}
