package news.parallax.gateway.reader;

import jakarta.inject.Singleton;
import java.util.Map;
import news.parallax.gateway.GatewayConfig;
import news.parallax.gateway.access.Capability;
import news.parallax.gateway.access.ReaderView;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;

/** Decides how many stories a reader can have saved. */
@Singleton
class Shelf {
    private final ShelfClient client;
    private final int limit;

    Shelf(ShelfClient client, GatewayConfig config) {
        this.client = client;
        this.limit = Math.min(100, config.entry().savedStories());
    }

    /** Saves a story; SAVED_STORIES_FULL if the plan lets the reader have no more. Two at the same moment may both pass. */
    void save(ReaderView reader, String storyId) {
        boolean full = !reader.can(Capability.UNLIMITED_SAVES)
                && client.saved(reader.id(), limit, "").saved().size() >= limit;
        if (full) {
            throw new RequestRefused(
                    ProblemCode.SAVED_STORIES_FULL,
                    "Your plan keeps " + limit + " saved stories; remove one, or upgrade.",
                    Map.of("limit", Integer.toString(limit)));
        }
        client.save(reader.id(), storyId);
    }
}
