package news.parallax.crawler.delivery;

import java.time.Instant;
import java.util.Optional;
import news.parallax.crawler.fetch.Validators;

/**
 * A feed that is ours to fetch until the lease expires.
 *
 * @param section as the outlet names it; empty if the feed lists everything
 * @param failureCount fetches that failed since the last that did not
 * @param changeTime when its contents last changed; empty if never seen
 */
public record LeasedFeed(
        String id,
        String url,
        String section,
        Validators validators,
        int failureCount,
        Optional<Instant> changeTime,
        String leaseToken,
        Instant expireTime) {}
