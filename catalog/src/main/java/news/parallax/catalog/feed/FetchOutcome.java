package news.parallax.catalog.feed;

import java.time.Instant;
import java.util.Optional;

/** How the fetch of a feed went. */
sealed interface FetchOutcome {
    /**
     * Fetched and read.
     *
     * @param etag validator of the answer; empty if none
     * @param lastModified likewise
     * @param newEntries entries that were new or changed, those that are open included
     * @param newestEntryTime when the newest of all entries was published
     * @param hub where changes can be subscribed to
     */
    record Succeeded(
            String etag,
            String lastModified,
            int newEntries,
            Optional<Instant> newestEntryTime,
            EntryCounts entries,
            Optional<Hub> hub)
            implements FetchOutcome {}

    /**
     * What became of the entries of a feed that was read.
     *
     * @param stored delivered by this visit
     * @param open neither delivered nor given up
     * @param givenUp not tried again unless they change
     * @param error on the last that is open, or else given up; empty if none is
     */
    record EntryCounts(int stored, int open, int givenUp, String error) {
        static final EntryCounts NONE = new EntryCounts(0, 0, 0, "");
    }

    /** Nothing new, says the server. */
    record NotModified() implements FetchOutcome {}

    /** Not fetched, or no feed. */
    record Failed(FetchError kind, String error) implements FetchOutcome {}
}
