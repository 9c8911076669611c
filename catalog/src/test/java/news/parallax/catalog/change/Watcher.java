package news.parallax.catalog.change;

import io.grpc.Context;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import news.parallax.catalog.CatalogService;
import news.parallax.catalog.v1.ChangedStory;
import news.parallax.catalog.v1.WatchStoriesRequest;
import news.parallax.catalog.v1.WatchStoriesResponse;

/** One open stream of changes, as a client reads it; closing it hangs up. */
public final class Watcher implements AutoCloseable {
    private final Context.CancellableContext call = Context.current().withCancellation();
    private final Iterator<WatchStoriesResponse> messages;
    private String token;

    private Watcher(WatchStoriesRequest request) throws Exception {
        messages = call.call(() -> CatalogService.stories().watchStories(request));
        token = messages.next().getResumeToken();
    }

    static Watcher open() throws Exception {
        return new Watcher(WatchStoriesRequest.getDefaultInstance());
    }

    static Watcher resume(String token) throws Exception {
        return new Watcher(
                WatchStoriesRequest.newBuilder().setResumeToken(token).build());
    }

    static Watcher openWithStories() throws Exception {
        return new Watcher(
                WatchStoriesRequest.newBuilder().setIncludeStory(true).build());
    }

    public static Watcher openFor(String readerId) throws Exception {
        return new Watcher(WatchStoriesRequest.newBuilder()
                .setReaderId(readerId)
                .setIncludeStory(true)
                .build());
    }

    /** The place after the last message that was read. */
    String token() {
        return token;
    }

    /** Returns the next message, be it a change or not. */
    WatchStoriesResponse next() {
        WatchStoriesResponse message = messages.next();
        token = message.getResumeToken();
        return message;
    }

    /** Returns the changes up to the first that is as wanted, that included. */
    public List<ChangedStory> until(Predicate<ChangedStory> wanted) {
        List<ChangedStory> read = new ArrayList<>();
        while (read.isEmpty() || !wanted.test(read.getLast())) {
            WatchStoriesResponse message = next();
            if (message.hasChange()) {
                read.add(message.getChange());
            }
        }
        return read;
    }

    @Override
    public void close() {
        call.cancel(null);
    }
}
