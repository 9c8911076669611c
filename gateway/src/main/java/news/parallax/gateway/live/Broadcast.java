package news.parallax.gateway.live;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.story.StoryWatchClient;
import org.jspecify.annotations.Nullable;

/**
 * The one stream that all visitors share, from the first one's coming on. The last words are kept, so that who comes back soon
 * is given what they missed without another stream.
 */
@Singleton
class Broadcast {
    private final StoryWatchClient client;
    private final int replayed;
    private final Deque<Word> last = new ArrayDeque<>();
    private final Set<Listener> listeners = new LinkedHashSet<>();
    private @Nullable Upstream upstream;
    private CompletableFuture<String> opened = new CompletableFuture<>();

    Broadcast(StoryWatchClient client, GatewayConfig config) {
        this.client = client;
        this.replayed = Math.max(1, config.live().replay());
    }

    /** Starts the stream if it does not run; completes when it is heard. */
    synchronized CompletableFuture<String> open() {
        if (upstream == null) {
            upstream = new Upstream(client, "", "", this::tell, this::lost);
            opened = upstream.start();
        }
        return opened;
    }

    /** Adds a listener who hears what comes after the place, or from now on if it is empty; false if that is too long ago. */
    synchronized boolean join(Listener listener, String place, long retryMillis) {
        List<Word> missed = place.isEmpty() ? List.of() : after(place);
        if (upstream == null || missed == null) {
            return false;
        }
        listener.greet(place.isEmpty() ? now() : place, retryMillis);
        missed.forEach(listener::tell);
        listeners.add(listener);
        return true;
    }

    synchronized boolean knows(String place) {
        return upstream != null && after(place) != null;
    }

    synchronized void leave(Listener listener) {
        listeners.remove(listener);
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        if (upstream != null) {
            upstream.stop();
        }
    }

    private synchronized void tell(Word word) {
        if (word.change() != null || last.isEmpty() || !now().equals(word.place())) {
            last.addLast(word);
        }
        if (last.size() > replayed) {
            last.removeFirst();
        }
        listeners.forEach(listener -> listener.tell(word));
    }

    /** The stream cannot be resumed: everybody comes back, and is told so. */
    private synchronized void lost() {
        upstream = null;
        last.clear();
        listeners.forEach(Listener::end);
        listeners.clear();
    }

    private String now() {
        return last.getLast().place(); // the first word comes before the first listener
    }

    /** What came after a place; null if the place is not among those kept. */
    private @Nullable List<Word> after(String place) {
        Deque<Word> found = new ArrayDeque<>();
        for (var words = last.descendingIterator(); words.hasNext(); ) {
            Word word = words.next();
            if (word.place().equals(place)) {
                return List.copyOf(found);
            }
            found.addFirst(word);
        }
        return null;
    }
}
