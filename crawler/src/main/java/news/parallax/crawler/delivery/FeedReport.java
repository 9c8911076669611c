package news.parallax.crawler.delivery;

import java.time.Instant;
import java.util.Optional;
import news.parallax.crawler.fetch.Validators;
import okhttp3.HttpUrl;

/** How the fetch of a feed went. */
public sealed interface FeedReport {

    /** When to fetch the feed again. */
    Instant dueTime();

    /**
     * Fetched, and every entry acknowledged or given up.
     *
     * @param changed whether there was an entry that was new or changed
     * @param movedUrl new address of the feed if it moved for good
     */
    record Succeeded(Validators validators, boolean changed, Optional<HttpUrl> movedUrl, Instant dueTime)
            implements FeedReport {}

    /** The server said that nothing changed. */
    record Unchanged(Instant dueTime) implements FeedReport {}

    /** Not fetched, or not all entries delivered. The catalog keeps the validators as they were. */
    record Failed(String error, Instant dueTime) implements FeedReport {}
}
