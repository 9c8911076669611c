package news.parallax.clusterer.embedding;

import static java.net.HttpURLConnection.HTTP_INTERNAL_ERROR;
import static java.net.HttpURLConnection.HTTP_OK;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.parallax.clusterer.embedding.EndpointAnswer.Away;
import news.parallax.clusterer.embedding.EndpointAnswer.Refused;
import news.parallax.clusterer.embedding.EndpointAnswer.Vectors;
import news.parallax.clusterer.text.Vector;

/**
 * Calls the embeddings of an OpenAI-compatible endpoint. By the JDK's HTTP client and not langchain4j's, which bounds
 * single attempts but not a batch's whole time, waits no longer when asked to, and has no limit on an answer.
 */
final class EmbeddingEndpointClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int TOO_MANY_REQUESTS = 429;

    private static final int REASON_CHARACTERS = 200;

    private final EmbeddingConfig.OpenAi config;
    private final URI url;
    private final String model;
    private final HttpClient http;

    EmbeddingEndpointClient(EmbeddingConfig.OpenAi config, URI url, String model) {
        this.config = config;
        this.url = URI.create(url.toString().replaceAll("/+$", "") + "/embeddings");
        this.model = model;
        // Servers of models speak HTTP/1.1; some drop the body of a request that asks for more.
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Asks for the vectors of texts, again if it may help, for no longer than the patience that is set. */
    EndpointAnswer embed(List<String> texts) {
        long deadline = System.nanoTime() + config.patience().toNanos();
        Duration wait = config.retryWait();
        EndpointAnswer answer = ask(texts, until(deadline));
        for (int attempt = 1; attempt < config.attempts() && answer instanceof Away away; attempt++) {
            Duration longer = longer(wait, away.later());
            if (longer.compareTo(until(deadline)) >= 0) {
                return answer;
            }
            sleep(longer);
            answer = ask(texts, until(deadline));
            wait = wait.multipliedBy(2);
        }
        return answer;
    }

    private EndpointAnswer ask(List<String> texts, Duration rest) {
        long timeoutNanos = Math.min(config.timeout().toNanos(), rest.toNanos());
        CompletableFuture<HttpResponse<byte[]>> pending = http.sendAsync(
                request(texts),
                BodyHandlers.limiting(
                        BodyHandlers.ofByteArray(), config.answerLimit().asLongValue()));
        try {
            return read(pending.get(timeoutNanos, TimeUnit.NANOSECONDS), texts.size());
        } catch (TimeoutException e) {
            return new Away("no answer in time", Duration.ZERO);
        } catch (ExecutionException e) {
            return new Away(String.valueOf(e.getCause()), Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Refused("stopped");
        } finally {
            pending.cancel(true);
        }
    }

    private HttpRequest request(List<String> texts) {
        ObjectNode body = JSON.createObjectNode().put("model", model).put("encoding_format", "float");
        texts.forEach(body.putArray("input")::add);
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        config.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
        return request.build();
    }

    private EndpointAnswer read(HttpResponse<byte[]> response, int count) {
        int status = response.statusCode();
        if (status == HTTP_OK) {
            return vectors(response.body(), count);
        }
        String text = new String(response.body(), StandardCharsets.UTF_8).strip();
        String reason =
                "status %d: %s".formatted(status, text.substring(0, Math.min(REASON_CHARACTERS, text.length())));
        boolean passing = status == TOO_MANY_REQUESTS || status >= HTTP_INTERNAL_ERROR;
        return passing ? new Away(reason, retryAfter(response)) : new Refused(reason);
    }

    /** The answers name the places of their texts, which need not be in order. */
    private EndpointAnswer vectors(byte[] body, int count) {
        try {
            var vectors = new TreeMap<Integer, Vector>();
            for (JsonNode item : JSON.readTree(body).path("data")) {
                vectors.put(item.path("index").asInt(), vector(item.path("embedding")));
            }
            boolean complete = vectors.size() == count && vectors.firstKey() == 0 && vectors.lastKey() == count - 1;
            return complete
                    ? new Vectors(List.copyOf(vectors.values()))
                    : new Refused("%d texts were sent and %d vectors came".formatted(count, vectors.size()));
        } catch (IOException | IllegalArgumentException e) {
            return new Refused("the answer is not understood: " + e.getMessage());
        }
    }

    private Vector vector(JsonNode numbers) {
        if (numbers.size() != config.dimensions()) {
            throw new IllegalArgumentException(
                    "a vector has %d dimensions, the setting says %d".formatted(numbers.size(), config.dimensions()));
        }
        var values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers.get(i).asDouble();
        }
        return Vector.of(values);
    }

    /** Seconds; the other form, a date, is taken for nothing said. */
    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    private static Duration until(long deadlineNanos) {
        return Duration.ofNanos(deadlineNanos - System.nanoTime());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
