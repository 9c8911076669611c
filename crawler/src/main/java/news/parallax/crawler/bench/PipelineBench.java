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
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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
import news.parallax.crawler.CrawlerParts;
import news.parallax.crawler.delivery.ClustererClient;
import news.parallax.crawler.delivery.CrawledArticle;
import news.parallax.crawler.delivery.DeliveryOutcome;
import news.parallax.crawler.page.ExtractedArticle;

/**
 * Measures a running system from the stream in to what a visitor of the gateway sees: articles with texts of their own, then
 * as many copies of them by other outlets, then others at half the rate that was reached, of which some are looked up until
 * they are there. Prints one JSON object.
 *
 * <p>Arguments: how many articles, where the clusterers are ({@code name:port}), the gateway's URL, then the processes as
 * {@code service=pid}; what the catalog's process has started counts as its database.
 */
public final class PipelineBench {

    private static final int WARM_UP_ARTICLES = 1_000;
    private static final Duration HALF_LOAD = Duration.ofSeconds(60);
    private static final int SAMPLES_A_SECOND = 10;
    private static final Duration LOOK_INTERVAL = Duration.ofMillis(20);
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

    private final ObjectNode report = new ObjectMapper().createObjectNode();
    private final HttpClient http = HttpClient.newHttpClient();
    private final InventedArticles news = new InventedArticles(1, Instant.now());
    private final List<ExtractedArticle> originals = new ArrayList<>();
    private final ClustererClient clusterer;
    private final String gateway;
    private final Map<String, List<ServiceUsage>> services = new TreeMap<>();

    private PipelineBench(ClustererClient clusterer, String gateway, List<String> processes) {
        this.clusterer = clusterer;
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
        Logger.getLogger("").setLevel(Level.WARNING);
        ManagedChannel channel = NettyChannelBuilder.forTarget("dns:///" + arguments[1])
                .defaultLoadBalancingPolicy("round_robin")
                .usePlaintext()
                .build();
        var clusterer = new ClustererClient(channel, CrawlerParts.config(Map.of()));
        var bench = new PipelineBench(
                clusterer, arguments[2], Stream.of(arguments).skip(3).toList());
        bench.run(Integer.parseInt(arguments[0]));
        System.out.println(bench.report);
        clusterer.close();
        channel.shutdownNow();
        System.exit(0);
    }

    private void run(int articles) throws Exception {
        System.err.println("warming up …");
        send(WARM_UP_ARTICLES, news::next);
        report.put("articles", articles);
        double rate = measure("articles", articles, () -> {
            ExtractedArticle article = news.next();
            originals.add(article);
            return article;
        });
        var original = originals.iterator();
        measure("copies", articles, () -> news.copy(original.next()));
        visibility(rate / 2);
        ObjectNode memory = report.putObject("peak_resident_mib");
        services.forEach((service, usages) -> memory.put(
                service,
                usages.stream().mapToLong(ServiceUsage::peakResidentMib).sum()));
    }

    /** Returns articles stored in a second. */
    private double measure(String what, int count, Supplier<ExtractedArticle> source) throws InterruptedException {
        System.err.printf("%d %s …%n", count, what);
        Map<String, Double> before = cpuSeconds();
        double seconds = send(count, source);
        ObjectNode part = report.putObject(what);
        part.put("per_second", rounded(count / seconds));
        ObjectNode cpu = part.putObject("cpu_ms_each");
        cpuSeconds()
                .forEach((service, after) ->
                        cpu.put(service, rounded(1000 * (after - before.getOrDefault(service, 0.0)) / count)));
        return count / seconds;
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
                    if (error != null || !(outcome instanceof DeliveryOutcome.Stored)) {
                        System.err.printf("not stored: %s %s%n", outcome, error);
                        System.exit(1);
                    }
                    whenStored.run();
                });
    }

    private void visibility(double rate) throws InterruptedException {
        System.err.printf("%.0f articles a second …%n", rate);
        int count = (int) (rate * HALF_LOAD.toSeconds());
        int every = (int) Math.max(1, rate / SAMPLES_A_SECOND);
        Queue<Double> stored = new ConcurrentLinkedQueue<>();
        Queue<Double> seen = new ConcurrentLinkedQueue<>();
        var unseen = new AtomicInteger();
        var done = new CountDownLatch(count + (count + every - 1) / every);
        long start = System.nanoTime();
        for (int number = 0; number < count; number++) {
            TimeUnit.NANOSECONDS.sleep(start + (long) (number / rate * 1e9) - System.nanoTime());
            ExtractedArticle article = news.next();
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

    private Optional<Double> awaitVisible(String url, long sent) {
        var request = HttpRequest.newBuilder(
                        URI.create(gateway + "/v1/lookup?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8)))
                .build();
        try {
            while (millisSince(sent) < LONGEST_LOOK.toMillis()) {
                if (http.send(request, BodyHandlers.ofString()).body().contains("\"story\":")) {
                    return Optional.of(millisSince(sent));
                }
                Thread.sleep(LOOK_INTERVAL);
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
