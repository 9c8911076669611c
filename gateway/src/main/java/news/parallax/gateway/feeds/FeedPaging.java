package news.parallax.gateway.feeds;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a feed, in which format: what all addresses of feeds have in common.
 *
 * @param format its ending
 * @param limit items per page as written; null: as set
 * @param cursor where the page starts; null for the first
 */
record FeedPaging(
        @PathParam("format") String format,
        @QueryParam("limit") @Nullable String limit,
        @QueryParam("cursor") @Nullable String cursor) {}
