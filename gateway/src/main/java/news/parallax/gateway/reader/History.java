package news.parallax.gateway.reader;

import io.grpc.StatusRuntimeException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.Visit;

/**
 * Remembers what readers open while they are logged in, for their balance alone: nothing is kept of readers whose plan shows
 * them none, of programs, and of visitors. No page waits for it, and one that is not remembered is no failure. Not a singleton:
 * filters are made before channels are there.
 */
@ApplicationScoped
class History {
    private final ShelfClient client;
    private final Visit visit;

    History(ShelfClient client, Visit visit) {
        this.client = client;
        this.visit = visit;
    }

    void readStory(String storyId) {
        String reader = visit.reader().id();
        keep(() -> client.readStory(reader, storyId));
    }

    void readArticle(String articleId) {
        String reader = visit.reader().id();
        keep(() -> client.readArticle(reader, articleId));
    }

    private void keep(Runnable reading) {
        if (visit.sessionId().isPresent() && visit.reader().can(Capability.MY_BIAS)) {
            Thread.ofVirtual().name("history").start(() -> {
                try {
                    reading.run();
                } catch (StatusRuntimeException e) {
                    Log.warnf("reading not remembered: %s", e.getStatus());
                }
            });
        }
    }
}
