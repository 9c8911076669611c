package news.parallax.gateway.reader;

import java.time.Instant;

/**
 * A browser in which a reader is logged in.
 *
 * @param id stable; tells nothing of the secret
 * @param client what the browser says of itself; may be empty
 * @param createTime when the reader logged in
 * @param lastUseTime when it was last used, to the minute
 * @param expireTime when it ends
 * @param current whether it is the one that asks
 */
public record SessionView(
        String id, String client, Instant createTime, Instant lastUseTime, Instant expireTime, boolean current) {}
