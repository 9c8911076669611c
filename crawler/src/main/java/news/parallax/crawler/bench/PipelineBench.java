package news.parallax.crawler.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.CrawlerParts;
import news.parallax.crawler.archive.ArchivedArticles;
import news.parallax.crawler.delivery.ClustererClient;
import news.parallax.crawler.delivery.CrawledArticle;
import news.parallax.crawler.delivery.DeliveryOutcome;
import news.parallax.crawler.page.ExtractedArticle;

/**
 * Measures a running system from the stream in to what a visitor of the gateway sees: articles with texts of their own, then
 * as many copies of them by other outlets, then others at half the rate that was reached, of which some are looked up until
 * they are there; then stories that nobody has asked for before; last, if there are several clusterers, the one that assigns
 * is killed. Prints one JSON object.
 *
 * <p>Arguments: how many articles, where the clusterers are ({@code name:port}), the gateway's URL, then the processes as
 * {@code service=pid}, and JSONL archives if their articles are to be sent instead of invented ones; what the catalog's
 * process has started counts as its database.
 */
public final class PipelineBench {

    private static final String PROCESS = "\\w+=\\d+";
    private static final int WARM_UP_ARTICLES = 1_000;
    private static final Duration HALF_LOAD = Duration.ofSeconds(60);
    private static final int SAMPLES_A_SECOND = 3;
    private static final long LOOK_INTERVAL_MILLIS = 50;

    /** Part of the time waited so far after which it is looked again: so exact is what is measured. */
    private static final double LOOK_AGAIN_AFTER = 0.1;

    private static final int REQUESTS = 1_000;
    private static final int AFTER_KILL_ARTICLES = 100;
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

    private final ObjectNode report = new ObjectMapper().createObjectNode();
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private final InventedArticles invented = new InventedArticles(1, Instant.now());
    private final Queue<ExtractedArticle> archived = new ArrayDeque<>();
    private boolean fromArchives;
    private final List<ExtractedArticle> originals = new ArrayList<>();
    private final Queue<String> storyIds = new ConcurrentLinkedQueue<>();
    private final ClustererClient clusterer;
    private final int clustererPort;
    private final String gateway;
    private final Map<String, List<ServiceUsage>> services = new TreeMap<>();

