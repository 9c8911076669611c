package news.parallax.catalog.lease;

import java.time.Duration;

/**
 * What a process wants.
 *
 * @param holder who it is
 * @param address where it can be called
 * @param duration how long the lease is to last unless it is renewed
 */
record LeaseWish(String name, String holder, String address, Duration duration) {}
