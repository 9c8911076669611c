package news.parallax.gateway.limit;

/**
 * How somebody stands with a limit, after a request of theirs.
 *
 * @param granted whether the request is within the limit
 * @param limit requests in a window
 * @param remaining how many more are granted in this window
 * @param resetSeconds until the next window begins; at least 1
 */
public record Standing(boolean granted, int limit, int remaining, long resetSeconds) {}
