package news.parallax.clusterer.election;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What waits of one producer, by its numbers, and which numbers need not be waited for any more. Belongs to whoever holds the
 * lock of its {@link ArrivalOrder}.
 *
 * @param <T> what waits
 */
final class ProducerOrder<T> {

    /** A producer has a few hundred articles open; whoever has more settled before others waits for those. */
    private static final int SETTLED_AHEAD_MAX = 10_000;

    /** All smaller numbers are settled. */
    private long floor;

    /** Settled numbers that are not smaller. */
    private final NavigableSet<Long> settledAhead = new TreeSet<>();

    private final NavigableMap<Long, List<Waiting<T>>> waiting = new TreeMap<>();

    /** Since when what waits could have been overtaken: before, it was filed itself. */
    private long resumedNanos = System.nanoTime();

    private record Waiting<T>(T item, long sinceNanos) {}

    void add(Position position, T item) {
        raise(position.lowWatermark());
        waiting.computeIfAbsent(position.number(), _ -> new ArrayList<>()).add(new Waiting<>(item, System.nanoTime()));
    }

    /** Takes out what was filed, or is not to be filed any more. */
    void remove(long number, T item) {
        List<Waiting<T>> same = waiting.getOrDefault(number, new ArrayList<>());
        same.removeIf(each -> each.item().equals(item));
        if (same.isEmpty()) {
            waiting.remove(number);
        }
    }

    boolean isIdle() {
        return waiting.isEmpty();
    }

    /** A number is not waited for any more: its article is filed, or does not come. */
    void settle(long number) {
        if (number == floor || (number > floor && settledAhead.size() < SETTLED_AHEAD_MAX)) {
            settledAhead.add(number);
            raise(floor);
        }
    }

    /** All smaller numbers are settled. */
    void raise(long lowWatermark) {
        floor = Math.max(floor, lowWatermark);
        settledAhead.headSet(floor).clear();
        while (settledAhead.remove(floor)) {
            floor++;
        }
    }

    /** Returns what can be filed now, in order: before it no number is missing that is neither settled nor returned as well. */
    List<T> ready() {
        List<T> ready = new ArrayList<>();
        long next = floor;
        for (var entry : waiting.entrySet()) {
            while (settledAhead.contains(next)) {
                next++;
            }
            if (entry.getKey() > next) {
                return ready;
            }
            next = Math.max(next, entry.getKey() + 1);
            entry.getValue().forEach(each -> ready.add(each.item()));
        }
        return ready;
    }

    /** The time begins anew that what waits has to wait at most: nothing could come while this producer's articles were filed. */
    void resume() {
        resumedNanos = System.nanoTime();
    }

    /** Returns, in order, what has waited for so long for a number that is missing; empty while something is ready. */
    List<T> overdue(long waitNanos) {
        long now = System.nanoTime();
        if (now - resumedNanos < waitNanos || !ready().isEmpty()) {
            return List.of();
        }
        return waiting.values().stream()
                .flatMap(List::stream)
                .filter(each -> now - each.sinceNanos() >= waitNanos)
                .map(Waiting::item)
                .toList();
    }
}
