package news.parallax.catalog.story;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.v1.ConsolidateStoriesRequest;
import news.parallax.catalog.v1.ConsolidateStoriesResponse;
import news.parallax.catalog.v1.ListStoryEventsRequest;
import news.parallax.catalog.v1.ListStoryEventsResponse;
import news.parallax.catalog.v1.MergeStoriesRequest;
import news.parallax.catalog.v1.MergeStoriesResponse;
import news.parallax.catalog.v1.MoveArticlesRequest;
import news.parallax.catalog.v1.MoveArticlesResponse;
import news.parallax.catalog.v1.SplitStoryRequest;
import news.parallax.catalog.v1.SplitStoryResponse;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.UndoStoryEventRequest;
import news.parallax.catalog.v1.UndoStoryEventResponse;

/** Takes changes of which articles are in which story, and lists them. */
@Singleton
class RegroupingEndpoint {
    private final Calls calls;
    private final StoryRegrouping regrouping;
    private final StoryUndo undo;
    private final StoryRepository stories;
    private final StoryEventRepository events;
    private final StoredStoryMessages stored;

    RegroupingEndpoint(
            Calls calls,
            StoryRegrouping regrouping,
            StoryUndo undo,
            StoryRepository stories,
            StoryEventRepository events,
            StoredStoryMessages stored) {
        this.calls = calls;
        this.regrouping = regrouping;
        this.undo = undo;
        this.stories = stories;
        this.events = events;
        this.stored = stored;
    }

    Uni<MergeStoriesResponse> mergeStories(MergeStoriesRequest request) {
        return calls.runInTransaction(() -> {
            StoryEntity story = regrouping.merge(StoryEventMessages.toMerge(request));
            return MergeStoriesResponse.newBuilder()
                    .setStory(stored.toProto(List.of(story)).getFirst())
                    .build();
        });
    }

    Uni<SplitStoryResponse> splitStory(SplitStoryRequest request) {
        return calls.runInTransaction(() -> {
            StoryRegrouping.Parts parts = regrouping.split(StoryEventMessages.toSplit(request));
            List<Story> both = stored.toProto(List.of(parts.made(), parts.old()));
            return SplitStoryResponse.newBuilder()
                    .setNewStory(both.getFirst())
                    .setStory(both.getLast())
                    .build();
        });
    }

    Uni<MoveArticlesResponse> moveArticles(MoveArticlesRequest request) {
        return calls.runInTransaction(() -> {
            StoryEntity story = regrouping.move(StoryEventMessages.toMove(request));
            return MoveArticlesResponse.newBuilder()
                    .setStory(stored.toProto(List.of(story)).getFirst())
                    .build();
        });
    }

    Uni<ConsolidateStoriesResponse> consolidateStories(ConsolidateStoriesRequest request) {
        return calls.run(() -> {
            regrouping.consolidate(StoryEventMessages.toConsolidation(request));
            return ConsolidateStoriesResponse.getDefaultInstance();
        });
    }

    Uni<UndoStoryEventResponse> undoStoryEvent(UndoStoryEventRequest request) {
        return calls.runInTransaction(() -> UndoStoryEventResponse.newBuilder()
                .addAllEvents(
                        undo.undo(StoryEventMessages.eventId(request), StoryEventMessages.toNote(request)).stream()
                                .map(StoryEventMessages::toProto)
                                .toList())
                .build());
    }

    Uni<ListStoryEventsResponse> listStoryEvents(ListStoryEventsRequest request) {
        return calls.runInTransaction(() -> {
            Optional<String> storyId = Optional.of(request.getStoryId())
                    .filter(id -> !id.isEmpty())
                    .map(id -> stories.requireItself(id).id);
            var pageRequest = PageRequest.of(request.getPageSize(), request.getPageToken(), 1, "story events", storyId);
            Page<StoryEventEntity> page = events.page(pageRequest, storyId);
            return ListStoryEventsResponse.newBuilder()
                    .addAllEvents(page.items().stream()
                            .map(StoryEventMessages::toProto)
                            .toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }
}
