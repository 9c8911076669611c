package news.parallax.crawler.feed;

import okhttp3.HttpUrl;

/**
 * An address at which there may be a feed.
 *
 * @param title as the page gives it; empty if it does not
 */
public record FeedCandidate(HttpUrl url, String title, Kind kind, Reason reason) {

    /** What the page says it is. */
    public enum Kind {
        RSS,
        ATOM,
        JSON,
        UNKNOWN
    }

    /** Why it is a candidate, surest first. */
    public enum Reason {
        /** The document itself is a feed. */
        ITSELF,
        /** The page declares it as its feed. */
        DECLARED,
        /** The page links to it, and its address looks like a feed's. */
        LINKED,
        /** Nothing names it, but many sites have theirs there. */
        GUESSED
    }
}
