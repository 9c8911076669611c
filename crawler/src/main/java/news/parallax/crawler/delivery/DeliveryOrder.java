package news.parallax.crawler.delivery;

import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * In which order articles are delivered, over all streams together: the clusterer restores it, as stories depend on it. Safe for
 * threads.
 */
final class DeliveryOrder {

    private final String producerId = UUID.randomUUID().toString();
    private final NavigableSet<Long> open = new TreeSet<>();
    private long last;

    /** By which the numbers are told from those of other crawlers, and of this one before. */
    String producerId() {
        return producerId;
    }

    /** Gives an article its number, 1, 2, 3 …; to be called when nothing keeps it from being sent. */
    synchronized long next() {
        open.add(++last);
        return last;
    }

    /** The article is answered, or not to be sent any more. */
    synchronized void settle(long number) {
        open.remove(number);
    }

    /** Returns the number below which all are settled. */
    synchronized long lowWatermark() {
        return open.isEmpty() ? last + 1 : open.first();
    }
}
