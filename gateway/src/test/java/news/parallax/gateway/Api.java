package news.parallax.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** A stranger with an HTTP client. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Api(int port) {
        base = "http://localhost:" + port;
    }

    /** The document at a path; fails unless the answer is 200. */
    JsonNode get(String path, String... headers) {
        try {
            // answers to visitors are a few seconds old; what comes with a cookie is answered anew
            var request = HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", "fresh=1");
            if (headers.length > 0) {
                request.headers(headers);
            }
            var response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Every element of a list, page after page. */
    List<JsonNode> all(String path, String list) {
        var found = new ArrayList<JsonNode>();
        String start = path + (path.contains("?") ? "&" : "?") + "limit=20";
        String page = start;
        while (true) {
            JsonNode document = get(page);
            document.get(list).forEach(found::add);
            JsonNode cursor = document.path("nextCursor");
            if (cursor.isNull() || cursor.isMissingNode()) {
                return found;
            }
            page = start + "&cursor=" + URLEncoder.encode(cursor.asText(), UTF_8);
        }
    }

    /** Articles stored so far; 0 while nobody answers. */
    int articleCount() {
        try {
            return get("/v1/totals").get("articleCount").asInt();
        } catch (AssertionError notYet) {
            return 0;
        }
    }
}
