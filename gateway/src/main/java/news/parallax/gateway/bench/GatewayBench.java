package news.parallax.gateway.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Measures how fast a running gateway answers: {@code GatewayBench BASE_URL [--seconds N] [--connections N]}. Prints one
 * JSON object. Each sort of request is first sent as fast as it is answered, then at half that rate, as chance brings
 * readers. The same machine serves and measures, so rates are also given relative to the health check, which touches
 * nothing and is measured anew beside each of them: that share can be compared between machines, the times cannot.
 */
public final class GatewayBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEALTH = "/q/health/live";

    private final BenchOptions options;
    private final String host;
    private final Load load;
    private final ObjectNode report = JSON.createObjectNode();
    private final ArrayNode rows = JSON.createArrayNode();

    private GatewayBench(BenchOptions options, Load load) {
        this.options = options;
        this.host = options.base().getAuthority();
        this.load = load;
    }

    /** Exits 0 after measuring, 1 if the gateway or its stories are not there, 2 on wrong arguments. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            BenchOptions options = BenchOptions.parse(List.of(arguments));
            Readable readable = Readable.at(requireLoopback(options));
            var address = new InetSocketAddress(
                    options.base().getHost(), options.base().getPort());
            try (var load = new Load(address, options.connections())) {
                out.println(new GatewayBench(options, load).measure(readable));
            }
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException e) {
            err.println("cannot measure: " + e);
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static URI requireLoopback(BenchOptions options) throws IOException {
        if (!InetAddress.getByName(options.base().getHost()).isLoopbackAddress()) {
            throw new IllegalArgumentException("only a gateway on this machine is measured, not "
                    + options.base().getHost());
        }
        return options.base();
    }

    private ObjectNode measure(Readable readable) throws IOException {
        report.put("bench", "gateway");
        report.put("seconds", options.seconds());
        report.put("connections", options.connections());
        report.put("stories_read", readable.storyPaths("").size());
        report.put("searches", readable.searchPaths("").size());
        report.set("routes", rows);
        measure("health", List.of(HEALTH));
        measure("story_json", readable.storyPaths("/v1/stories/"));
        measure("story_page", readable.storyPaths("/stories/"));
        measure("front_page", List.of("/"));
        measure("search", readable.searchPaths("/v1/search?q="));
        return report;
    }

    /** Measures a route, and what it answers to who has its answers already, if it tells them apart. */
    private void measure(String name, List<String> paths) throws IOException {
        Requests requests = Requests.of(host, paths);
        load.each(requests);
        load(name, requests);
        List<String> etags = load.each(requests);
        if (etags.stream().noneMatch(String::isEmpty)) {
            load(name + "_304", Requests.repeated(host, paths, etags));
        }
    }

    private void load(String name, Requests requests) throws IOException {
        System.err.printf("measuring %s%n", name);
        load.saturate(requests, span());
        double floor = load.saturate(Requests.of(host, List.of(HEALTH)), span()).requestsPerSecond();
        Samples most = load.saturate(requests, span());
        Samples half = load.atRate(requests, span(), most.requestsPerSecond() / 2);
        ObjectNode row = rows.addObject();
        row.put("route", name);
        row.put("requests", most.count() + half.count());
        row.put("changed", most.changed() + half.changed());
        row.put("errors", most.errors() + half.errors());
        row.put("requests_per_second", rounded(most.requestsPerSecond(), 1));
        row.put("p50_ms", rounded(most.percentileMillis(50), 100));
        row.put("p99_ms", rounded(most.percentileMillis(99), 100));
        row.put("share_of_health", rounded(most.requestsPerSecond() / floor, 1000));
        row.put("half_requests_per_second", rounded(half.requestsPerSecond(), 1));
        row.put("half_p50_ms", rounded(half.percentileMillis(50), 100));
        row.put("half_p99_ms", rounded(half.percentileMillis(99), 100));
    }

    private Duration span() {
        return Duration.ofSeconds(options.seconds());
    }

    private static double rounded(double value, int steps) {
        return (double) Math.round(value * steps) / steps;
    }
}
