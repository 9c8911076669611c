package news.parallax.clusterer.election;

import java.time.Duration;

/**
 * The right to assign.
 *
 * @param holder whose it is; empty if it was given up
 * @param address where the holder is called
 * @param token grows with each change of the holder
 * @param remaining how long it lasted when the catalog answered; zero if it had run out
 */
record Lease(String holder, String address, long token, Duration remaining) {}
