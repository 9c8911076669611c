package news.parallax.crawler.fetch;

import news.parallax.crawler.robots.RobotsDirectives;
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
     * @param directives what its X-Robots-Tag asks of us
     */
    record Fetched(
            HttpUrl url,
            String contentType,
            byte[] body,
            Validators validators,
            RobotsDirectives directives,
            Reply reply)
            implements FetchResult {}

    /** Nothing changed since the validators were given. */
    record NotModified(Reply reply) implements FetchResult {}

    /** The server wants to be left alone for a while; {@link Reply#resting} tells whether it was not even asked. */
    record RateLimited(Reply reply) implements FetchResult {}

    /** Something stands in the way that will stand there tomorrow: robots.txt, the guard, a limit, 401, 404, 410 … */
    record Refused(FetchError error, String reason, Reply reply) implements FetchResult {}

    /** Went wrong and may go right later: no connection, time-out, 5xx, or a host that rests after such failures. */
    record Failed(FetchError error, String reason, Reply reply) implements FetchResult {}
}
