package news.parallax.gateway.limit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import news.parallax.gateway.error.ProblemCode;
import news.parallax.gateway.error.RequestRefused;

/** Slows down who guesses: every try is counted in the catalog before it is made, so that copies cannot be played off. */
@Singleton
public class Throttle {
    private final LimitClient client;
    private final InstantSource clock;

    Throttle(LimitClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * One thing that is counted.
     *
     * @param subject whose tries; 1 to 100 characters
     * @param limit tries in a window
     */
    public record Tries(String subject, int limit) {}

    /** Counts a try against each limit, in windows of that length; TOO_MANY_TRIES if one of them is passed. */
    public void count(Duration window, List<Tries> tries) {
        List<Count> counts = tries.stream()
                .map(one -> Count.at(clock.instant(), one.subject(), window, 1))
                .toList();
        List<Long> totals = client.add(counts);
        boolean tooMany = IntStream.range(0, tries.size())
                .anyMatch(i -> totals.get(i) > tries.get(i).limit());
        if (tooMany) {
            long wait = Math.max(
                    1,
                    counts.getFirst().windowEnd().getEpochSecond()
                            - clock.instant().getEpochSecond());
            throw new RequestRefused(
                    ProblemCode.TOO_MANY_TRIES,
                    "There were too many tries; please wait " + minutes(wait) + ".",
                    Map.of("retryAfterSeconds", Long.toString(wait)));
        }
    }

    private static String minutes(long seconds) {
        long minutes = Math.ceilDiv(seconds, 60);
        return minutes == 1 ? "a minute" : minutes + " minutes";
    }
}
