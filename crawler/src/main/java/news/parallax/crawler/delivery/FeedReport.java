package news.parallax.crawler.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import news.parallax.crawler.fetch.FetchError;
import news.parallax.crawler.fetch.Reply;
import news.parallax.crawler.fetch.Validators;
import okhttp3.HttpUrl;

/** How the fetch of a feed went. When it is fetched again is for the catalog to say. */
public sealed interface FeedReport {

    /** What the server said beside the contents. */
    Reply reply();

    /**
     * Fetched and read. The catalog keeps the validators as they were while entries are open.
     *
     * @param newestEntryTime when the newest of all entries was published, if the feed says so
     * @param freshFor for how long the feed says that it need not be fetched again
     * @param hub where its changes can be subscribed to, if we want to
     */
    record Succeeded(
            Validators validators,
            EntryCounts entries,
            Optional<Instant> newestEntryTime,
            Optional<Duration> freshFor,
            Optional<Hub> hub,
            Reply reply)
            implements FeedReport {}

    /**
     * Where changes of a feed can be subscribed to (WebSub).
     *
     * @param topic what to subscribe to there
     */
    record Hub(HttpUrl url, HttpUrl topic) {}

    /**
     * What became of the entries of a feed.
     *
     * @param fresh new or changed, those that are open included
     * @param stored acknowledged in this visit
     * @param open neither acknowledged nor given up
     * @param givenUp not tried again unless they change; those of earlier visits included
     * @param error one sentence on the last that is open, or else given up; empty if none is
     */
    record EntryCounts(int fresh, int stored, int open, int givenUp, String error) {}

    /** The server said that nothing changed. */
    record Unchanged(Reply reply) implements FeedReport {}

    /** Not fetched, or no feed. The catalog keeps the validators as they were. */
    record Failed(FetchError error, String reason, Reply reply) implements FeedReport {}
}
