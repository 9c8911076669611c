package news.parallax.catalog.story;

import static news.parallax.catalog.CatalogService.record;
import static news.parallax.catalog.CatalogService.refusal;
import static news.parallax.catalog.CatalogService.stories;
import static news.parallax.catalog.CatalogService.story;
import static news.parallax.catalog.Samples.record;
import static news.parallax.catalog.Samples.storyId;
import static news.parallax.catalog.story.StoryChanges.events;
import static news.parallax.catalog.story.StoryChanges.merge;
import static news.parallax.catalog.story.StoryChanges.sorted;
import static news.parallax.catalog.story.StoryChanges.split;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.grpc.Status.Code;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import news.parallax.catalog.EmbeddedPostgresResource;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.StoryArticleCounts;
import news.parallax.catalog.v1.StoryEvent;
import news.parallax.catalog.v1.StoryEventKind;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ListStoryEventsTest {
    @Test
    void anEventSaysWhoDidWhatAndWhy() {
        String stays = storyId("event stays");
        String goes = storyId("event goes");
        record(
                record(stays, "https://event.example/a"),
                record(goes, "https://event.example/b"),
                record(goes, "https://event.example/c"));
        stories()
                .mergeStories(MergeStoriesRequest.newBuilder()
                        .setStoryId(stays)
                        .addMergedStoryIds(goes)
                        .setReason("One harbor fire")
                        .setActor("editor@event.example")
                        .build());

        StoryEvent event = events(goes).getFirst();
        assertThat(event.getKind()).isEqualTo(StoryEventKind.STORY_EVENT_KIND_MERGED);
        assertThat(event.getActor()).isEqualTo("editor@event.example");
        assertThat(event.getReason()).isEqualTo("One harbor fire");
        assertThat(event.getStoryId()).isEqualTo(stays);
        assertThat(event.getOtherStoryIdsList()).containsExactly(goes);
        assertThat(event.getArticleIdsList())
                .containsExactlyElementsOf(sorted("https://event.example/b", "https://event.example/c"));
        assertThat(event.getArticleCount()).isEqualTo(2);
        assertThat(event.getCountsList())
                .extracting(
                        StoryArticleCounts::getStoryId,
                        StoryArticleCounts::getBeforeCount,
                        StoryArticleCounts::getAfterCount)
                .containsExactly(tuple(stays, 1, 3), tuple(goes, 2, 0));
        assertThat(event.getCreateTime().getSeconds())
                .isBetween(
                        story(stays).getCoverage().getAsOfTime().getSeconds() - 60,
                        story(stays).getCoverage().getAsOfTime().getSeconds() + 60);
    }

    @Test
    void aSplitCountsBothStories() {
        String old = storyId("split event");
        String made = storyId("split event, new");
        record(record(old, "https://split-event.example/a"), record(old, "https://split-event.example/b"));
        split(old, made, "https://split-event.example/b");

        StoryEvent event = events(made).getFirst();
        assertThat(event.getKind()).isEqualTo(StoryEventKind.STORY_EVENT_KIND_SPLIT);
        assertThat(event.getActor()).isEqualTo("clusterer");
        assertThat(event.getStoryId()).isEqualTo(old);
        assertThat(event.getOtherStoryIdsList()).containsExactly(made);
        assertThat(event.getCountsList())
                .extracting(
                        StoryArticleCounts::getStoryId,
                        StoryArticleCounts::getBeforeCount,
                        StoryArticleCounts::getAfterCount)
                .containsExactly(tuple(old, 2, 1), tuple(made, 0, 1));
    }

    @Test
    void theyArePagedNewestFirst() {
        String stays = storyId("paged events");
        List<String> others = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            others.add(storyId("paged events " + number));
            record(record(others.getLast(), "https://paged-events.example/" + number));
        }
        record(record(stays, "https://paged-events.example/a"));
        others.forEach(other -> merge(stays, other));

        List<String> walked = new ArrayList<>();
        var request = ListStoryEventsRequest.newBuilder().setStoryId(stays).setPageSize(2);
        int pages = 0;
        do {
            var page = stories().listStoryEvents(request.build());
            page.getEventsList().forEach(event -> walked.add(event.getOtherStoryIds(0)));
            request.setPageToken(page.getNextPageToken());
            pages++;
        } while (!request.getPageToken().isEmpty());

        assertThat(walked).containsExactlyElementsOf(others.reversed());
        assertThat(pages).isEqualTo(3);
        assertThat(events(others.getFirst())).hasSize(1);
    }

    @Test
    void aStoryThatNeverChangedHasNone() {
        String story = storyId("no events");
        record(record(story, "https://no-events.example/a"));

        assertThat(events(story)).isEmpty();
    }

    @Test
    void whatCannotBeListedIsRefused() {
        String story = storyId("refused events");
        String other = storyId("refused events, other");
        record(record(story, "https://refused-events.example/a"), record(other, "https://refused-events.example/b"));
        var request = ListStoryEventsRequest.newBuilder().setStoryId(story);
        for (int number = 0; number < 2; number++) {
            String merged = storyId("refused events " + number);
            record(record(merged, "https://refused-events.example/" + number));
            merge(story, merged);
        }
        String token = stories().listStoryEvents(request.setPageSize(1).build()).getNextPageToken();

        assertThat(refusal(
                                Code.INVALID_ARGUMENT,
                                () -> stories()
                                        .listStoryEvents(request.clone()
                                                .setStoryId(other)
                                                .setPageToken(token)
                                                .build()))
                        .getReason())
                .isEqualTo("PAGE_TOKEN_INVALID");
        assertThat(refusal(
                                Code.INVALID_ARGUMENT,
                                () -> stories()
                                        .listStoryEvents(
                                                request.clone().setPageSize(-1).build()))
                        .getReason())
                .isEqualTo("PAGE_SIZE_INVALID");
        assertThat(refusal(Code.NOT_FOUND, () -> events(storyId("never"))).getReason())
                .isEqualTo("STORY_NOT_FOUND");
    }
}
