package news.parallax.gateway.cache;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Has one request make an answer that many ask for at once; the others wait for it. */
@Singleton
class Flights {
    private static final int WAITING_LIMIT = 1_000;

    private final ConcurrentMap<AnswerKey, Flight> flights = new ConcurrentHashMap<>();

    /** One answer on its way. */
    final class Flight {
        private final AnswerKey key;
        private final List<Runnable> waiting = new ArrayList<>();
        private boolean landed;

        private Flight(AnswerKey key) {
            this.key = key;
        }

        /** The answer is there, or will not come; those who wait look for themselves. May be told again. */
        void land() {
            List<Runnable> rest;
            synchronized (this) {
                landed = true;
                rest = List.copyOf(waiting);
                waiting.clear();
            }
            flights.remove(key, this);
            rest.forEach(Runnable::run);
        }

        private synchronized boolean board(Runnable afterLanding) {
            return !landed && waiting.size() < WAITING_LIMIT && waiting.add(afterLanding);
        }
    }

    /** What is to be done now. */
    sealed interface Part {
        /** Make the answer, and land. */
        record Lead(Flight flight) implements Part {}

        /** Wait: the given action is called after landing. */
        record Wait() implements Part {}

        /** Make the answer for oneself alone. */
        record Alone() implements Part {}
    }

    boolean isUnderWay(AnswerKey key) {
        return flights.containsKey(key);
    }

    Part join(AnswerKey key, Runnable afterLanding) {
        Flight mine = new Flight(key);
        Flight first = flights.putIfAbsent(key, mine);
        if (first == null) {
            return new Part.Lead(mine);
        }
        return first.board(afterLanding) ? new Part.Wait() : new Part.Alone();
    }
}
