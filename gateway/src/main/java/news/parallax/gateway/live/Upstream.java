package news.parallax.gateway.live;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import news.parallax.gateway.story.StoryChangeView;
import news.parallax.gateway.story.StoryWatchClient;
import news.parallax.gateway.story.StoryWatchClient.Watch;
import org.jspecify.annotations.Nullable;

/**
 * One stream of the catalog, on a virtual thread of its own. When the catalog goes away it is resumed where it was, so that
 * whoever listens hears every change once. Ends when it is stopped, or when it cannot be resumed.
 */
final class Upstream {
    private static final Duration LEAST_PAUSE = Duration.ofMillis(250);
    private static final Duration MOST_PAUSE = Duration.ofSeconds(5);
    /** What no repeat mends. Anything else passes: a catalog that ends may say that something went wrong inside. */
    private static final Set<Status.Code> FINAL = Set.of(
            Status.Code.INVALID_ARGUMENT,
            Status.Code.NOT_FOUND,
            Status.Code.OUT_OF_RANGE,
            Status.Code.FAILED_PRECONDITION,
            Status.Code.UNIMPLEMENTED);

    private final StoryWatchClient client;
    private final String readerId;
    private final Consumer<Word> listener;
    private final Runnable ended;
    private final CompletableFuture<String> opened = new CompletableFuture<>();
    private final Thread thread;
    private volatile String place;
    private volatile boolean stopped;

    /**
     * @param readerId for whom; empty means for everybody
     * @param place where to begin; empty means from now on
     * @param ended called once it will not go on, unless it was stopped
     */
    Upstream(StoryWatchClient client, String readerId, String place, Consumer<Word> listener, Runnable ended) {
        this.client = client;
        this.readerId = readerId;
        this.place = place;
        this.listener = listener;
        this.ended = ended;
        this.thread = Thread.ofVirtual().name("live-upstream").unstarted(this::run);
    }

    /** Starts listening; completes with the place where it begins, or as the catalog refuses it. */
    CompletableFuture<String> start() {
        thread.start();
        return opened;
    }

    void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void run() {
        try {
            Duration pause = LEAST_PAUSE;
            while (goesOn()) {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(MOST_PAUSE) < 0 ? pause.multipliedBy(2) : MOST_PAUSE;
            }
            ended.run();
        } catch (InterruptedException e) {
            opened.cancel(false); // stopped
        }
    }

    /** Listens until the stream breaks; returns whether it is worth resuming. */
    private boolean goesOn() throws InterruptedException {
        try {
            client.hear(new Watch(place, true, readerId), this::heard);
            return !stopped;
        } catch (StatusRuntimeException e) {
            if (!opened.isDone()) {
                opened.completeExceptionally(e); // whoever asks is to know, and may come back
                return false;
            }
            boolean passing = !FINAL.contains(e.getStatus().getCode());
            if (!passing) {
                Log.warnf("stream of changes ended reader=%s reason=%s", readerId, e.getStatus());
            }
            return passing && !stopped;
        }
    }

    private void heard(String newPlace, @Nullable StoryChangeView change) {
        String start = place.isEmpty() ? newPlace : place;
        place = newPlace;
        listener.accept(new Word(newPlace, change));
        opened.complete(start);
    }
}
