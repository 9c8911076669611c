package news.parallax.gateway.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A client of an event stream, as HTML's EventSource reads it. */
final class EventReader implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** One event with data. */
    record Event(String id, String name, String data) {}

    private EventReader(URI url, String... header) {
        var request = HttpRequest.newBuilder(url)
                .header("Accept", "text/event-stream")
                .timeout(Duration.ofSeconds(60));
        if (header.length > 0) {
            request.headers(header);
        }
        try {
            response = client.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
        Thread.startVirtualThread(this::read);
    }

    static EventReader open(URI url, String... header) {
        return new EventReader(url, header);
    }

    int status() {
        return response.statusCode();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    Event next() throws InterruptedException {
        Event event = events.poll(60, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing more is told");
        }
        return event;
    }

    List<Event> soFar() {
        return new ArrayList<>(events);
    }

    private void read() {
        String id = "";
        String name = "";
        StringBuilder data = new StringBuilder();
        try (Stream<String> lines = lines()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        events.add(new Event(id, name, data.toString()));
                    }
                    data.setLength(0);
                    name = "";
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5).strip());
                }
            }
        } catch (RuntimeException e) {
            // closed
        }
    }

    private Stream<String> lines() {
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)).lines();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