    private PipelineBench(ClustererClient clusterer, int clustererPort, String gateway, List<String> processes) {
        this.clusterer = clusterer;
        this.clustererPort = clustererPort;
        this.gateway = gateway;
        for (String process : processes) {
            String[] parts = process.split("=", 2);
            long pid = Long.parseLong(parts[1]);
            services.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(new ServiceUsage(pid, false));
            if (parts[0].equals("catalog")) {
                services.put("database", List.of(new ServiceUsage(pid, true)));
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        CrawlerConfig config = CrawlerParts.config(Map.of());
        Logger.getLogger("").setLevel(Level.WARNING);
        ManagedChannel channel = NettyChannelBuilder.forTarget("dns:///" + arguments[1])
                .defaultLoadBalancingPolicy("round_robin")
                .usePlaintext()
                .build();
        var clusterer = new ClustererClient(channel, config);
        List<String> rest = Stream.of(arguments).skip(3).toList();
        var bench = new PipelineBench(
                clusterer,
                Integer.parseInt(arguments[1].split(":")[1]),
                arguments[2],
                rest.stream().filter(word -> word.matches(PROCESS)).toList());
        bench.read(rest.stream()
                .filter(word -> !word.matches(PROCESS))
                .map(Path::of)
                .toList());
        bench.run(Integer.parseInt(arguments[0]));
        System.out.println(bench.report);
        clusterer.close();
        channel.shutdownNow();
        System.exit(0);
    }

    private void run(int articles) throws Exception {
        System.err.println("warming up …");
        send(WARM_UP_ARTICLES, this::next);
        report.put("texts", fromArchives ? "archived" : "invented");
        double rate = measure("articles", articles, () -> {
            ExtractedArticle article = next();
            originals.add(article);
            return article;
        });
        var original = originals.iterator();
        measure("copied_articles", articles, () -> invented.copy(original.next()));
        visibility(rate / 2);
        requests("story_json", "/v1/stories/");
        requests("story_pages", "/stories/");
        if (clusterers().size() > 1) {
            takeover();
        }
        ObjectNode memory = report.putObject("peak_resident_mib");
        services.forEach((service, usages) -> memory.put(
                service,
                usages.stream().mapToLong(ServiceUsage::peakResidentMib).sum()));
    }

    private void read(List<Path> archives) throws IOException {
        for (Path archive : archives) {
            archived.addAll(ArchivedArticles.of(archive));
        }
        fromArchives = !archived.isEmpty();
    }

    private ExtractedArticle next() {
        return fromArchives ? archived.remove() : invented.next();
    }

    private int available(int wanted) {
        return fromArchives ? Math.min(wanted, archived.size()) : wanted;
    }

    /** Returns articles stored in a second. */
    private double measure(String what, int count, Supplier<ExtractedArticle> source) throws InterruptedException {
        System.err.printf("%d %s …%n", count, what);
        Map<String, Double> before = cpuSeconds();
        double seconds = send(count, source);
        costs(what, count, seconds, before);
        return count / seconds;
    }

    private void costs(String what, int count, double seconds, Map<String, Double> cpuBefore) {
        ObjectNode part = report.putObject(what).put("count", count);
        part.put("per_second", rounded(count / seconds));
        ObjectNode cpu = part.putObject("cpu_ms_each");
        cpuSeconds()
                .forEach((service, after) ->
                        cpu.put(service, rounded(1000 * (after - cpuBefore.getOrDefault(service, 0.0)) / count)));
    }

    private Map<String, Double> cpuSeconds() {
        Map<String, Double> seconds = new TreeMap<>();
        services.forEach((service, usages) -> seconds.put(
                service, usages.stream().mapToDouble(ServiceUsage::cpuSeconds).sum()));
        return seconds;
    }

    /** Returns the seconds until all were stored. */
    private double send(int count, Supplier<ExtractedArticle> source) throws InterruptedException {
        var answered = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int number = 0; number < count; number++) {
            deliver(source.get(), answered::countDown);
        }
        answered.await();
        return (System.nanoTime() - start) / 1e9;
    }

    private void deliver(ExtractedArticle article, Runnable whenStored) throws InterruptedException {
        var _ = clusterer
                .deliver(new CrawledArticle(article, Instant.now(), Optional.empty()))
                .whenComplete((outcome, error) -> {
                    if (outcome instanceof DeliveryOutcome.Stored stored) {
                        storyIds.add(stored.storyId());
                    } else {
                        System.err.printf("not stored: %s %s%n", outcome, error);
                        System.exit(1);
                    }
                    whenStored.run();
                });
    }

    private void visibility(double rate) throws InterruptedException {
        System.err.printf("%.0f articles a second …%n", rate);
        int count = available((int) (rate * HALF_LOAD.toSeconds()) + AFTER_KILL_ARTICLES) - AFTER_KILL_ARTICLES;
        int every = (int) Math.max(1, rate / SAMPLES_A_SECOND);
        Queue<Double> stored = new ConcurrentLinkedQueue<>();
        Queue<Double> seen = new ConcurrentLinkedQueue<>();
        var unseen = new AtomicInteger();
        var done = new CountDownLatch(count + (count + every - 1) / every);
        long start = System.nanoTime();
        for (int number = 0; number < count; number++) {
            TimeUnit.NANOSECONDS.sleep(start + (long) (number / rate * 1e9) - System.nanoTime());
            ExtractedArticle article = next();
            long sent = System.nanoTime();
            deliver(article, () -> {
                stored.add(millisSince(sent));
                done.countDown();
            });
            if (number % every == 0) {
                Thread.ofVirtual().start(() -> {
                    awaitVisible(article.url().value(), sent).ifPresentOrElse(seen::add, unseen::incrementAndGet);
                    done.countDown();
                });
            }
        }
        done.await();
        ObjectNode half = report.putObject("at_half_load");
        half.put("per_second", rounded(rate));
        quantiles(half.putObject("stored_ms"), stored);
        quantiles(half.putObject("visible_ms"), seen);
        half.put("looked_up", seen.size() + unseen.get()).put("not_seen_in_a_minute", unseen.get());
    }

    /** One after the other, each of another story, as a visitor who follows redirects. */
    private void requests(String what, String path) throws InterruptedException, IOException {
        List<String> stories = storyIds.stream().distinct().limit(REQUESTS).toList();
        System.err.printf("%d %s …%n", stories.size(), what);
        Map<String, Double> before = cpuSeconds();
        long start = System.nanoTime();
        for (String story : stories) {
            HttpResponse<Void> answer = http.send(
                    HttpRequest.newBuilder(URI.create(gateway + path + story)).build(), BodyHandlers.discarding());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
            }
        }
        costs(what, stories.size(), (System.nanoTime() - start) / 1e9, before);
    }

