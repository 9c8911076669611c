package news.parallax.catalog.change;

import io.grpc.ServerCall;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.call.CurrentCall;
import news.parallax.catalog.call.Leaving;
import news.parallax.catalog.error.CatalogException.Exhausted;
import news.parallax.catalog.error.CatalogException.Expired;

/** One who follows the changes of stories, and where in the stream it stands. */
final class Listener {
    private final StoryChangeRepository changes;
    private final OutboxTail tail;
    private final CatalogConfig.Watch config;
    private final String resumeToken;
    private final ServerCall<?, ?> call;
    private final Leaving leaving;
    private String epoch = "";
    private long lastId;
    private boolean started;

    Listener(
            StoryChangeRepository changes,
            OutboxTail tail,
            CatalogConfig.Watch config,
            String resumeToken,
            ServerCall<?, ?> call,
            Leaving leaving) {
        this.leaving = leaving;
        this.changes = changes;
        this.tail = tail;
        this.config = config;
        this.resumeToken = resumeToken;
        this.call = call;
    }

    /** Waits until there is something to read; returns false if the listener has gone, or is to be told where it is. */
    boolean awaitNews() {
        if (!CurrentCall.awaitReady(call, config.stallLimit())) {
            throw new Exhausted(
                    "WATCHER_TOO_SLOW",
                    "Nothing was read from this stream for %s".formatted(config.stallLimit()),
                    Map.of("stall_limit", config.stallLimit().toString()));
        }
        if (!started) {
            QuarkusTransaction.requiringNew().run(this::start);
            return false;
        }
        long until = System.nanoTime() + config.heartbeat().toNanos();
        while (!gone() && System.nanoTime() - until < 0) {
            if (tail.lastId() > lastId) {
                return true;
            }
            if (!tail.pause()) {
                return false;
            }
        }
        return false;
    }

    /** Whether nothing more is to be said: also when the catalog ends, and another copy goes on where this one was. */
    boolean gone() {
        return leaving.now() || call.isCancelled() || Thread.currentThread().isInterrupted();
    }

    /** Returns the next changes; RESUME_TOKEN_EXPIRED if some of them are no longer kept. */
    List<StoryChangeEntity> read(int limit) {
        List<StoryChangeEntity> chunk = changes.after(lastId, limit);
        // read after the changes: what was dropped in between is told too
        checkKept(changes.log());
        chunk.forEach(change -> lastId = change.id);
        return chunk;
    }

    String token() {
        return new ResumeToken(epoch, lastId).text();
    }

    String tokenOf(StoryChangeEntity change) {
        return new ResumeToken(epoch, change.id).text();
    }

    private void start() {
        StoryChangeLogEntity log = changes.log();
        epoch = log.epoch;
        lastId = changes.lastId();
        if (!resumeToken.isEmpty()) {
            ResumeToken token = ResumeToken.of(resumeToken);
            if (!token.epoch().equals(epoch) || token.changeId() > lastId) {
                throw expired();
            }
            lastId = token.changeId();
            checkKept(log);
        }
        started = true;
    }

    private void checkKept(StoryChangeLogEntity log) {
        if (lastId < log.prunedId) {
            throw expired();
        }
    }

    private Expired expired() {
        String token = started ? token() : resumeToken;
        return new Expired(
                "RESUME_TOKEN_EXPIRED",
                "The changes after resume_token=%s are no longer known: start without a token".formatted(token),
                Map.of("resume_token", token, "retention", config.retention().toString()));
    }
}
