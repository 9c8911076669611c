package news.parallax.gateway.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import news.parallax.gateway.access.Curtain;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.story.StoryChangeView;

/**
 * Who listens on one connection. Words come in their order from one thread at a time; none blocks it: the emitter keeps a
 * bounded number and gives up a client that does not read.
 */
final class Listener {
    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private final Sse sse;
    private final ObjectMapper json;
    private final Curtain curtain;
    private final ReaderView reader;
    private final Interest interest;
    private final Research research;
    private final Sieve sieve;
    private volatile String place = "";

    Listener(
            MultiEmitter<? super OutboundSseEvent> emitter,
            Sse sse,
            ObjectMapper json,
            Curtain curtain,
            ReaderView reader,
            Interest interest,
            Research research,
            int buffer) {
        this.emitter = emitter;
        this.sse = sse;
        this.json = json;
        this.curtain = curtain;
        this.reader = reader;
        this.interest = interest;
        this.research = research;
        this.sieve = new Sieve(buffer, this::sift, this::end);
    }

    /** Tells where the stream stands, and how long to wait before coming back. */
    void greet(String startPlace, long retryMillis) {
        place = startPlace;
        emitter.emit(sse.newEventBuilder()
                .id(startPlace)
                .reconnectDelay(retryMillis)
                .comment("changes of stories from here on")
                .build());
    }

    void tell(Word word) {
        if (interest.undecided()) {
            sieve.put(word);
        } else {
            say(word, wanted(word));
        }
    }

    /** Finds out whether a word is wanted before it is said: what comes after it waits, so that no place is passed over. */
    private void sift(Word word) throws InterruptedException, ExecutionException {
        Optional<StoryChangeView> likely = wanted(word);
        boolean certain = likely.isPresent()
                && research.of(word.place(), likely.get())
                        .filter(interest.about()::in)
                        .isPresent();
        say(word, certain ? likely : Optional.empty());
    }

    private void say(Word word, Optional<StoryChangeView> wanted) {
        place = word.place();
        wanted.ifPresent(change -> emitter.emit(sse.newEventBuilder()
                .id(word.place())
                .name(EventKind.of(change).key())
                .data(String.class, written(curtain.show(change, reader)))
                .build()));
    }

    /** Says that the connection lives, and the place: what was not wanted need not be looked at again. */
    void beat() {
        emitter.emit(sse.newEventBuilder().id(place).comment("still here").build());
    }

    /** Ends the connection in good order; the client comes back by itself. */
    void end() {
        emitter.complete();
    }

    /** Stops what is done for a connection that has ended. */
    void leave() {
        sieve.stop();
    }

    boolean gone() {
        return emitter.isCancelled();
    }

    private Optional<StoryChangeView> wanted(Word word) {
        StoryChangeView change = word.change();
        return change != null && interest.in(change) ? Optional.of(change) : Optional.empty();
    }

    private String written(StoryChangeView change) {
        try {
            return json.writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
