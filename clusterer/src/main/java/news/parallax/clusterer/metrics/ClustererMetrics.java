package news.parallax.clusterer.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the clusterer counts and measures; deploy/METRICS.md tells what each means. Labels have few values, known beforehand.
 * It all goes to Micrometer's global registry, which leads nowhere until the service starts.
 */
public final class ClustererMetrics {

    private static final String PREFIX = "parallax.clusterer.";
    private static final Set<Unanswered> STREAMS = ConcurrentHashMap.newKeySet();

    /** Where an article was put. */
    public enum Assigned {
        FOUNDED,
        JOINED,
        /** It joined a story as a copy of one of its articles. */
        COPY,
        /** It was here before. */
        REPEATED
    }

    /** What was answered of an article. */
    public enum Answered {
        CREATED,
        UPDATED,
        REFUSED
    }

    private static final Counter ANALYZED = Counter.builder(PREFIX + "articles.analyzed")
            .description("Articles that were analyzed")
            .register(Metrics.globalRegistry);
    private static final Counter UNORDERED = Counter.builder(PREFIX + "articles.unordered")
            .description("Articles that were filed though others were missing before them")
            .register(Metrics.globalRegistry);
    private static final Counter WINDOW_READ = Counter.builder(PREFIX + "window.read")
            .description("Articles read from the catalog with their texts")
            .register(Metrics.globalRegistry);
    private static final Counter TAKEOVERS = Counter.builder(PREFIX + "lease.takeovers")
            .description("How often this copy became the one that assigns")
            .register(Metrics.globalRegistry);
    private static final Timer ANALYSES = timer("analysis", "Analyses of a batch");
    private static final Timer FILINGS = timer("filing", "From an analyzed batch to the catalog's receipt");
    private static final Timer CONSOLIDATIONS = timer("consolidation", "Looks at the stories that got articles");
    private static final Timer REBUILDS = timer("window.rebuild", "Reads of the window from the catalog");

    static {
        gauge("articles.unanswered", "Articles taken in and not yet answered", ClustererMetrics::unanswered);
        Stream.of(Assigned.values()).forEach(ClustererMetrics::assignments);
        Stream.of(Answered.values()).forEach(ClustererMetrics::answers);
    }

    private ClustererMetrics() {}

    /** Analyzes a batch, and measures that. */
    public static <T> T analysis(int articles, Supplier<T> work) {
        T analyzed = measured(ANALYSES, work);
        ANALYZED.increment(articles);
        return analyzed;
    }

    /** Files a batch, and measures that. */
    public static <T> T filing(Supplier<T> work) {
        return measured(FILINGS, work);
    }

    /** Articles are filed though others are missing before them. */
    public static void unordered(int articles) {
        UNORDERED.increment(articles);
    }

    /** Looks at stories again, and measures that. */
    public static <T> T consolidation(Supplier<T> work) {
        return measured(CONSOLIDATIONS, work);
    }

    /** This copy assigns from now on. */
    public static void tookOver() {
        TAKEOVERS.increment();
    }

    /** Articles that were not remembered were read from the catalog. */
    public static void windowRead(int articles) {
        WINDOW_READ.increment(articles);
    }

    /** Reads the window back, and measures that. */
    public static <T> T rebuild(Supplier<T> work) {
        return measured(REBUILDS, work);
    }

    /** An article was put somewhere; the catalog may know better. */
    public static void assigned(Assigned outcome) {
        assignments(outcome).increment();
    }

    /** Measures something whenever somebody asks; the first of one name stays. */
    public static void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(PREFIX + name, value)
                .description(description)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    /** Begins to count the articles of one stream. */
    public static Unanswered stream() {
        var stream = new Unanswered();
        STREAMS.add(stream);
        return stream;
    }

    /** Articles of one stream that are not answered yet; after its end they are nobody's here. */
    public static final class Unanswered implements AutoCloseable {

        private final AtomicLong articles = new AtomicLong();

        private Unanswered() {}

        public void received() {
            articles.incrementAndGet();
        }

        public void answered(Answered outcome) {
            articles.decrementAndGet();
            answers(outcome).increment();
        }

        @Override
        public void close() {
            STREAMS.remove(this);
        }
    }

    /** What fails is not measured: it says how long the catalog was waited for. */
    private static <T> T measured(Timer timer, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        timer.record(Duration.ofNanos(System.nanoTime() - start));
        return result;
    }

    private static long unanswered() {
        return STREAMS.stream().mapToLong(stream -> stream.articles.get()).sum();
    }

    private static Timer timer(String name, String description) {
        return Timer.builder(PREFIX + name).description(description).register(Metrics.globalRegistry);
    }

    private static Counter assignments(Assigned outcome) {
        return counter("articles.assigned", "Articles by where they were put", outcome);
    }

    private static Counter answers(Answered outcome) {
        return counter("articles.answered", "Articles by what was answered", outcome);
    }

    private static Counter counter(String name, String description, Enum<?> outcome) {
        return Counter.builder(PREFIX + name)
                .description(description)
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(Metrics.globalRegistry);
    }
}
