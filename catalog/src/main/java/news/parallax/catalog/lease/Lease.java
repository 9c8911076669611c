package news.parallax.catalog.lease;

import java.time.Duration;

/**
 * The right to do something until it runs out.
 *
 * @param holder whose it is or was; empty if it was given up
 * @param address where the holder can be called
 * @param token grows with each change of the holder
 * @param remaining how long it lasts; zero if it has run out
 */
record Lease(String name, String holder, String address, long token, Duration remaining) {}
