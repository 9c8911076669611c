package news.parallax.gateway.cache;

import io.grpc.StatusRuntimeException;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import news.parallax.gateway.metrics.GatewayMetrics;
import news.parallax.gateway.story.StoryChangeView;
import news.parallax.gateway.story.StoryWatchClient;
import news.parallax.gateway.story.StoryWatchClient.Watch;
import org.jspecify.annotations.Nullable;

/**
 * Hears which stories change, for as long as the gateway runs. Always from now on: what changed while nobody listened is
 * not worth asking for, since no answer from before the first word of a stream is trusted.
 */
@Singleton
class ChangeWatch {
    private static final Duration LEAST_PAUSE = Duration.ofMillis(250);
    private static final Duration MOST_PAUSE = Duration.ofSeconds(5);

    private final StoryWatchClient client;
    private final StoryChanges changes;
    private volatile boolean hears;
    private Duration pause = LEAST_PAUSE;
    private @Nullable Thread thread;

    ChangeWatch(StoryWatchClient client, StoryChanges changes) {
        this.client = client;
        this.changes = changes;
        GatewayMetrics.gauge("changes.heard", "Whether changes of stories are heard, 0 or 1", () -> hears ? 1 : 0);
    }

    /** Whether every change is heard a moment after it is committed. */
    boolean hears() {
        return hears;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofVirtual().name("change-watch").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void run() {
        try {
            while (true) {
                listen();
                hears = false;
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(MOST_PAUSE) < 0 ? pause.multipliedBy(2) : MOST_PAUSE;
            }
        } catch (InterruptedException e) {
            hears = false; // the gateway stops
        }
    }

    private void listen() throws InterruptedException {
        try {
            client.hear(new Watch("", false, ""), (_, change) -> heard(change));
        } catch (StatusRuntimeException e) {
            if (hears) {
                Log.warnf("changes of stories are no longer heard reason=%s", e.getStatus());
            }
        }
    }

    private void heard(@Nullable StoryChangeView change) {
        if (!hears) {
            changes.forget();
            hears = true;
            pause = LEAST_PAUSE;
            Log.info("changes of stories are heard");
        }
        if (change != null) {
            changes.add(change.storyId());
            if (change.mergedInto() != null) {
                changes.add(change.mergedInto());
            }
        }
    }
}
