package news.parallax.gateway.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import news.parallax.gateway.faults.Timeline.Attempt;

/**
 * A program that reads Parallax and keeps to the rules: where a connection fails, or it is told to come back, it asks the other
 * gateway a little later. One thread.
 */
final class Client {
    private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LAST_WAIT = Duration.ofSeconds(1);
    private static final Set<Integer> COME_BACK = Set.of(429, 502, 503, 504);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String name;
    private final List<String> gateways;
    private final Timeline timeline;
    private final Tally tally;
    private int gateway;

    /** @param gateways at least one, {@code http://127.0.0.1:8080} */
    Client(String name, List<String> gateways, Timeline timeline, Tally tally) {
        this.name = name;
        this.gateways = List.copyOf(gateways);
        this.timeline = timeline;
        this.tally = tally;
        this.gateway = Math.floorMod(name.hashCode(), gateways.size());
    }

    /** How requests went, of all clients together. Safe for threads. */
    static final class Tally {
        private int answered;
        private int retried;
        private int failed;
        private final Map<String, Integer> setbacks = new TreeMap<>();

        private synchronized void setback(String reason) {
            setbacks.merge(reason, 1, Integer::sum);
        }

        private synchronized void done(boolean success, int attempts) {
            answered += success ? 1 : 0;
            failed += success ? 0 : 1;
            retried += success && attempts > 1 ? 1 : 0;
        }

        /** Returns the numbers so far. */
        synchronized Counts counts() {
            return new Counts(answered, retried, failed, new TreeMap<>(setbacks));
        }
    }

    /**
     * Requests of readers.
     *
     * @param answered in the end
     * @param retried of them, those that needed another attempt
     * @param failed that were given up or answered as they must not be
     * @param setbacks attempts that were no answer, by what came instead
     */
    record Counts(int answered, int retried, int failed, Map<String, Integer> setbacks) {
        /** What no client has to expect while copies are restarted with care: all but to be refused, or to be asked to come back. */
        Map<String, Integer> unexpected() {
            Map<String, Integer> unexpected = new TreeMap<>(setbacks);
            unexpected.keySet().removeAll(Set.of("refused", "503", "429"));
            return unexpected;
        }

        Counts since(Counts earlier) {
            Map<String, Integer> more = new TreeMap<>(setbacks);
            earlier.setbacks.forEach((reason, count) -> more.merge(reason, -count, Integer::sum));
            more.values().removeIf(count -> count == 0);
            return new Counts(answered - earlier.answered, retried - earlier.retried, failed - earlier.failed, more);
        }
    }

    /** Asks until there is an answer; empty if it is none of those expected, or there is none for five minutes: a busy machine is slow. */
    Optional<HttpResponse<String>> ask(String method, String path, String body, String key, Set<Integer> expected)
            throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Duration wait = FIRST_WAIT;
        for (int attempt = 1; System.nanoTime() < end; attempt++) {
            long start = System.nanoTime();
            String setback;
            try {
                HttpResponse<String> response = HTTP.send(request(method, path, body, key), BodyHandlers.ofString());
                boolean good = expected.contains(response.statusCode());
                timeline.asked(new Attempt(name, start, System.nanoTime(), good));
                if (good) {
                    tally.done(true, attempt);
                    return Optional.of(response);
                }
                setback = String.valueOf(response.statusCode());
                if (!COME_BACK.contains(response.statusCode())) {
                    tally.setback(setback + " " + method + " " + path.replaceFirst("[?].*", ""));
                    break;
                }
            } catch (IOException e) {
                timeline.asked(new Attempt(name, start, System.nanoTime(), false));
                setback = nameOf(e);
            }
            tally.setback(setback);
            gateway = (gateway + 1) % gateways.size();
            Thread.sleep(wait);
            wait = wait.multipliedBy(2).compareTo(LAST_WAIT) < 0 ? wait.multipliedBy(2) : LAST_WAIT;
        }
        tally.done(false, 1);
        return Optional.empty();
    }

    private HttpRequest request(String method, String path, String body, String key) {
        var request = HttpRequest.newBuilder(URI.create(gateways.get(gateway) + path))
                .timeout(ATTEMPT_LIMIT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("X-Api-Key", key);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return request.build();
    }

    private static String nameOf(IOException failure) {
        return switch (failure) {
            case HttpTimeoutException _ -> "no answer in time";
            case ConnectException _ -> "refused";
            default -> "broken off";
        };
    }
}
