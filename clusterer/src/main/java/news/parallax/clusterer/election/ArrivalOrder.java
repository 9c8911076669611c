package news.parallax.clusterer.election;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import news.parallax.clusterer.Clusterer.Analyzed;
import news.parallax.clusterer.Outcome;
import news.parallax.clusterer.election.HandedIn.Part;
import news.parallax.clusterer.metrics.ClustererMetrics;

/**
 * Has articles filed in the order of their producers, in whichever order streams and copies bring them: stories depend on it.
 * Callers hand in what they have and wait; one of them at a time files what is ready of all, so no thread is needed.
 *
 * <p>No wait is for ever. In a stream numbers grow, and a call brings them in order; so the least number that is not filed is at
 * the head of its stream, waits for nobody, and is what all others wait for. If it does not come, as it was lost with a copy
 * or refused, those that wait go without it after a while.
 */
final class ArrivalOrder {

    private static final int PRODUCERS_MAX = 1_000;

    /** How often a caller looks whether this copy still assigns. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /** Also if it is not to wait for anything. */
    private static final long LEAST_LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final Function<List<Analyzed>, List<Outcome>> filer;
    private final int filedAtOnce;
    private final long waitNanos;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** The longest silent one first. Guarded by lock, like all below. */
    private final Map<String, ProducerOrder<Part>> producers = new LinkedHashMap<>(16, 0.75f, true);

    private long lastTicket;
    private boolean filing;
    private boolean leaving;

    /**
     * @param filer files articles in the order given, one outcome for each
     * @param filedAtOnce articles at most
     * @param wait for an article that is missing
     */
    ArrivalOrder(Function<List<Analyzed>, List<Outcome>> filer, int filedAtOnce, Duration wait) {
        this.filer = filer;
        this.filedAtOnce = filedAtOnce;
        this.waitNanos = wait.toNanos();
    }

    /**
     * Has articles filed when it is their turn.
     *
     * @param stillWanted whether this copy still assigns
     * @return one outcome for each, in order; nothing if this copy assigns no longer: then some may be filed
     * @throws RuntimeException what the filer threw when it had one of them; the others may be filed
     */
    Optional<List<Outcome>> file(Consignment consignment, BooleanSupplier stillWanted) {
        lock.lock();
        var call = new HandedIn(++lastTicket, consignment.items().size());
        try {
            handIn(call, consignment);
            while (call.isOpen()) {
                if (!stillWanted.getAsBoolean()) {
                    return Optional.empty();
                }
                fileNextOrWait();
            }
            return Optional.of(call.outcomes());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssignerFailure("interrupted while waiting for articles that come before", e);
        } finally {
            call.withdraw();
            lock.unlock();
        }
    }

    /** From now on nothing goes without what is missing: that is already sent to another copy, whither all can follow. */
    void leave() {
        lock.lock();
        leaving = true;
        lock.unlock();
    }

    private void handIn(HandedIn call, Consignment consignment) {
        consignment.refused().forEach(position -> {
            ProducerOrder<Part> order = orderOf(position);
            order.raise(position.lowWatermark());
            order.settle(position.number());
        });
        for (int place = 0; place < consignment.items().size(); place++) {
            Consignment.Item item = consignment.items().get(place);
            call.add(place, orderOf(item.position()), item);
        }
        forgetSilent();
        changed.signalAll();
    }

    private ProducerOrder<Part> orderOf(Position position) {
        return producers.computeIfAbsent(position.producer(), _ -> new ProducerOrder<>());
    }

    private void forgetSilent() {
        var oldest = producers.entrySet().iterator();
        for (int excess = producers.size() - PRODUCERS_MAX; excess > 0; excess--) {
            var silent = oldest.next();
            if (silent.getValue().isIdle()) {
                Log.debugf("order of a producer forgotten producer=%s", silent.getKey());
                oldest.remove();
            }
        }
    }

    private void fileNextOrWait() throws InterruptedException {
        List<Part> turn = filing ? List.of() : next();
        if (turn.isEmpty()) {
            long _ = changed.awaitNanos(Math.clamp(waitNanos, LEAST_LOOK_NANOS, LOOK_NANOS));
        } else {
            file(turn);
        }
    }

    /** Each producer's articles in order; first of the producer whose first one was handed in first. */
    private List<Part> next() {
        producers.forEach(this::goWithoutMissing);
        return producers.values().stream()
                .map(ProducerOrder::ready)
                .filter(ready -> !ready.isEmpty())
                .sorted(Comparator.comparingLong(ready -> ready.getFirst().ticket()))
                .flatMap(List::stream)
                .limit(filedAtOnce)
                .toList();
    }

    private void goWithoutMissing(String producer, ProducerOrder<Part> order) {
        List<Part> overdue = order.overdue(waitNanos);
        if (overdue.isEmpty()) {
            return;
        }
        if (leaving) {
            overdue.forEach(part -> part.failed(new AssignerFailure("this copy is about to end", null)));
            return;
        }
        Log.infof(
                "articles filed without those before them producer=%s first=%d articles=%d",
                producer, overdue.getFirst().number(), overdue.size());
        ClustererMetrics.unordered(overdue.size());
        order.raise(overdue.getLast().number());
    }

    private void file(List<Part> turn) {
        filing = true;
        try {
            List<Analyzed> articles = turn.stream().map(Part::article).toList();
            List<Outcome> outcomes = unlocked(() -> filer.apply(articles));
            for (int i = 0; i < turn.size(); i++) {
                turn.get(i).filed(outcomes.get(i));
            }
        } catch (RuntimeException e) {
            turn.forEach(part -> part.failed(e));
        } finally {
            filing = false;
            turn.forEach(part -> part.order().resume());
            changed.signalAll();
        }
    }

    private <T> T unlocked(Supplier<T> work) {
        lock.unlock();
        try {
            return work.get();
        } finally {
            lock.lock();
        }
    }
}
