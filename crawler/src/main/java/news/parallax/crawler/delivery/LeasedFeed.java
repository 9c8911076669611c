package news.parallax.crawler.delivery;

import java.time.Instant;
import news.parallax.crawler.fetch.Validators;

/**
 * A feed that is ours to fetch until the lease expires.
 *
 * @param section as the outlet names it; empty if the feed lists everything
 */
public record LeasedFeed(
        String id, String url, String section, Validators validators, String leaseToken, Instant expireTime) {}
