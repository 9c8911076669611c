package news.parallax.gateway.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import news.parallax.gateway.story.StoryWatchClient;
import org.jspecify.annotations.Nullable;

/** A stream for one listener: of a reader with mutes of their own, or from a place too long ago for the shared one. */
final class OwnStream {
    private final Upstream upstream;
    private final int waitingLimit;
    private final Deque<Word> waiting = new ArrayDeque<>();
    private @Nullable Listener listener;
    private boolean broken;

    OwnStream(StoryWatchClient client, String readerId, String place, int waitingLimit) {
        this.upstream = new Upstream(client, readerId, place, this::tell, this::end);
        this.waitingLimit = waitingLimit;
    }

    CompletableFuture<String> open() {
        return upstream.start();
    }

    /** Gives the stream its listener, who is told first what came before. */
    synchronized void join(Listener newListener, String place, long retryMillis) {
        newListener.greet(place, retryMillis);
        waiting.forEach(newListener::tell);
        waiting.clear();
        listener = newListener;
        if (broken) {
            newListener.end();
        }
    }

    void stop() {
        upstream.stop();
    }

    private synchronized void tell(Word word) {
        if (listener != null) {
            listener.tell(word);
        } else if (waiting.size() < waitingLimit && !broken) {
            waiting.add(word);
        } else {
            broken = true; // the listener hears those that wait, and comes back for the rest
        }
    }

    private synchronized void end() {
        broken = true;
        if (listener != null) {
            listener.end();
        }
    }
}
