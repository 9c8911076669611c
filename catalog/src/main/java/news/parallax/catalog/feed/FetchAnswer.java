package news.parallax.catalog.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a server said beside the contents of a feed.
 *
 * @param status of its last answer; 0 if there was none
 * @param redirect where redirects led; empty if there were none
 * @param permanent whether each of them was permanent
 * @param freshFor for how long it asks not to be asked again; zero if it does not
 * @param retryTime until when it asks to be left alone
 */
record FetchAnswer(
        int status, Optional<FeedUrl> redirect, boolean permanent, Duration freshFor, Optional<Instant> retryTime) {
    /** Returns where the feed is for good; empty if it stays. */
    Optional<FeedUrl> movedTo() {
        return permanent ? redirect : Optional.empty();
    }

    /** Returns whether what answered may be somebody else for the time being. */
    boolean isDetour() {
        return redirect.isPresent() && !permanent;
    }
}
