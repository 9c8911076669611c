package news.parallax.gateway.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What clients met, in nanoseconds of one clock, and so how long a fault could be seen. Safe for threads. */
final class Timeline {
    /** What takes longer is as good as broken to whoever waits. */
    static final Duration SLOW = Duration.ofSeconds(1);

    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Long> acknowledgements = new ArrayList<>();

    /**
     * One request of a reader to one gateway.
     *
     * @param good whether it was answered as it should be
     */
    record Attempt(String reader, long start, long end, boolean good) {
        boolean fine() {
            return good && end - start <= SLOW.toNanos();
        }
    }

    synchronized void asked(Attempt attempt) {
        attempts.add(attempt);
    }

    synchronized void acknowledged(long at) {
        acknowledgements.add(at);
    }

    /**
     * How long a reader was without a good answer at most, in what began between two moments: from the start of the first
     * request that failed or was slow to the end of the first fine one after; zero if all were fine.
     */
    synchronized Duration readersWaited(long from, long to) {
        Map<String, Long> since = new HashMap<>();
        long longest = 0;
        for (Attempt attempt : attempts) {
            Long start = since.get(attempt.reader);
            if (start == null && !attempt.fine() && attempt.end >= from && attempt.start <= to) {
                since.put(attempt.reader, attempt.start);
                longest = Math.max(longest, attempt.end - attempt.start);
            } else if (start != null) {
                longest = Math.max(longest, attempt.end - start);
                if (attempt.fine()) {
                    since.remove(attempt.reader);
                }
            }
        }
        return Duration.ofNanos(longest);
    }

    /** The longest time between two moments in which no article was acknowledged. */
    synchronized Duration articlesWaited(long from, long to) {
        long longest = 0;
        long last = from;
        for (long at : acknowledgements) {
            if (at > from && at < to) {
                longest = Math.max(longest, at - last);
                last = at;
            }
        }
        return Duration.ofNanos(Math.max(longest, to - last));
    }

    synchronized int acknowledgedCount() {
        return acknowledgements.size();
    }
}
