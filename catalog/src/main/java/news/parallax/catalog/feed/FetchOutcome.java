package news.parallax.catalog.feed;

import java.time.Instant;
import java.util.Optional;

/** How the fetch of a feed went. */
sealed interface FetchOutcome {
    /**
     * Fetched, and every entry delivered.
     *
     * @param etag validator of the answer; empty if none
     * @param lastModified likewise
     * @param newEntries entries that were new or changed
     * @param newestEntryTime when the newest of all entries was published
     */
    record Succeeded(String etag, String lastModified, int newEntries, Optional<Instant> newestEntryTime)
            implements FetchOutcome {}

    /** Nothing new, says the server. */
    record NotModified() implements FetchOutcome {}

    /** Not fetched, or not all entries delivered. */
    record Failed(FetchError kind, String error) implements FetchOutcome {}
}
