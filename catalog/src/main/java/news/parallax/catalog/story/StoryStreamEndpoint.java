package news.parallax.catalog.story;

import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.parallax.catalog.change.StoryChangeEntity;
import news.parallax.catalog.change.StoryWatch;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.v1.ReplayWindowRequest;
import news.parallax.catalog.v1.ReplayWindowResponse;
import news.parallax.catalog.v1.Story;
import news.parallax.catalog.v1.WatchStoriesRequest;
import news.parallax.catalog.v1.WatchStoriesResponse;

/** Streams articles in order of arrival, and changes of stories in order of commit. */
@Singleton
class StoryStreamEndpoint {
    private final WindowReplay replay;
    private final StoryWatch watch;
    private final StoryRepository stories;
    private final StoredStoryMessages stored;

    StoryStreamEndpoint(WindowReplay replay, StoryWatch watch, StoryRepository stories, StoredStoryMessages stored) {
        this.replay = replay;
        this.watch = watch;
        this.stories = stories;
        this.stored = stored;
    }

    Multi<ReplayWindowResponse> replayWindow(ReplayWindowRequest request) {
        if (request.getArticleLimit() < 0) {
            throw new Invalid(
                    "ARTICLE_LIMIT_INVALID",
                    "article_limit is %d, which is negative".formatted(request.getArticleLimit()),
                    Map.of("article_limit", String.valueOf(request.getArticleLimit())));
        }
        return replay.last(request.getArticleLimit(), StoryMessages::toReplay);
    }

    Multi<WatchStoriesResponse> watchStories(WatchStoriesRequest request) {
        return watch.from(request.getResumeToken(), new StoryWatch.Form<>() {
            @Override
            public List<WatchStoriesResponse> of(List<StoryChangeEntity> chunk, List<String> resumeTokens) {
                Map<String, Story> now = request.getIncludeStory() ? storiesOf(chunk) : Map.of();
                return IntStream.range(0, chunk.size())
                        .mapToObj(place -> StoryChangeMessages.toProto(chunk.get(place), resumeTokens.get(place), now))
                        .toList();
            }

            @Override
            public WatchStoriesResponse place(String resumeToken) {
                return WatchStoriesResponse.newBuilder()
                        .setResumeToken(resumeToken)
                        .build();
            }
        });
    }

    private Map<String, Story> storiesOf(List<StoryChangeEntity> chunk) {
        List<String> ids = chunk.stream()
                .filter(change -> change.mergedIntoStoryId == null)
                .map(change -> change.storyId)
                .distinct()
                .toList();
        return stored.toProto(List.copyOf(stories.byIds(ids).values())).stream()
                .collect(Collectors.toMap(Story::getId, Function.identity()));
    }
}
