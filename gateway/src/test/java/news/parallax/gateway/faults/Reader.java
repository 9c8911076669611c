package news.parallax.gateway.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Somebody who reads on and on, follows, saves and rates, and remembers what they were told was kept. */
final class Reader implements Runnable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> OK = Set.of(200);
    private static final Set<Integer> OK_OR_MOVED = Set.of(200, 301);
    private static final Set<Integer> DONE = Set.of(200, 204);
    private static final List<String> BIASES = List.of("left", "lean-left", "center", "lean-right", "right");

    private final String id;
    private final String key;
    private final Client client;
    private final List<String> outlets;
    private final Random random;
    private final Duration pause;
    private final Set<Write> acknowledged = new TreeSet<>();
    private List<String> stories = List.of();
    private volatile boolean stopped;

    /**
     * @param id of the reader in the catalog
     * @param outlets domains of sources that are in the catalog
     */
    Reader(String id, String key, Client client, List<String> outlets, long seed, Duration pause) {
        this.id = id;
        this.key = key;
        this.client = client;
        this.outlets = List.copyOf(outlets);
        this.random = new Random(seed);
        this.pause = pause;
    }

    /** Something that the catalog keeps for a reader. The same thing is never changed, only said again. */
    record Write(String reader, Kind kind, String thing, String value) implements Comparable<Write> {
        enum Kind {
            FOLLOW,
            SAVE,
            READING,
            OVERRIDE
        }

        @Override
        public int compareTo(Write other) {
            return toString().compareTo(other.toString());
        }
    }

    void stop() {
        stopped = true;
    }

    /** What was acknowledged; to be asked when {@link #run} has ended. */
    Set<Write> acknowledged() {
        return acknowledged;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                act(random.nextInt(100));
                Thread.sleep(pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void act(int choice) throws InterruptedException {
        String asWho = random.nextBoolean() ? key : "";
        if (stories.isEmpty() || choice < 20) {
            list(asWho);
        } else if (choice < 40) {
            client.ask("GET", "/", "", asWho, OK);
        } else if (choice < 60) {
            client.ask("GET", "/v1/stories/" + any(stories), "", asWho, OK_OR_MOVED);
        } else if (choice < 70) {
            client.ask("GET", "/v1/search?q=" + any(List.of("ba", "harbor", "election", "kaden")), "", asWho, OK);
        } else {
            write(Write.Kind.values()[random.nextInt(Write.Kind.values().length)]);
        }
    }

    private void list(String asWho) throws InterruptedException {
        Optional<HttpResponse<String>> answer = client.ask("GET", "/v1/stories?limit=50", "", asWho, OK);
        if (answer.isPresent()) {
            List<String> found = new ArrayList<>();
            tree(answer.get().body())
                    .path("stories")
                    .forEach(story -> found.add(story.get("id").asText()));
            stories = found;
        }
    }

    private void write(Write.Kind kind) throws InterruptedException {
        String outlet = any(outlets);
        String story = any(stories);
        String bias = BIASES.get(Math.floorMod((id + outlet).hashCode(), BIASES.size()));
        Optional<?> answer = switch (kind) {
            case FOLLOW -> client.ask("PUT", "/v1/me/follows/sources/" + outlet, "", key, DONE);
            case SAVE -> client.ask("PUT", "/v1/me/saved/" + story, "", key, DONE);
            case READING -> client.ask("POST", "/v1/me/readings", "{\"storyId\":\"%s\"}".formatted(story), key, DONE);
            case OVERRIDE ->
                client.ask("PUT", "/v1/me/overrides/" + outlet, "{\"bias\":\"%s\"}".formatted(bias), key, DONE);
        };
        if (answer.isPresent()) {
            acknowledged.add(
                    switch (kind) {
                        case FOLLOW -> new Write(id, kind, outlet, "");
                        case SAVE, READING -> new Write(id, kind, story, "");
                        case OVERRIDE ->
                            new Write(
                                    id,
                                    kind,
                                    outlet,
                                    bias.toUpperCase(Locale.ROOT).replace('-', '_'));
                    });
        }
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }
}
