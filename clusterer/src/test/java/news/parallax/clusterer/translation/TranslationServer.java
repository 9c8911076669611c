package news.parallax.clusterer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Speaks the API of LibreTranslate, in Esperanto, Chinese and English, badly or well as the path says. A translation is the
 * text with its language before it.
 */
public final class TranslationServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicBoolean failedOnce = new AtomicBoolean();
    private final List<JsonNode> requests = new CopyOnWriteArrayList<>();

    public TranslationServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        route("ok", exchange -> send(exchange, 200, translated(exchange)));
        route("slow", exchange -> awaitClosed());
        route("busy", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "90");
            send(exchange, 429, "{\"error\":\"Slowdown\"}");
        });
        route("endlesslyBusy", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "999999999");
            send(exchange, 429, "");
        });
        route("brokenJson", exchange -> send(exchange, 200, "{\"translatedText\":[\"no"));
        route("oneTooFew", exchange -> send(exchange, 200, "{\"translatedText\":[\"alone\"]}"));
        route("oneForAll", exchange -> send(exchange, 200, "{\"translatedText\":\"text, no list\"}"));
        route("refusing", exchange -> send(exchange, 403, "{\"error\":\"Invalid API key\"}"));
        route("failsOnce", exchange -> {
            boolean first = failedOnce.compareAndSet(false, true);
            send(exchange, first ? 502 : 200, first ? "" : translated(exchange));
        });
        route("fails", exchange -> send(exchange, 500, ""));
        route("endless", exchange -> send(exchange, 200, "[\"" + "x".repeat(1_000_000) + "\"]"));
        server.start();
    }

    private interface Route {
        void answer(HttpExchange exchange) throws IOException;
    }

    public URI url(String behavior) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + behavior + "/");
    }

    /** What was asked to be translated. */
    List<JsonNode> requests() {
        return requests;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void route(String behavior, Route route) {
        server.createContext("/" + behavior + "/languages", exchange -> send(exchange, 200, """
                [{"code":"en","name":"English","targets":["eo","zh-Hans"]},
                 {"code":"eo","name":"Esperanto","targets":["en"]},
                 {"code":"zh-Hans","name":"Chinese","targets":["en"]}]
                """));
        server.createContext("/" + behavior + "/translate", exchange -> {
            try (exchange) {
                route.answer(exchange);
            }
        });
    }

    private String translated(HttpExchange exchange) throws IOException {
        JsonNode request = JSON.readTree(exchange.getRequestBody());
        requests.add(request);
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode texts = answer.putArray("translatedText");
        request.path("q").forEach(text -> texts.add(request.path("source").asText() + ": " + text.asText()));
        return answer.toString();
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