    /** How long nothing is stored when the copy that assigns is killed. */
    private void takeover() throws InterruptedException {
        System.err.println("killing the clusterer that assigns …");
        ProcessHandle.of(holder()).orElseThrow().destroyForcibly();
        Queue<Double> stored = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        var answered = new CountDownLatch(AFTER_KILL_ARTICLES);
        for (int number = 0; number < AFTER_KILL_ARTICLES; number++) {
            deliver(next(), () -> {
                stored.add(millisSince(start));
                answered.countDown();
            });
        }
        answered.await();
        report.putObject("takeover")
                .put(
                        "first_stored_ms",
                        rounded(stored.stream().min(Double::compare).orElseThrow()))
                .put(
                        "all_stored_ms",
                        rounded(stored.stream().max(Double::compare).orElseThrow()));
    }

    private List<ServiceUsage> clusterers() {
        return services.getOrDefault("clusterer", List.of());
    }

    /** Copies listen on one port each at 127.0.0.1, 127.0.0.2 and so on. */
    private long holder() {
        for (int copy = 0; copy < clusterers().size(); copy++) {
            URI health = URI.create("http://127.0.0.%d:%d/q/health/ready".formatted(copy + 1, clustererPort));
            try {
                HttpResponse<String> answer =
                        http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString());
                if (answer.body().contains("\"Held\"")) {
                    return clusterers().get(copy).pid();
                }
            } catch (IOException e) {
                System.err.println(health + ": " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        throw new IllegalStateException("no copy assigns");
    }

    private Optional<Double> awaitVisible(String url, long sent) {
        var request = HttpRequest.newBuilder(
                        URI.create(gateway + "/v1/lookup?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8)))
                .build();
        try {
            while (millisSince(sent) < LONGEST_LOOK.toMillis()) {
                if (http.send(request, BodyHandlers.ofString()).body().contains("\"story\":")) {
                    return Optional.of(millisSince(sent));
                }
                Thread.sleep(Math.max(LOOK_INTERVAL_MILLIS, (long) (LOOK_AGAIN_AFTER * millisSince(sent))));
            }
        } catch (IOException e) {
            System.err.println("gateway: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private static void quantiles(ObjectNode into, Queue<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        if (!sorted.isEmpty()) {
            into.put("p50", rounded(sorted.get(sorted.size() / 2)));
            into.put("p99", rounded(sorted.get((int) (sorted.size() * 0.99))));
        }
    }

    private static double millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e6;
    }

    private static double rounded(double value) {
        return Math.round(100 * value) / 100.0;
    }
}
