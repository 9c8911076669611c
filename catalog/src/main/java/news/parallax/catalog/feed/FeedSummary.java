package news.parallax.catalog.feed;

import java.time.Duration;
import java.util.Map;

/**
 * How the feeds are.
 *
 * @param healths feeds by health
 * @param errors feeds by what went wrong with their last fetch
 * @param leased feeds that somebody has now
 * @param due feeds that wait although they are due
 * @param overdue for how long the longest of them waits
 */
record FeedSummary(
        Map<FeedHealth, Integer> healths, Map<FetchError, Integer> errors, int leased, int due, Duration overdue) {}
