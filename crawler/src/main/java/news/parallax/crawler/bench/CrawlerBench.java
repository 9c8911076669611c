package news.parallax.crawler.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.CrawlerParts;
import news.parallax.crawler.fetch.Fetcher;

/**
 * Measures the crawler end to end: leases, robots.txt, feeds, pages, extraction, delivery to a sink that counts. The web is
 * a server in another process; curl downloads the same pages from it in the same run. Prints one JSON object. Ratios within
 * one run can be compared between machines, rates cannot.
 */
public final class CrawlerBench {

    private static final int HOSTS = 500;
    private static final int STORIES = 10;
    private static final int FEEDS = 10_000;
    private static final int FEEDS_AT_ONCE = 64;
    private static final long LIMIT_MINUTES = 20;
    private static final double MIB = 1024.0 * 1024;

    private final ObjectNode report = new ObjectMapper().createObjectNode();
    private final Semaphore articles = new Semaphore(0);
    private final Semaphore reports = new Semaphore(0);
    private final LeaseEndpoint leases = new LeaseEndpoint((url, outcome) -> reports.release());
    private final int port;

    private CrawlerBench(int port) {
        this.port = port;
    }

    public static void main(String[] arguments) throws Exception {
        Process web = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchWeb.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = web.inputReader(StandardCharsets.UTF_8)) {
            System.out.println(new CrawlerBench(Integer.parseInt(lines.readLine())).run());
        } finally {
            web.destroy();
        }
        System.exit(0);
    }

    private ObjectNode run() throws Exception {
        report.put("hosts", HOSTS).put("pages", HOSTS * STORIES);
        report.put("page_kib_mean", Math.round(new BenchPages(BenchWeb.SEED).meanBytes() / 1024));
        CrawlerConfig config = CrawlerParts.config(Map.of(
                "feeds-at-once", Integer.toString(FEEDS_AT_ONCE),
                "host-interval", "0s",
                "poll-interval", "20ms",
                "allow-private-addresses", "true",
                "connect-to.example", "127.0.0.1:" + port));
        Logger.getLogger("").setLevel(Level.WARNING);
        try (Neighbors neighbors = new Neighbors(leases, new SinkEndpoint(article -> articles.release()));
                var crawler = new CrawlerParts(
                        config,
                        new Fetcher(config, InstantSource.system()),
                        neighbors.channel(),
                        neighbors.channel())) {
            crawler.start();
            System.err.println("warming up …");
            curl("warm");
            crawl("warm", HOSTS, STORIES);
            System.err.println("measuring …");
            double curl = curl("bench");
            double ours = crawl("bench", HOSTS, STORIES);
            report.put("curl_pages_per_second", Math.round(curl)).put("pages_per_second", Math.round(ours));
            report.put("share_of_curl", Math.round(100 * ours / curl) / 100.0);
            memory();
        }
        return report;
    }

    /** Many outlets, one story each; what is live after the first tenth and at the end tells whether memory grows. */
    private void memory() throws Exception {
        System.err.println("crawling " + FEEDS + " outlets …");
        crawl("few", FEEDS / 10, 1);
        report.put("live_heap_mib_at_" + FEEDS / 10 + "_feeds", liveHeapMib());
        double rate = crawl("many", FEEDS, 1);
        report.put("live_heap_mib_at_" + FEEDS + "_feeds", liveHeapMib());
        report.put("feeds_per_second", Math.round(rate));
        report.put("rss_peak_mib", rssPeakMib());
    }

    private static double liveHeapMib() {
        System.gc();
        return Math.round(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB);
    }

    private static long rssPeakMib() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        }
    }

    private static String host(String phase, int number) {
        return "outlet-" + number + "." + phase + ".example";
    }

    /** Returns the pages delivered in a second. */
    private double crawl(String phase, int hosts, int stories) throws InterruptedException {
        long start = System.nanoTime();
        IntStream.range(0, hosts).forEach(i -> leases.add("http://" + host(phase, i) + "/feed-" + stories + ".xml"));
        boolean done = articles.tryAcquire(hosts * stories, LIMIT_MINUTES, TimeUnit.MINUTES)
                && reports.tryAcquire(hosts, LIMIT_MINUTES, TimeUnit.MINUTES);
        if (!done) {
            throw new IllegalStateException("not all pages arrived, " + articles.availablePermits() + " did");
        }
        return hosts * stories / ((System.nanoTime() - start) / 1e9);
    }

    /** Returns the pages that curl downloads in a second, in parallel and packed as we do. */
    private double curl(String phase) throws IOException, InterruptedException {
        Path urls = Files.createTempFile("bench", ".curl");
        List<String> lines = IntStream.range(0, HOSTS * STORIES)
                .mapToObj(i -> "url=" + BenchWeb.story(host(phase, i / STORIES), i % STORIES) + "\noutput=/dev/null")
                .toList();
        Files.write(urls, lines);
        try {
            long start = System.nanoTime();
            Process curl = new ProcessBuilder(
                            "curl",
                            "--no-progress-meter",
                            "--silent",
                            "--compressed",
                            "--parallel",
                            "--parallel-max",
                            Integer.toString(FEEDS_AT_ONCE),
                            "--connect-to",
                            "::127.0.0.1:" + port,
                            "--config",
                            urls.toString())
                    .inheritIO()
                    .start();
            if (curl.waitFor() != 0) {
                throw new IOException("curl fails");
            }
            return HOSTS * STORIES / ((System.nanoTime() - start) / 1e9);
        } finally {
            Files.delete(urls);
        }
    }
}
