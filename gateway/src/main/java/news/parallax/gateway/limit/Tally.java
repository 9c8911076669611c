package news.parallax.gateway.limit;

import java.time.Instant;

/** The requests of one subject in one window, as far as this copy knows: what all copies had counted, and what it has not told yet. */
final class Tally {
    private final Count window;
    private long known;
    private int telling;
    private int untold;

    /** @param window whose and which window; its number does not matter */
    Tally(Count window) {
        this.window = window;
    }

    /** Counts a request if it is within the limit. */
    synchronized Standing take(int limit, Instant now) {
        boolean granted = known + telling + untold < limit;
        if (granted) {
            untold++;
        }
        long remaining = Math.max(0, limit - known - telling - untold);
        long reset = Math.max(1, window.windowEnd().getEpochSecond() - now.getEpochSecond());
        return new Standing(granted, limit, (int) remaining, reset);
    }

    synchronized boolean hasUntold() {
        return untold > 0;
    }

    /** Returns what is to be told now; followed by {@link #told} or {@link #notTold}. */
    synchronized Count tell() {
        telling = untold;
        untold = 0;
        return new Count(window.subject(), window.windowStart(), window.window(), telling);
    }

    synchronized void told(long total) {
        known = total;
        telling = 0;
    }

    synchronized void notTold() {
        untold += telling;
        telling = 0;
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(window.windowStart()) && moment.isBefore(window.windowEnd());
    }
}
