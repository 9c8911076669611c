package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.story.StoryChanges.events;
import static news.parallax.catalog.story.StoryChanges.membership;
import static news.parallax.catalog.story.StoryChanges.mergeAs;
import static news.parallax.catalog.story.StoryChanges.moveAs;
import static news.parallax.catalog.story.StoryChanges.splitAs;
import static news.parallax.catalog.story.StoryChanges.storyOf;
import static news.parallax.catalog.story.StoryChanges.urls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.StoryArticleCounts;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.StoryEventKind;
import news.parallax.catalog.v1.UndoStoryEventRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class UndoStoryEventTest {
    @Test
    void aMergeThatIsUndoneLetsTheStoryLiveAgainUnderItsId() {
        String one = storyId("undo merge one");
        String two = storyId("undo merge two");
        record(record(one, url("merge-a")), record(two, url("merge-b")), record(two, url("merge-c")));
        mergeAs("clusterer", one, two);
        record(record(one, url("merge-later")));

        StoryEvent undo = undo(last(one)).getFirst();

        assertThat(urls(two)).containsExactlyInAnyOrder(url("merge-b"), url("merge-c"));
        assertThat(urls(one)).containsExactlyInAnyOrder(url("merge-a"), url("merge-later"));
        assertThat(story(two).getId()).isEqualTo(two);
        assertThat(story(two).getTitle()).isNotEmpty();
        assertThat(undo.getKind()).isEqualTo(StoryEventKind.STORY_EVENT_KIND_SPLIT);
        assertThat(undo.getActor()).isEqualTo("ada");
        assertThat(undo.getReason()).isEqualTo("was wrong");
        assertThat(undo.getCountsList())
                .extracting(
                        StoryArticleCounts::getStoryId,
                        StoryArticleCounts::getBeforeCount,
                        StoryArticleCounts::getAfterCount)
                .containsExactly(tuple(one, 4, 2), tuple(two, 0, 2));
        assertThat(events(two))
                .extracting(StoryEvent::getUndoesEventId, StoryEvent::getUndoneByEventId)
                .containsExactly(tuple(events(two).get(1).getId(), ""), tuple("", undo.getId()));
    }

    @Test
    void whatTheMachineDidAndAnEditorUndidTheMachineDoesNotDoAgain() {
        String one = storyId("undo for good one");
        String two = storyId("undo for good two");
        record(record(one, url("good-a")), record(two, url("good-b")));
        mergeAs("clusterer", one, two);
        undo(last(one));

        refusal(Code.FAILED_PRECONDITION, () -> mergeAs("clusterer", one, two));
        refusal(Code.FAILED_PRECONDITION, () -> mergeAs("clusterer", two, one));
    }

    @Test
    void anEditorsMergeThatIsUndoneLeavesTheMachineAsFreeAsBefore() {
        String one = storyId("undo free one");
        String two = storyId("undo free two");
        record(record(one, url("free-a")), record(two, url("free-b")));
        mergeAs("bob", one, two);
        undo(last(one));

        assertThat(membership(url("free-a")).getPinned()).isFalse();
        assertThat(membership(url("free-b")).getBarredStoryIdsList()).isEmpty();
        mergeAs("clusterer", one, two);
        assertThat(urls(one)).hasSize(2);
    }

    @Test
    void aSplitThatIsUndoneSendsTheArticlesBackAndItsIdStandsForTheOldStory() {
        String one = storyId("undo split one");
        String two = storyId("undo split two");
        record(record(one, url("split-a")), record(one, url("split-b")));
        splitAs("bob", one, two, url("split-b"));

        StoryEvent undo = undo(last(one)).getFirst();

        assertThat(undo.getKind()).isEqualTo(StoryEventKind.STORY_EVENT_KIND_MERGED);
        assertThat(story(two).getId()).isEqualTo(one);
        assertThat(urls(one)).hasSize(2);
    }

    @Test
    void aMoveFromTwoStoriesIsUndoneToBothAndTheOneThatEndedByItLivesAgain() {
        String one = storyId("undo move one");
        String two = storyId("undo move two");
        String three = storyId("undo move three");
        record(
                record(one, url("move-a")),
                record(two, url("move-b")),
                record(two, url("move-c")),
                record(three, url("move-d")));
        moveAs("bob", three, url("move-a"), url("move-b"));
        assertThat(story(one).getId()).isEqualTo(three);
        StoryEvent ended = events(one).getFirst();
        StoryEvent move = events(one).get(1);
        assertThat(ended.getPartOfEventId()).isEqualTo(move.getId());
        assertThat(refusal(Code.FAILED_PRECONDITION, () -> undo(ended)).getReason())
                .isEqualTo("EVENT_IS_PART");

        assertThat(undo(move)).hasSize(2);

        assertThat(urls(one)).containsExactly(url("move-a"));
        assertThat(urls(two)).containsExactlyInAnyOrder(url("move-b"), url("move-c"));
        assertThat(urls(three)).containsExactly(url("move-d"));
        assertThat(story(one).getId()).isEqualTo(one);
    }

    @Test
    void whatCameLaterStands() {
        String one = storyId("undo later one");
        String two = storyId("undo later two");
        String three = storyId("undo later three");
        record(record(one, url("later-a")), record(two, url("later-b")), record(two, url("later-c")));
        mergeAs("clusterer", one, two);
        StoryEvent merge = last(one);
        splitAs("bob", one, three, url("later-c"));

        undo(merge);

        assertThat(urls(two)).containsExactly(url("later-b"));
        assertThat(urls(three)).containsExactly(url("later-c"));
        assertThat(refusal(Code.FAILED_PRECONDITION, () -> undo(undone(one, two, three)))
                        .getReason())
                .isEqualTo("NOTHING_TO_UNDO");
    }

    /** Returns an event none of whose articles is where it put them. */
    private static StoryEvent undone(String one, String two, String three) {
        moveAs("bob", one, url("later-b"), url("later-c"));
        StoryEvent move = events(one).stream()
                .filter(event -> event.getKind() == StoryEventKind.STORY_EVENT_KIND_ARTICLES_MOVED)
                .findFirst()
                .orElseThrow();
        splitAs("bob", one, storyId("undo later four"), url("later-b"), url("later-c"));
        return move;
    }

    @Test
    void aStoryThatHadJoinedOneThatIsRevivedStandsForItAgain() {
        String one = storyId("undo chain one");
        String two = storyId("undo chain two");
        String three = storyId("undo chain three");
        record(record(one, url("chain-a")), record(two, url("chain-b")), record(three, url("chain-c")));
        mergeAs("bob", two, three);
        mergeAs("bob", one, two);
        assertThat(story(three).getId()).isEqualTo(one);

        undo(last(one));

        assertThat(story(three).getId()).isEqualTo(two);
        assertThat(urls(two)).containsExactlyInAnyOrder(url("chain-b"), url("chain-c"));
    }

    @Test
    void aPinIsTakenBackWithAnEventOfItsOwn() {
        String one = storyId("undo pin");
        record(record(one, url("pin-a")), record(one, url("pin-b")));
        moveAs("bob", one, url("pin-a"));
        assertThat(membership(url("pin-b")).getPinned()).isTrue();

        StoryEvent undo = undo(last(one)).getFirst();

        assertThat(undo.getKind()).isEqualTo(StoryEventKind.STORY_EVENT_KIND_ARTICLES_UNPINNED);
        assertThat(membership(url("pin-b")).getPinned()).isFalse();
    }

    @Test
    void anUndoThatIsAskedForTwiceIsDoneOnce() {
        String one = storyId("undo twice one");
        String two = storyId("undo twice two");
        record(record(one, url("twice-a")), record(two, url("twice-b")));
        mergeAs("bob", one, two);
        StoryEvent merge = last(one);

        List<StoryEvent> first = undo(merge);

        assertThat(undo(merge)).isEqualTo(first);
        assertThat(events(one)).hasSize(2);
    }

    @Test
    void onlyAnEditorUndoesAndOnlyWhatThereIs() {
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> undo("1", "")).getReason())
                .isEqualTo("EDITOR_REQUIRED");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> undo("1", "clusterer")).getReason())
                .isEqualTo("EDITOR_REQUIRED");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> undo("one", "ada")).getReason())
                .isEqualTo("EVENT_ID_INVALID");
        assertThat(refusal(Code.INVALID_ARGUMENT, () -> undo("", "ada")).getReason())
                .isEqualTo("EVENT_ID_INVALID");
        assertThat(refusal(Code.NOT_FOUND, () -> undo("123456789012", "ada")).getReason())
                .isEqualTo("EVENT_NOT_FOUND");
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anUndoRestoresWhatWasAndUndoingTheUndoRestoresTheRest(int seed) {
        var random = new Random(seed);
        var world = new World(seed);
        for (int change = 0; change < 4; change++) {
            world.change(random, "editor", change);
        }
        Map<String, String> before = world.state();
        world.change(random, "editor", 4);
        Map<String, String> after = world.state();
        if (before.equals(after)) {
            return;
        }

        StoryEvent undo = undo(world.lastAskedFor()).getFirst();
        Map<String, String> undone = world.state();
        undone.keySet().retainAll(before.keySet());
        assertThat(undone).isEqualTo(before);

        undo(undo);
        assertThat(world.state()).isEqualTo(after);
    }

    /** Nine articles of three stories of its own, changed at random. */
    private static final class World {
        private final String name;
        private final List<String> urls;
        private final List<String> ids;

        World(int seed) {
            name = "undo world " + seed;
            urls = IntStream.range(0, 9)
                    .mapToObj(number -> url("world-%d-%d".formatted(seed, number)))
                    .toList();
            ids = new ArrayList<>(IntStream.range(0, 3)
                    .mapToObj(number -> storyId(name + number))
                    .toList());
            for (int number = 0; number < urls.size(); number++) {
                record(record(ids.get(number / 3), urls.get(number)));
            }
        }

        void change(Random random, String actor, int number) {
            String story = storyOf(urls.get(random.nextInt(urls.size())));
            String other = storyOf(urls.get(random.nextInt(urls.size())));
            List<String> inside = StoryChanges.urls(story);
            String[] some = inside.subList(0, random.nextInt(inside.size())).toArray(String[]::new);
            String[] any = urls.stream().filter(_ -> random.nextInt(3) == 0).toArray(String[]::new);
            String fresh = storyId(name + " change " + number);
            switch (random.nextInt(3)) {
                case 0 -> {
                    if (!story.equals(other)) {
                        mergeAs(actor, story, other);
                    }
                }
                case 1 -> {
                    if (some.length > 0) {
                        splitAs(actor, story, fresh, some);
                        ids.add(fresh);
                    }
                }
                default -> {
                    if (any.length > 0) {
                        moveAs(actor, story, any);
                    }
                }
            }
        }

        /** Where everything is, what every id stands for, and what is decided. */
        Map<String, String> state() {
            Map<String, String> state = new TreeMap<>();
            for (String url : urls) {
                var membership = membership(url);
                state.put(url, membership.getStoryId() + membership.getPinned() + membership.getBarredStoryIdsList());
            }
            ids.forEach(id -> state.put(id, story(id).getId()));
            return state;
        }

        StoryEvent lastAskedFor() {
            return stories().listStoryEvents(ListStoryEventsRequest.getDefaultInstance()).getEventsList().stream()
                    .filter(event -> event.getPartOfEventId().isEmpty())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String url(String name) {
        return "https://undo.example/" + name;
    }

    private static StoryEvent last(String storyId) {
        return events(storyId).getFirst();
    }

    private static List<StoryEvent> undo(StoryEvent event) {
        return undo(event.getId(), "ada");
    }

    private static List<StoryEvent> undo(String eventId, String actor) {
        return stories()
                .undoStoryEvent(UndoStoryEventRequest.newBuilder()
                        .setEventId(eventId)
                        .setActor(actor)
                        .setReason("was wrong")
                        .build())
                .getEventsList();
    }
}
