package news.parallax.clusterer.digest.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the calls of the last hour. Belongs to the one thread that asks. */
final class CallBudget {

    private static final Duration HOUR = Duration.ofHours(1);

    private final int callsPerHour;
    private final Deque<Instant> calls = new ArrayDeque<>();

    CallBudget(int callsPerHour) {
        this.callsPerHour = callsPerHour;
    }

    /** Whether a call is left now. */
    boolean isLeft(Instant now) {
        while (!calls.isEmpty() && !calls.getFirst().plus(HOUR).isAfter(now)) {
            calls.removeFirst();
        }
        return calls.size() < callsPerHour;
    }

    /** Takes one, if it is left. */
    boolean take(Instant now) {
        boolean left = isLeft(now);
        if (left) {
            calls.addLast(now);
        }
        return left;
    }
}
