package news.parallax.gateway.story;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import io.quarkus.grpc.GrpcClient;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import news.parallax.catalog.v1.ChangedStory;
import news.parallax.catalog.v1.StoryAspect;
import news.parallax.catalog.v1.StoryServiceGrpc;
import news.parallax.catalog.v1.StoryServiceGrpc.StoryServiceBlockingStub;
import news.parallax.catalog.v1.WatchStoriesRequest;
import news.parallax.catalog.v1.WatchStoriesResponse;
import news.parallax.gateway.catalog.CatalogCalls;
import news.parallax.gateway.catalog.Times;
import org.jspecify.annotations.Nullable;

/** Hears from the catalog what becomes of stories. */
@Singleton
public class StoryWatchClient {
    /** The catalog says something every 15 seconds; who has heard nothing for longer than twice that hears nobody. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final StoryServiceBlockingStub stories;
    private final CatalogCalls calls;

    StoryWatchClient(@GrpcClient("catalog") StoryServiceBlockingStub stories, CatalogCalls calls) {
        this.stories = stories;
        this.calls = calls;
    }

    /**
     * Where to begin, and how much to hear.
     *
     * @param resumeToken any that was heard before; empty means from now on
     * @param withStories whether changes come with the story as it is
     * @param readerId for whom; empty means for everybody
     */
    public record Watch(String resumeToken, boolean withStories, String readerId) {}

    /**
     * Hears changes on the calling thread until it is interrupted; StatusRuntimeException when the catalog ends it or cannot
     * be reached. The listener must not block: an unread stream stops other calls.
     *
     * @param listener is given the place in the stream, and what changed before it; null if nothing did
     */
    public void hear(Watch watch, BiConsumer<String, @Nullable StoryChangeView> listener) throws InterruptedException {
        var request = WatchStoriesRequest.newBuilder()
                .setResumeToken(watch.resumeToken())
                .setIncludeStory(watch.withStories())
                .setReaderId(watch.readerId())
                .build();
        calls.reconnect();
        BlockingClientCall<?, WatchStoriesResponse> call =
                StoryServiceGrpc.newBlockingV2Stub(stories.getChannel()).watchStories(request);
        try {
            WatchStoriesResponse message;
            while ((message = call.read(PATIENCE.toSeconds(), TimeUnit.SECONDS)) != null) {
                listener.accept(message.getResumeToken(), message.hasChange() ? toView(message.getChange()) : null);
            }
        } catch (StatusException e) {
            throw e.getStatus().asRuntimeException(e.getTrailers());
        } catch (TimeoutException e) {
            throw Status.UNAVAILABLE
                    .withDescription("the stream of changes is silent")
                    .withCause(e)
                    .asRuntimeException();
        } finally {
            call.cancel("no longer heard", null);
        }
    }

    private static StoryChangeView toView(ChangedStory change) {
        return new StoryChangeView(
                change.getStoryId(),
                change.getAspectsList().stream().map(StoryWatchClient::toText).toList(),
                change.getMergedIntoStoryId().isEmpty() ? null : change.getMergedIntoStoryId(),
                Times.of(change.getChangeTime()),
                change.hasStory() ? StoryMessages.toView(change.getStory()) : null);
    }

    private static String toText(StoryAspect aspect) {
        return switch (aspect) {
            case STORY_ASPECT_FOUNDED -> "founded";
            case STORY_ASPECT_ARTICLES -> "articles";
            case STORY_ASPECT_TELLING -> "telling";
            case STORY_ASPECT_COVERAGE -> "coverage";
            case STORY_ASPECT_REGROUPED -> "regrouped";
            case STORY_ASPECT_MERGED -> "merged";
            case STORY_ASPECT_UNSPECIFIED, UNRECOGNIZED -> "other";
        };
    }
}
