package news.parallax.catalog.change;

import io.grpc.ServerCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.call.CurrentCall;
import news.parallax.catalog.call.Leaving;
import news.parallax.catalog.error.CatalogException.Exhausted;

/**
 * Streams changes of stories from the outbox, a chunk at a time: the first word is where the listener stands, and so is
 * every word when nothing changes. A listener costs a virtual thread and one chunk; who has gone is noticed at the next
 * look, who does not read is sent away, and can resume where it was.
 */
@Singleton
public class StoryWatch {
    private static final int CHUNK = 100;

    private final StoryChangeRepository changes;
    private final OutboxTail tail;
    private final CatalogConfig.Watch config;
    private final ExecutorService threads;
    private final Semaphore places;
    private final Leaving leaving;

    StoryWatch(
            StoryChangeRepository changes,
            OutboxTail tail,
            CatalogConfig config,
            Leaving leaving,
            @VirtualThreads ExecutorService threads) {
        this.leaving = leaving;
        this.changes = changes;
        this.tail = tail;
        this.config = config.watch();
        this.threads = threads;
        this.places = new Semaphore(this.config.watchersMax());
    }

    /** Makes the messages of a stream. */
    public interface Form<T> {
        /** Called in a transaction; one message for each change, in order. */
        List<T> of(List<StoryChangeEntity> chunk, List<String> resumeTokens);

        T place(String resumeToken);
    }

    /**
     * Streams the changes after a place.
     *
     * @param resumeToken empty means from now on
     */
    public <T> Multi<T> from(String resumeToken, Form<T> form) {
        ServerCall<?, ?> call = CurrentCall.get();
        if (!places.tryAcquire()) {
            String limit = String.valueOf(config.watchersMax());
            throw new Exhausted(
                    "TOO_MANY_WATCHERS",
                    "%s streams of changes are open, which is the most".formatted(limit),
                    Map.of("limit", limit));
        }
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new Listener(changes, tail, config, resumeToken, call, leaving),
                        listener -> Uni.createFrom()
                                .item(() -> next(listener, form))
                                .runSubscriptionOn(threads))
                .until(List::isEmpty)
                .onItem()
                .<T>disjoint()
                .onTermination()
                .invoke(places::release);
    }

    /** Returns what there is to say next; nothing if the listener has gone. */
    private <T> List<T> next(Listener listener, Form<T> form) {
        if (listener.awaitNews()) {
            List<T> messages = QuarkusTransaction.requiringNew().call(() -> {
                List<StoryChangeEntity> chunk = listener.read(CHUNK);
                return form.of(chunk, chunk.stream().map(listener::tokenOf).toList());
            });
            if (!messages.isEmpty()) {
                return messages;
            }
        }
        return listener.gone() ? List.of() : List.of(form.place(listener.token()));
    }
}
