package news.parallax.gateway.limit;

import java.time.Duration;
import java.time.Instant;

/**
 * Requests to add to a count.
 *
 * @param subject whose, and of which kind; 1 to 100 characters
 * @param windowStart when the window began
 * @param window how long it is; whole seconds, up to a day
 * @param requests how many to add
 */
record Count(String subject, Instant windowStart, Duration window, int requests) {
    /** Returns the count of so many requests in the window that holds the moment; windows follow each other from the epoch on. */
    static Count at(Instant moment, String subject, Duration window, int requests) {
        long seconds = window.toSeconds();
        return new Count(
                subject,
                Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds),
                window,
                requests);
    }

    Instant windowEnd() {
        return windowStart.plus(window);
    }
}
