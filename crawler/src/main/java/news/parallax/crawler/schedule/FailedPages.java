package news.parallax.crawler.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers pages that could not be had, so that they are not asked for at every refresh. In memory and bounded: what
 * is forgotten is merely tried once more. Safe for threads.
 */
public final class FailedPages {

    private final int attemptsMax;
    private final Duration firstWait;
    private final InstantSource clock;
    private final Map<String, Failure> failures;

    public FailedPages(int attemptsMax, Duration firstWait, int size, InstantSource clock) {
        this.attemptsMax = attemptsMax;
        this.firstWait = firstWait;
        this.clock = clock;
        this.failures = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failure> eldest) {
                return size() > size;
            }
        };
    }

    /** What is to be done with a page. The state of an entry is part of the key: a changed entry is a new page. */
    public synchronized Verdict verdict(String page) {
        Failure failure = failures.get(page);
        if (failure == null) {
            return Verdict.FETCH;
        }
        if (failure.attempts >= attemptsMax) {
            return Verdict.GIVEN_UP;
        }
        return failure.retryTime.isAfter(clock.instant()) ? Verdict.WAIT : Verdict.FETCH;
    }

    /** The page failed for the moment. */
    public synchronized void failed(String page) {
        Failure before = failures.remove(page);
        int attempts = before == null ? 1 : before.attempts + 1;
        Duration wait = firstWait.multipliedBy(1L << Math.min(attempts - 1, 16));
        failures.put(page, new Failure(attempts, clock.instant().plus(wait)));
    }

    /** The page is refused, and would be again. */
    public synchronized void refused(String page) {
        failures.remove(page);
        failures.put(page, new Failure(attemptsMax, Instant.MAX));
    }

    public synchronized void succeeded(String page) {
        failures.remove(page);
    }

    /** What is to be done with a page. */
    public enum Verdict {
        FETCH,
        WAIT,
        GIVEN_UP
    }

    private record Failure(int attempts, Instant retryTime) {}
}
