package news.parallax.gateway.desk;

import java.time.Duration;
import java.util.List;

/**
 * How the feeds are.
 *
 * @param feedCount all feeds
 * @param healths feeds by health
 * @param errors feeds by why their last fetch failed, most first
 * @param leasedCount feeds that are fetched at this moment
 * @param dueCount feeds that wait although they are due
 * @param overdue for how long the longest of them waits
 */
public record FeedSummaryView(
        int feedCount,
        List<LabeledCountView> healths,
        List<LabeledCountView> errors,
        int leasedCount,
        int dueCount,
        Duration overdue) {
    /**
     * A number of feeds.
     *
     * @param key what they have in common
     * @param feedCount how many they are
     */
    public record LabeledCountView(String key, int feedCount) {}

    /** For how long the longest waits, in minutes. */
    public long overdueMinutes() {
        return overdue.toMinutes();
    }
}
