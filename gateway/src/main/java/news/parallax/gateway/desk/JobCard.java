package news.parallax.gateway.desk;

import java.time.Instant;
import news.parallax.gateway.page.TimeView;

/**
 * A job of the catalog, with its last run.
 *
 * @param name UPPER_SNAKE
 * @param description what it does
 * @param started when the last run began
 * @param outcome done, failed or running
 * @param error what went wrong; empty if nothing did
 * @param itemCount how many things it did something to
 * @param due when it runs next
 */
record JobCard(
        String name, String description, TimeView started, String outcome, String error, long itemCount, TimeView due) {
    static JobCard of(JobView view, Instant now) {
        return new JobCard(
                view.name(),
                view.description(),
                TimeView.of(view.startTime(), now),
                view.outcome(),
                view.error(),
                view.itemCount(),
                TimeView.of(view.dueTime(), now));
    }
}
