package news.parallax.crawler.fetch;

import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;

/** What became of a fetch. */
public sealed interface FetchResult {

    /**
     * A body.
     *
     * @param url where it was found after all redirects
     * @param movedUrl new address, if every redirect on the way was permanent and there was one
     * @param contentType as the server wrote it; empty if it did not say
     */
    record Fetched(HttpUrl url, Optional<HttpUrl> movedUrl, String contentType, byte[] body, Validators validators)
            implements FetchResult {}

    /** Nothing changed since the validators were given. */
    record NotModified() implements FetchResult {}

    /**
     * The server wants to be left alone for a while.
     *
     * @param retryTime when to come back, if it said so
     */
    record RateLimited(Optional<Instant> retryTime) implements FetchResult {}

    /** Something stands in the way that will stand there tomorrow: robots.txt, the guard, a limit, 401, 404, 410 … */
    record Refused(String reason) implements FetchResult {}

    /** Went wrong and may go right later: no connection, time-out, 5xx. */
    record Failed(String reason) implements FetchResult {}
}
