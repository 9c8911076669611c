package news.parallax.gateway.live;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import news.parallax.gateway.story.StoryChangeView;
import news.parallax.gateway.story.StoryFacts;
import news.parallax.gateway.story.StoryFactsClient;

/**
 * Finds out, once for all who listen, what the story of a change is about: of a merged one what the remaining is about. What is found
 * out is so when it is asked, as is the story that is told with the change.
 */
@Singleton
class Research {
    private static final int REMEMBERED = 2_000;
    /** Stories are indexed a second after they were told; a catalog with much to do may need a few. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final StoryFactsClient client;
    private final AsyncCache<String, Optional<StoryFacts>> found = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .buildAsync();

    Research(StoryFactsClient client) {
        this.client = client;
    }

    /** Waits for what there is to know; empty if there is no such story any more. Fails if the catalog does not answer. */
    Optional<StoryFacts> of(String place, StoryChangeView change) throws InterruptedException, ExecutionException {
        String storyId = change.mergedInto() == null ? change.storyId() : change.mergedInto();
        Instant patience = change.time().plus(PATIENCE);
        return found.get(place, (_, threads) -> CompletableFuture.supplyAsync(() -> ask(storyId, patience), threads))
                .get();
    }

    private Optional<StoryFacts> ask(String storyId, Instant patience) {
        try {
            return client.of(storyId, patience);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody stops it", e);
        }
    }
}
