package news.parallax.crawler.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the crawler counts and measures, by OpenMetrics' conventions; deploy/METRICS.md tells what each means. Labels have few values, known beforehand: never a
 * host, a URL or a message. It all goes to Micrometer's global registry, which leads nowhere until the service starts.
 */
public final class CrawlMetrics {

    private static final String PREFIX = "parallax.crawler.";
    private static final String OUTCOME = "outcome";
    private static final String ERROR = "error";
    private static final String NO_ERROR = "none";

    private static final Timer REQUESTS = Timer.builder(PREFIX + "request")
            .description("Requests to web servers, from connecting to the last byte")
            .register(Metrics.globalRegistry);
    private static final Counter BYTES = Counter.builder(PREFIX + "fetched")
            .baseUnit("bytes")
            .description("Bodies that were read, after decompression")
            .register(Metrics.globalRegistry);
    private static final Timer HOST_WAITS = Timer.builder(PREFIX + "host.wait")
            .description("Waits until a host may be asked")
            .register(Metrics.globalRegistry);
    private static final Counter HOSTS_BUSY =
            counter("hosts.busy", "Requests that were not made because another crawler is at the host");
    private static final Counter ROBOTS_DENIALS = counter("robots.denials", "URLs that robots.txt keeps us from");
    private static final Counter OPEN_ENTRIES =
            counter("entries.open", "Entries that were still open when their feed was reported");
    private static final Counter LEASED = counter("feeds.leased", "Feeds that the catalog handed out");

    static {
        // All are there from the start: a share or a rate of what never happened is 0, not unknown.
        Stream.of("fetched", "not_modified", "rate_limited").forEach(outcome -> fetches(outcome, NO_ERROR));
        Stream.of("extracted", "refused", "listing", "waiting", "failed").forEach(CrawlMetrics::pages);
        Stream.of("created", "updated", "refused").forEach(CrawlMetrics::articles);
        Stream.of("succeeded", "unchanged", "failed", "lease_lost").forEach(CrawlMetrics::feedReports);
    }

    private CrawlMetrics() {}

    private static Counter counter(String name, String description, String... labels) {
        return Counter.builder(PREFIX + name)
                .description(description)
                .tags(labels)
                .register(Metrics.globalRegistry);
    }

    /** One request to a server, answered or not. */
    public static void request(Duration time, long bytes) {
        REQUESTS.record(time);
        BYTES.increment(bytes);
    }

    /** One URL was fetched or not, redirects included. */
    public static void fetched(String outcome) {
        fetched(outcome, NO_ERROR);
    }

    /** One URL was not fetched. */
    public static void fetched(String outcome, Enum<?> error) {
        fetched(outcome, label(error));
    }

    private static void fetched(String outcome, String error) {
        fetches(outcome, error).increment();
    }

    private static Counter fetches(String outcome, String error) {
        return counter("fetches", "URLs that were fetched or not, after redirects", OUTCOME, outcome, ERROR, error);
    }

    /** One wait for a host, however short. */
    public static void waitedForHost(Duration time) {
        HOST_WAITS.record(time);
    }

    public static void hostBusy() {
        HOSTS_BUSY.increment();
    }

    public static void robotsDenied() {
        ROBOTS_DENIALS.increment();
    }

    /** What became of one page. */
    public static void page(String outcome) {
        pages(outcome).increment();
    }

    private static Counter pages(String outcome) {
        return counter("pages", "Pages by what became of them", OUTCOME, outcome);
    }

    /** What the clusterer says of one article. */
    public static void article(String outcome) {
        articles(outcome).increment();
    }

    private static Counter articles(String outcome) {
        return counter("articles", "Articles by what the clusterer answered", OUTCOME, outcome);
    }

    public static void feedsLeased(int feeds) {
        LEASED.increment(feeds);
    }

    /** What became of one leased feed, and of the new entries that it still has open. */
    public static void feedReported(String outcome, int openEntries) {
        feedReports(outcome).increment();
        OPEN_ENTRIES.increment(openEntries);
    }

    private static Counter feedReports(String outcome) {
        return counter("feeds.reported", "Feeds by what the catalog was told of them", OUTCOME, outcome);
    }

    /** Measures something whenever somebody asks; the first of one name stays. */
    public static void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(PREFIX + name, value)
                .description(description)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
