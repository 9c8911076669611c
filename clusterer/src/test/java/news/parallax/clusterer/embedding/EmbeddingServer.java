package news.parallax.clusterer.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import news.parallax.clusterer.text.Vector;

/** An OpenAI-compatible endpoint whose routes are named by behavior. Its vectors have four dimensions. */
final class EmbeddingServer {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private volatile String lastModel = "";
    private volatile String lastAuthorization = "";

    private EmbeddingServer(HttpServer http) {
        this.http = http;
    }

    static EmbeddingServer start() throws IOException {
        var server =
                new EmbeddingServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        server.http.setExecutor(server.threads);
        server.http.createContext("/", server::answer);
        server.http.start();
        return server;
    }

    void stop() {
        stopped.countDown();
        http.stop(0);
        threads.shutdownNow();
    }

    /** Returns what an operator would set; the slash at the end is for the client to bear. */
    String url(String behavior) {
        return "http://127.0.0.1:%d/%s/".formatted(http.getAddress().getPort(), behavior);
    }

    int calls() {
        return calls.get();
    }

    String lastModel() {
        return lastModel;
    }

    String lastAuthorization() {
        return lastAuthorization;
    }

    /** Returns the vector that a text gets. */
    static Vector vectorOf(String text) {
        return Vector.of(values(text));
    }

    private static float[] values(String text) {
        return new float[] {text.length(), text.hashCode() % 100, 3, 1};
    }

    private void answer(HttpExchange call) throws IOException {
        int number = calls.incrementAndGet();
        String[] path = call.getRequestURI().getPath().split("/");
        if (path.length != 3 || !path[2].equals("embeddings")) {
            send(call, 404, "no such path");
            return;
        }
        JsonNode request = read(call);
        boolean first = number == 1;
        switch (path[1]) {
            case "works" -> send(call, 200, vectors(request, 4, 0));
            case "busyOnce" -> sendUnless(first, call, 429, "Retry-After: 0", request);
            case "brokenOnce" -> sendUnless(first, call, 503, "", request);
            case "refusesOnce" -> sendUnless(first, call, 400, "", request);
            case "busyForAnHour" -> sendUnless(true, call, 429, "Retry-After: 3600", request);
            case "broken" -> send(call, 500, "sorry");
            case "refuses" -> send(call, 404, "{\"error\": \"no such model\"}");
            case "garbage" -> send(call, 200, "<html>welcome</html>");
            case "oneTooFew" -> send(call, 200, vectors(request, 4, 1));
            case "wide" -> send(call, 200, vectors(request, 5, 0));
            case "zeros" -> send(call, 200, vectors(request, 4, 0).replaceAll("[0-9.-]+(?=[,\\]])", "0"));
            case "long" -> send(call, 200, vectors(request, 4, 0) + " ".repeat(1 << 20));
            case "silent" -> awaitStop();
            case "dribbles" -> dribble(call);
            default -> throw new IllegalStateException(path[1]);
        }
    }

    private JsonNode read(HttpExchange call) throws IOException {
        lastAuthorization = Optional.ofNullable(call.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        try (InputStream body = call.getRequestBody()) {
            JsonNode request = JSON.readTree(body);
            lastModel = request.path("model").asText();
            return request;
        }
    }

    /** In reverse order, each with its index. */
    private static String vectors(JsonNode request, int dimensions, int left) {
        ObjectNode answer = JSON.createObjectNode();
        var data = answer.putArray("data");
        for (int i = request.path("input").size() - 1; i >= left; i--) {
            var embedding = data.addObject().put("index", i).putArray("embedding");
            float[] values = values(request.path("input").get(i).asText());
            for (int j = 0; j < dimensions; j++) {
                embedding.add(values[j % values.length]);
            }
        }
        return answer.toString();
    }

    private static void sendUnless(boolean failing, HttpExchange call, int status, String header, JsonNode request)
            throws IOException {
        if (failing && !header.isEmpty()) {
            String[] nameAndValue = header.split(": ");
            call.getResponseHeaders().add(nameAndValue[0], nameAndValue[1]);
        }
        send(call, failing ? status : 200, failing ? "not now" : vectors(request, 4, 0));
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = call.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** Begins an answer and never ends it. */
    private void dribble(HttpExchange call) throws IOException {
        call.sendResponseHeaders(200, 0);
        call.getResponseBody().write('{');
        call.getResponseBody().flush();
        awaitStop();
    }

    private void awaitStop() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
