package news.parallax.clusterer.election;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import news.parallax.clusterer.Clusterer.Analyzed;
import news.parallax.clusterer.Outcome;
import org.jspecify.annotations.Nullable;

/** What one caller has handed in, until each article has its outcome. Guarded by the lock of its {@link ArrivalOrder}. */
final class HandedIn {

    /** Grows with each call. */
    private final long ticket;

    private final List<Part> open = new ArrayList<>();
    private final @Nullable Outcome[] outcomes;
    private @Nullable RuntimeException failure;

    HandedIn(long ticket, int articles) {
        this.ticket = ticket;
        this.outcomes = new Outcome[articles];
    }

    /** One article. Not a record: one is not another that is equal. */
    static final class Part {

        private final HandedIn whole;
        private final int place;
        private final ProducerOrder<Part> order;
        private final long number;
        private final Analyzed article;

        private Part(HandedIn whole, int place, ProducerOrder<Part> order, Consignment.Item item) {
            this.whole = whole;
            this.place = place;
            this.order = order;
            this.number = item.position().number();
            this.article = item.article();
        }

        long ticket() {
            return whole.ticket;
        }

        long number() {
            return number;
        }

        Analyzed article() {
            return article;
        }

        ProducerOrder<Part> order() {
            return order;
        }

        /** It has its outcome; its number need not be waited for any more. */
        void filed(Outcome outcome) {
            order.settle(number);
            order.remove(number, this);
            whole.open.remove(this);
            whole.outcomes[place] = outcome;
        }

        /** Its whole call fails. */
        void failed(RuntimeException reason) {
            whole.failure = reason;
            whole.withdraw();
        }
    }

    void add(int place, ProducerOrder<Part> order, Consignment.Item item) {
        var part = new Part(this, place, order, item);
        open.add(part);
        order.add(item.position(), part);
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    /** What is not filed is not to be filed any more. */
    void withdraw() {
        open.forEach(part -> part.order.remove(part.number, part));
        open.clear();
    }

    /**
     * Returns one for each article, in order, when nothing is open any more.
     *
     * @throws RuntimeException why not all have one
     */
    List<Outcome> outcomes() {
        if (failure != null) {
            throw failure;
        }
        return List.copyOf(Arrays.asList(outcomes));
    }
}
