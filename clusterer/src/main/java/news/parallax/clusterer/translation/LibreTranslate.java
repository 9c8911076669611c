package news.parallax.clusterer.translation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import news.parallax.clusterer.translation.Translator.Outcome.Busy;
import news.parallax.clusterer.translation.Translator.Outcome.Failed;
import news.parallax.clusterer.translation.Translator.Outcome.NotSpoken;
import news.parallax.clusterer.translation.Translator.Outcome.Translated;

/**
 * A LibreTranslate server, or whatever speaks its API: {@code GET /languages} once, then {@code POST /translate} with all
 * texts of a language in one call.
 */
public final class LibreTranslate implements Translator {

    private static final String NAME = "LibreTranslate";

    private static final int TOO_MANY_REQUESTS = 429;

    /** Where it does not say how long. */
    private static final Duration BUSY_WAIT = Duration.ofSeconds(10);

    /** Longest wait that an engine can ask for. */
    private static final Duration BUSY_WAIT_MOST = Duration.ofHours(1);

    private static final Duration RETRY_WAIT = Duration.ofMillis(200);

    /** An answer has the texts, some names and, escaped, no more than six bytes a character; thrice as many are let in. */
    private static final int ANSWER_BYTES_PER_CHARACTER = 18;

    private static final int ANSWER_BYTES_LEAST = 256 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeadlineHttp http = new DeadlineHttp();
    private final String url;
    private final Optional<String> apiKey;
    private final String targetLanguage;
    private final int attempts;
    private volatile Optional<Map<String, String>> codes = Optional.empty();

    /**
     * Names a server; calls nobody yet.
     *
     * @param url below which {@code translate} and {@code languages} lie
     * @param apiKey sent with each call, if the server wants one
     * @param attempts calls for one outcome, at most
     */
    public LibreTranslate(URI url, Optional<String> apiKey, String targetLanguage, int attempts) {
        this.url = url.toString().replaceAll("/+$", "");
        this.apiKey = apiKey;
        this.targetLanguage = targetLanguage;
        this.attempts = attempts;
    }

    @Override
    public String engine() {
        return NAME;
    }

    @Override
    public Outcome translate(List<String> texts, String language, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Outcome outcome = new Failed("no attempt");
        for (int attempt = 0; attempt < attempts; attempt++) {
            try {
                return tryOnce(texts, language, deadline);
            } catch (IOException e) {
                outcome = new Failed(String.valueOf(e.getMessage()));
            }
            if (!DeadlineHttp.sleep(RETRY_WAIT.multipliedBy(1L << attempt), deadline)) {
                return outcome;
            }
        }
        return outcome;
    }

    /** Throws what may go better next time. */
    private Outcome tryOnce(List<String> texts, String language, long deadline) throws IOException {
        Map<String, String> known = languages(deadline);
        String source = known.getOrDefault(language, "");
        String target = known.getOrDefault(targetLanguage, "");
        if (source.isEmpty() || target.isEmpty()) {
            return new NotSpoken();
        }
        ObjectNode body = JSON.createObjectNode()
                .put("source", source)
                .put("target", target)
                .put("format", "text");
        texts.forEach(body.putArray("q")::add);
        apiKey.ifPresent(key -> body.put("api_key", key));
        int characters = texts.stream().mapToInt(String::length).sum();
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(URI.create(url + "/translate"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString())),
                characters,
                deadline);
        return read(answer, texts.size());
    }

    private static Outcome read(HttpResponse<String> answer, int count) throws IOException {
        if (answer.statusCode() == TOO_MANY_REQUESTS) {
            return new Busy(waitOf(answer));
        }
        if (answer.statusCode() >= 500) {
            throw new IOException("status " + answer.statusCode());
        }
        if (answer.statusCode() != 200) {
            return new Failed("status " + answer.statusCode());
        }
        try {
            List<String> texts = strings(JSON.readTree(answer.body()).path("translatedText"));
            return texts.size() == count
                    ? new Translated(texts)
                    : new Failed("%d texts were sent and %d came back".formatted(count, texts.size()));
        } catch (JsonProcessingException e) {
            return new Failed("the answer is no JSON");
        }
    }

    /** Asks once which languages there are; codes by primary subtag ("zh" is "zh-Hans"). */
    private Map<String, String> languages(long deadline) throws IOException {
        if (codes.isEmpty()) {
            HttpResponse<String> answer =
                    send(HttpRequest.newBuilder(URI.create(url + "/languages")).GET(), 0, deadline);
            if (answer.statusCode() != 200) {
                throw new IOException("status %d for the list of languages".formatted(answer.statusCode()));
            }
            Map<String, String> known = new HashMap<>();
            for (JsonNode language : JSON.readTree(answer.body())) {
                String code = language.path("code").asText("");
                known.putIfAbsent(code.split("-", 2)[0].toLowerCase(Locale.ROOT), code);
            }
            codes = Optional.of(Map.copyOf(known));
        }
        return codes.orElseThrow();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int characters, long deadline) throws IOException {
        int limitBytes = Math.max(ANSWER_BYTES_LEAST, characters * ANSWER_BYTES_PER_CHARACTER);
        return http.send(request.build(), limitBytes, deadline);
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    private static Duration waitOf(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(wait -> wait.compareTo(BUSY_WAIT_MOST) > 0 ? BUSY_WAIT_MOST : wait)
                .orElse(BUSY_WAIT);
    }
}
