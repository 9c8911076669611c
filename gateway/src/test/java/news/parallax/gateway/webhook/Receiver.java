package news.parallax.gateway.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Somebody's server for webhooks; what a path answers can be set. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final String origin;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Map<String, Behavior> behaviors = new ConcurrentHashMap<>();

    /** What arrived. */
    record Message(String path, String id, String timestamp, String signature, byte[] body) {}

    /** What a path does. */
    interface Behavior {
        void answer(HttpExchange exchange, int call) throws IOException, InterruptedException;
    }

    Receiver() {
        this(null);
    }

    /** @param identity what the server shows of itself over TLS; null for one without TLS */
    Receiver(@Nullable SSLContext identity) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            server = identity == null ? HttpServer.create(address, 50) : secured(address, identity);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        origin = (identity == null ? "http://127.0.0.1:" : "https://localhost:")
                + server.getAddress().getPort();
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    private static HttpServer secured(InetSocketAddress address, SSLContext identity) throws IOException {
        HttpsServer secured = HttpsServer.create(address, 50);
        secured.setHttpsConfigurator(new HttpsConfigurator(identity));
        return secured;
    }

    String url(String path) {
        return origin + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Has a path answer with a status and nothing else. */
    void answers(String path, int status) {
        does(path, (exchange, _) -> exchange.sendResponseHeaders(status, -1));
    }

    void does(String path, Behavior behavior) {
        behaviors.put(path, behavior);
    }

    List<Message> at(String path) {
        return messages.stream().filter(message -> message.path().equals(path)).toList();
    }

    /** Waits until what arrived at a path is as it should be. */
    List<Message> await(String path, Predicate<List<Message>> complete) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!complete.test(at(path))) {
            if (System.nanoTime() > until) {
                throw new AssertionError("%d messages arrived at %s".formatted(at(path).size(), path));
            }
            Thread.sleep(50);
        }
        return at(path);
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        messages.add(new Message(
                path,
                header(exchange, "webhook-id"),
                header(exchange, "webhook-timestamp"),
                header(exchange, "webhook-signature"),
                body));
        Behavior behavior = behaviors.getOrDefault(path, (open, _) -> open.sendResponseHeaders(204, -1));
        try (exchange) {
            behavior.answer(exchange, at(path).size());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        @Nullable String value = exchange.getRequestHeaders().getFirst(name);
        return Objects.requireNonNullElse(value, "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
