package news.parallax.catalog.limit;

import java.time.Instant;
import java.util.Comparator;

/** A span of time in which requests of a subject are counted. */
record Window(String subject, Instant start, int seconds) implements Comparable<Window> {
    /** Any order will do that is the same for all. */
    private static final Comparator<Window> ORDER =
            Comparator.comparing(Window::subject).thenComparing(Window::start).thenComparing(Window::seconds);

    Instant end() {
        return start.plusSeconds(seconds);
    }

    @Override
    public int compareTo(Window other) {
        return ORDER.compare(this, other);
    }
}
