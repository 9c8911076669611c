package news.parallax.gateway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures how fast a running gateway answers: {@code GatewayBench BASE_URL [--seconds N] [--connections N]}. Prints one
 * JSON object. Each connection sends its next request when it has the whole answer to the last. The same machine serves
 * and measures, so every route is also given relative to the health check, which touches nothing: that ratio can be
 * compared between machines, the times cannot.
 */
public final class GatewayBench {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEALTH = "/q/health/live";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final BenchOptions options;

    private GatewayBench(BenchOptions options) {
        this.options = options;
    }

    /** Exits 0 after measuring, 1 if the gateway or its stories are not there, 2 on wrong arguments. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        try {
            BenchOptions options = BenchOptions.parse(List.of(arguments));
            requireLoopback(options.base());
            out.println(JSON.writeValueAsString(new GatewayBench(options).measure()));
            return 0;
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            return 2;
        } catch (IOException | ExecutionException e) {
            err.println("cannot measure: " + e);
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void requireLoopback(URI base) throws IOException {
        if (!InetAddress.getByName(base.getHost()).isLoopbackAddress()) {
            throw new IllegalArgumentException("only a gateway on this machine is measured, not " + base.getHost());
        }
    }

    private ObjectNode measure() throws IOException, InterruptedException, ExecutionException {
        String story = firstStory();
        List<Route> routes = List.of(
                new Route("GET " + HEALTH, HEALTH),
                new Route("GET /v1/stories", "/v1/stories"),
                new Route("GET /v1/stories/{id}", "/v1/stories/" + story),
                new Route("GET /stories/{id}", "/stories/" + story),
                new Route("GET /", "/"));
        ObjectNode report = JSON.createObjectNode();
        report.put("bench", "gateway");
        report.put("seconds", options.seconds());
        report.put("connections", options.connections());
        var rows = report.putArray("routes");
        double health = 0;
        for (Route route : routes) {
            load(route.path(), Duration.ofSeconds(Math.max(1, options.seconds() / 2)));
            Samples samples = load(route.path(), Duration.ofSeconds(options.seconds()));
            health = health == 0 ? samples.requestsPerSecond() : health;
            rows.add(row(route, samples, health));
        }
        return report;
    }

    private record Route(String name, String path) {}

    private static ObjectNode row(Route route, Samples samples, double health) {
        ObjectNode row = JSON.createObjectNode();
        row.put("route", route.name());
        row.put("requests", samples.count());
        row.put("errors", samples.errors());
        row.put("requests_per_second", rounded(samples.requestsPerSecond(), 1));
        row.put("p50_ms", rounded(samples.percentileMillis(50), 100));
        row.put("p95_ms", rounded(samples.percentileMillis(95), 100));
        row.put("p99_ms", rounded(samples.percentileMillis(99), 100));
        row.put("ratio_to_health", rounded(samples.requestsPerSecond() / health, 1000));
        return row;
    }

    private static double rounded(double value, int steps) {
        return (double) Math.round(value * steps) / steps;
    }

    private String firstStory() throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request("/v1/stories?limit=1"), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("/v1/stories answered " + response.statusCode());
        }
        JsonNode stories = JSON.readTree(response.body()).path("stories");
        if (stories.isEmpty()) {
            throw new IOException("there is no story yet");
        }
        return stories.get(0).path("id").asText();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(options.base().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private Samples load(String path, Duration duration) throws InterruptedException, ExecutionException {
        HttpRequest request = request(path);
        long start = System.nanoTime();
        long end = start + duration.toNanos();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Samples>> parts = new ArrayList<>();
            for (int i = 0; i < options.connections(); i++) {
                parts.add(executor.submit(() -> repeat(request, end)));
            }
            List<Samples> samples = new ArrayList<>();
            for (Future<Samples> part : parts) {
                samples.add(part.get());
            }
            return Samples.together(samples, System.nanoTime() - start);
        }
    }

    private Samples repeat(HttpRequest request, long end) throws InterruptedException {
        long[] nanos = new long[1024];
        int count = 0;
        int errors = 0;
        for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
            if (!answered(request)) {
                errors++;
            }
            nanos = count == nanos.length ? Arrays.copyOf(nanos, 2 * count) : nanos;
            nanos[count++] = System.nanoTime() - now;
        }
        return new Samples(Arrays.copyOf(nanos, count), errors, 0);
    }

    private boolean answered(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofByteArray()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
