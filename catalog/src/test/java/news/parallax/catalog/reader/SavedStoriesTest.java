package news.parallax.catalog.reader;

import static news.parallax.catalog.CatalogService.readers;
import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ListSavedStoriesRequest;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.UndoStoryEventRequest;
import news.parallax.catalog.v1.UnsaveStoryRequest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class SavedStoriesTest {
    @Test
    void storiesAreListedByWhenTheyWereSavedAPageAfterTheOther() {
        List<String> saved = IntStream.range(0, 4)
                .mapToObj(number -> stored("saved order " + number))
                .toList();
        SomeReader reader = SomeReader.add("saves");
        saved.forEach(reader::save);
        reader.save(saved.getFirst());

        List<String> listed = new ArrayList<>();
        var request =
                ListSavedStoriesRequest.newBuilder().setReaderId(reader.id()).setPageSize(3);
        do {
            var page = readers().listSavedStories(request.build());
            page.getSavedStoriesList()
                    .forEach(story -> listed.add(story.getStory().getId()));
            request.setPageToken(page.getNextPageToken());
        } while (!request.getPageToken().isEmpty());
        assertThat(listed).containsExactlyElementsOf(saved.reversed());
        assertThat(refusal(Code.RESOURCE_EXHAUSTED, () -> reader.save(stored("saved, one too many")))
                        .getReason())
                .isEqualTo("TOO_MANY_SAVED_STORIES");
        assertThat(refusal(Code.NOT_FOUND, () -> reader.save(storyId("never stored")))
                        .getReason())
                .isEqualTo("STORY_NOT_FOUND");
    }

    @Test
    void aSavedStoryIsFoundAfterItWasMergedAndAfterThatWasUndone() {
        String stays = stored("saved stays");
        String goes = stored("saved goes");
        SomeReader one = SomeReader.add("saves-one");
        SomeReader both = SomeReader.add("saves-both");
        one.save(goes);
        both.save(stays);
        both.save(goes);
        stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(stays)
                        .addMergedStoryIds(goes)
                        .build());

        assertThat(one.savedIds()).containsExactly(stays);
        assertThat(both.savedIds()).containsExactly(stays);
        one.save(stays);
        assertThat(one.savedIds()).containsExactly(stays);

        undoLast(goes);
        assertThat(one.savedIds()).containsExactly(goes);
        assertThat(both.savedIds()).containsExactly(goes, stays);
    }

    @Test
    void aStoryIsNoLongerSavedUnderAnyIdThatStandsForIt() {
        String stays = stored("unsaved stays");
        String goes = stored("unsaved goes");
        SomeReader reader = SomeReader.add("unsaves");
        SomeReader other = SomeReader.add("unsaves-not");
        reader.save(stays);
        reader.save(goes);
        other.save(goes);
        stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(stays)
                        .addMergedStoryIds(goes)
                        .build());

        unsave(reader, goes);

        assertThat(reader.savedIds()).isEmpty();
        assertThat(other.savedIds()).containsExactly(stays);
        unsave(reader, storyId("never stored"));
    }

    @Test
    void savesAtOnceKeepTheStoryOnceAndTheLimit() throws Exception {
        SomeReader reader = SomeReader.add("saves-at-once");
        List<String> ids = IntStream.range(0, 6)
                .mapToObj(number -> stored("saved at once " + number))
                .toList();
        int refused = 0;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> saves = new ArrayList<>();
            for (int i = 0; i < 18; i++) {
                String id = ids.get(i % ids.size());
                saves.add(executor.submit(() -> reader.save(id)));
            }
            for (Future<?> save : saves) {
                try {
                    save.get();
                } catch (ExecutionException e) {
                    assertThat(e).hasMessageContaining("RESOURCE_EXHAUSTED");
                    refused++;
                }
            }
        }

        assertThat(reader.savedIds()).hasSize(4).doesNotHaveDuplicates();
        assertThat(refused).isEqualTo(6);
    }

    private static String stored(String name) {
        String id = storyId(name);
        record(record(id, "https://saved.example/" + id));
        return id;
    }

    private static void unsave(SomeReader reader, String storyId) {
        readers()
                .unsaveStory(UnsaveStoryRequest.newBuilder()
                        .setReaderId(reader.id())
                        .setStoryId(storyId)
                        .build());
    }

    private static void undoLast(String storyId) {
        String event = stories()
                .listStoryEvents(
                        ListStoryEventsRequest.newBuilder().setStoryId(storyId).build())
                .getEvents(0)
                .getId();
        stories()
                .undoStoryEvent(UndoStoryEventRequest.newBuilder()
                        .setEventId(event)
                        .setActor("editor")
                        .build());
    }
}
