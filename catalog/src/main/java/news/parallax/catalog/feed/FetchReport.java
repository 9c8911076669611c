package news.parallax.catalog.feed;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody who had a lease on a feed says at its end.
 *
 * @param dueTime when to fetch it again; empty leaves it to the catalog
 */
record FetchReport(
        String feedId, String leaseToken, FetchOutcome outcome, FetchAnswer answer, Optional<Instant> dueTime) {}
