package news.parallax.catalog.feed;

import java.util.Optional;

/** How the fetch of a feed went. */
sealed interface FetchOutcome {
    /**
     * Fetched, and every entry delivered.
     *
     * @param etag validator of the answer; empty if none
     * @param lastModified likewise
     * @param changed whether an entry was new or changed
     * @param movedUrl where the feed is for good; empty if it stays
     */
    record Succeeded(String etag, String lastModified, boolean changed, Optional<FeedUrl> movedUrl)
            implements FetchOutcome {}

    /** Nothing new, says the server. */
    record NotModified() implements FetchOutcome {}

    /** Not fetched, or not all entries delivered. */
    record Failed(String error) implements FetchOutcome {}
}
