package news.parallax.catalog.metrics;

import java.util.Map;

/**
 * How feeds are and what waits, in the whole database; NaN is not known.
 *
 * @param feeds by health, those that are not retired
 * @param dueFeeds feeds that are due and that nobody has
 * @param overdueSeconds for how long the longest of them waits
 * @param dueStories changes of stories that are to be indexed
 * @param unsentChanges changes of stories of which messages to webhooks are still to be made
 * @param unsentSeconds age of the oldest of them
 * @param waitingDeliveries messages to webhooks that are not sent yet, or are to be sent again
 */
record Backlog(
        Map<String, Long> feeds,
        double dueFeeds,
        double overdueSeconds,
        double dueStories,
        double unsentChanges,
        double unsentSeconds,
        double waitingDeliveries) {

    static final Backlog UNKNOWN =
            new Backlog(Map.of(), Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Returns how many feeds have that health. */
    double feeds(String health) {
        return this == UNKNOWN ? Double.NaN : feeds.getOrDefault(health, 0L);
    }
}
