package news.parallax.crawler.fetch;

import okhttp3.HttpUrl;

/** What became of a fetch. */
public sealed interface FetchResult {

    /** What the server said beside the body. */
    Reply reply();

    /**
     * A body.
     *
     * @param url where it was found after all redirects
     * @param contentType as the server wrote it; empty if it did not say
     */
    record Fetched(HttpUrl url, String contentType, byte[] body, Validators validators, Reply reply)
            implements FetchResult {}

    /** Nothing changed since the validators were given. */
    record NotModified(Reply reply) implements FetchResult {}

    /** The server wants to be left alone for a while. */
    record RateLimited(Reply reply) implements FetchResult {}

    /** Something stands in the way that will stand there tomorrow: robots.txt, the guard, a limit, 401, 404, 410 … */
    record Refused(FetchError error, String reason, Reply reply) implements FetchResult {}

    /** Went wrong and may go right later: no connection, time-out, 5xx. */
    record Failed(FetchError error, String reason, Reply reply) implements FetchResult {}
}
