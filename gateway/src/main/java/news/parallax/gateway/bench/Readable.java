package news.parallax.gateway.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What there is to read at a gateway. */
final class Readable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STORIES = 2_000;
    private static final int WORDS = 200;

    private final URI base;
    private final List<String> storyIds = new ArrayList<>();
    private final Set<String> words = new LinkedHashSet<>();

    private Readable(URI base) {
        this.base = base;
    }

    /** Walks the list of top stories; IOException if there are none. */
    static Readable at(URI base) throws IOException, InterruptedException {
        var readable = new Readable(base);
        try (var client = HttpClient.newHttpClient()) {
            readable.walk(client);
        }
        if (readable.storyIds.isEmpty()) {
            throw new IOException("there is no story yet");
        }
        return readable;
    }

    /** The stories on top, at most 2,000: what a paper shows is what its readers open. */
    List<String> storyPaths(String prefix) {
        return storyIds.stream().map(id -> prefix + id).toList();
    }

    /** Searches for words of their headlines. */
    List<String> searchPaths(String prefix) {
        return words.stream()
                .map(word -> prefix + URLEncoder.encode(word, StandardCharsets.UTF_8))
                .toList();
    }

    private void walk(HttpClient client) throws IOException, InterruptedException {
        String path = "/v1/stories?limit=100";
        String cursor = "";
        do {
            JsonNode page = get(client, cursor.isEmpty() ? path : path + "&cursor=" + cursor);
            page.path("stories").forEach(this::add);
            cursor = URLEncoder.encode(page.path("nextCursor").asText(""), StandardCharsets.UTF_8);
        } while (!cursor.isEmpty() && !cursor.equals("null") && storyIds.size() < STORIES);
    }

    private void add(JsonNode story) {
        storyIds.add(story.path("id").asText());
        Stream<String> titleWords = Arrays.stream(story.path("title").asText().split("\\W+"));
        titleWords.filter(word -> word.length() > 4 && words.size() < WORDS).forEach(words::add);
    }

    private JsonNode get(HttpClient client, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(path + " answered " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }
}
