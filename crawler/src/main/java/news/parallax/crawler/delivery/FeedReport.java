package news.parallax.crawler.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.parallax.crawler.fetch.FetchError;
import news.parallax.crawler.fetch.Reply;
import news.parallax.crawler.fetch.Validators;

/** How the fetch of a feed went. When it is fetched again is for the catalog to say. */
public sealed interface FeedReport {

    /** What the server said beside the contents. */
    Reply reply();

    /**
     * Fetched, and every entry acknowledged or given up.
     *
     * @param newEntryCount entries that were new or changed
     * @param newestEntryTime when the newest of all entries was published, if the feed says so
     * @param freshFor for how long the feed says that it need not be fetched again
     */
    record Succeeded(
            Validators validators,
            int newEntryCount,
            Optional<Instant> newestEntryTime,
            Optional<Duration> freshFor,
            Reply reply)
            implements FeedReport {}

    /** The server said that nothing changed. */
    record Unchanged(Reply reply) implements FeedReport {}

    /** Not fetched, or not all entries delivered. The catalog keeps the validators as they were. */
    record Failed(FetchError error, String reason, Reply reply) implements FeedReport {}
}
