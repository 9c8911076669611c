package news.parallax.catalog.story;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
import news.parallax.catalog.viewer.Viewer;
import news.parallax.catalog.viewer.ViewerRepository;

/** Streams articles in order of arrival, and changes of stories in order of commit. */
@Singleton
class StoryStreamEndpoint {
    private final WindowReplay replay;
    private final StoryWatch watch;
    private final StoryListRepository lists;
    private final ViewerRepository viewers;
    private final StoredStoryMessages stored;

    StoryStreamEndpoint(
            WindowReplay replay,
            StoryWatch watch,
            StoryListRepository lists,
            ViewerRepository viewers,
            StoredStoryMessages stored) {
        this.replay = replay;
        this.watch = watch;
        this.lists = lists;
        this.viewers = viewers;
        this.stored = stored;
    }

    Multi<ReplayWindowResponse> replayWindow(ReplayWindowRequest request) {
        if (request.getArticleLimit() < 0) {
            throw new Invalid(
                    "ARTICLE_LIMIT_INVALID",
                    "article_limit is %d, which is negative".formatted(request.getArticleLimit()),
                    Map.of("article_limit", String.valueOf(request.getArticleLimit())));
        }
        var wish = new WindowReplay.Wish(request.getArticleLimit(), request.getAfterArrival());
        return request.getPlacesOnly()
                ? replay.places(wish).map(StoryMessages::toProto)
                : replay.articles(wish).map(StoryMessages::toProto);
    }

    Multi<WatchStoriesResponse> watchStories(WatchStoriesRequest request) {
        return watch.from(request.getResumeToken(), new StoryWatch.Form<>() {
            @Override
            public List<WatchStoriesResponse> of(List<StoryChangeEntity> chunk, List<String> resumeTokens) {
                Viewer viewer = viewers.of(request.getReaderId());
                Predicate<StoryChangeEntity> shown = shownTo(viewer, chunk);
                Map<String, Story> now = request.getIncludeStory() ? storiesOf(chunk, viewer) : Map.of();
                return IntStream.range(0, chunk.size())
                        .filter(place -> shown.test(chunk.get(place)))
                        .mapToObj(place -> StoryChangeMessages.toProto(chunk.get(place), resumeTokens.get(place), now))
                        .toList();
            }

            @Override
            public WatchStoriesResponse place(String resumeToken) {
                QuarkusTransaction.requiringNew().run(() -> viewers.of(request.getReaderId()));
                return WatchStoriesResponse.newBuilder()
                        .setResumeToken(resumeToken)
                        .build();
            }
        });
    }

    private Predicate<StoryChangeEntity> shownTo(Viewer viewer, List<StoryChangeEntity> chunk) {
        if (!viewer.mutes()) {
            return _ -> true;
        }
        Set<String> visible = lists.visible(living(chunk), viewer);
        return change -> change.mergedIntoStoryId != null || visible.contains(change.storyId);
    }

    private Map<String, Story> storiesOf(List<StoryChangeEntity> chunk, Viewer viewer) {
        return stored.ofIds(living(chunk), viewer).stream()
                .collect(Collectors.toMap(Story::getId, Function.identity()));
    }

    private static List<String> living(List<StoryChangeEntity> chunk) {
        return chunk.stream()
                .filter(change -> change.mergedIntoStoryId == null)
                .map(change -> change.storyId)
                .distinct()
                .toList();
    }
}
