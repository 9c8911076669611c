package news.parallax.catalog.reader;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.parallax.catalog.call.Calls;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.reader.SavedStoryRepository.Saved;
import news.parallax.catalog.story.StoredStoryMessages;
import news.parallax.catalog.time.TimeMessages;
import news.parallax.catalog.v1.ListSavedStoriesRequest;
import news.parallax.catalog.v1.ListSavedStoriesResponse;
import news.parallax.catalog.v1.SaveStoryRequest;
import news.parallax.catalog.v1.SaveStoryResponse;
import news.parallax.catalog.v1.SavedStory;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.UnsaveStoryRequest;
import news.parallax.catalog.v1.UnsaveStoryResponse;
import news.parallax.catalog.viewer.Viewer;
import news.parallax.catalog.viewer.ViewerRepository;

/** The stories that readers saved. */
@Singleton
class SavedStoryEndpoint {
    private final Calls calls;
    private final SavedStories saved;
    private final SavedStoryRepository stored;
    private final StoredStoryMessages stories;
    private final ViewerRepository viewers;

    SavedStoryEndpoint(
            Calls calls,
            SavedStories saved,
            SavedStoryRepository stored,
            StoredStoryMessages stories,
            ViewerRepository viewers) {
        this.calls = calls;
        this.saved = saved;
        this.stored = stored;
        this.stories = stories;
        this.viewers = viewers;
    }

    Uni<SaveStoryResponse> saveStory(SaveStoryRequest request) {
        return calls.runInTransaction(() -> {
            saved.save(request.getReaderId(), request.getStoryId());
            return SaveStoryResponse.getDefaultInstance();
        });
    }

    Uni<UnsaveStoryResponse> unsaveStory(UnsaveStoryRequest request) {
        return calls.runInTransaction(() -> {
            saved.unsave(request.getReaderId(), request.getStoryId());
            return UnsaveStoryResponse.getDefaultInstance();
        });
    }

    Uni<ListSavedStoriesResponse> listSavedStories(ListSavedStoriesRequest request) {
        return calls.runInTransaction(() -> {
            Viewer viewer = viewers.require(request.getReaderId());
            var pageRequest = PageRequest.of(
                    request.getPageSize(), request.getPageToken(), 2, "saved stories", request.getReaderId());
            Page<Saved> page = stored.page(pageRequest, request.getReaderId());
            Map<String, Story> shown =
                    stories.ofIds(page.items().stream().map(Saved::storyId).toList(), viewer).stream()
                            .collect(Collectors.toMap(Story::getId, Function.identity()));
            return ListSavedStoriesResponse.newBuilder()
                    .addAllSavedStories(page.items().stream()
                            .map(item -> SavedStory.newBuilder()
                                    .setStory(Objects.requireNonNull(shown.get(item.storyId())))
                                    .setSaveTime(TimeMessages.toProto(item.saveTime()))
                                    .build())
                            .toList())
                    .setNextPageToken(page.nextToken())
                    .build();
        });
    }
}
