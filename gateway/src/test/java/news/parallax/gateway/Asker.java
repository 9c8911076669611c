package news.parallax.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.parallax.gateway.Guests.Guest;
import news.parallax.gateway.Requests.Request;

/** A browser in which somebody is logged in, or nobody. */
final class Asker implements AutoCloseable {
    private static final Pattern CODE = Pattern.compile("\"code\":\"(\\w+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String base;

    Asker(int port) {
        base = "http://localhost:" + port;
    }

    /**
     * What came back.
     *
     * @param status in short: number, code of the problem, where it leads
     * @param code number of the status
     * @param body text; empty for streams
     */
    record Answer(String status, int code, String body) {}

    /** Asks from a page of ours. */
    Answer ask(String method, Request request, Guest guest) {
        return ask(method, request, guest, "same-origin");
    }

    /** @param site as browsers tell where a request came from */
    Answer ask(String method, Request request, Guest guest, String site) {
        var building = HttpRequest.newBuilder(URI.create(base + request.address()))
                .timeout(Duration.ofSeconds(60))
                .header("Sec-Fetch-Site", site)
                .header("Accept", "text/html, application/json, text/event-stream, */*;q=0.1")
                .header("Cookie", guest.session().isEmpty() ? "fresh=1" : "parallax_session=" + guest.session());
        if (request.body().isEmpty()) {
            building.method(method, BodyPublishers.noBody());
        } else {
            String type = request.body().startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
            building.header("Content-Type", type).method(method, BodyPublishers.ofString(request.body()));
        }
        try {
            return answer(client.send(building.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Answer answer(HttpResponse<InputStream> response) throws IOException {
        String type = response.headers().firstValue("Content-Type").orElse("");
        try (InputStream stream = response.body()) {
            String body = type.startsWith("text/event-stream") ? "" : new String(stream.readAllBytes(), UTF_8);
            return new Answer(status(response, type, body), response.statusCode(), body);
        }
    }

    private static String status(HttpResponse<?> response, String type, String body) {
        String place = response.headers().firstValue("Location").orElse("");
        Matcher code = CODE.matcher(body);
        if (place.contains("/log-in?")) {
            return response.statusCode() + " log in";
        }
        return type.startsWith("application/problem+json") && code.find()
                ? response.statusCode() + " " + code.group(1)
                : Integer.toString(response.statusCode());
    }

    @Override
    public void close() {
        client.close();
    }
}
