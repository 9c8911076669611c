package news.parallax.crawler.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Executors;
import news.parallax.crawler.page.ContentHash;

/**
 * Serves the sample edition on a loopback port: each outlet under its own host name, and for people without the names
 * under {@code http://localhost:PORT/<domain>/}. Plain Java, so that it starts at once: {@code SampleServer PORT}.
 */
public final class SampleServer implements AutoCloseable {

    private final HttpServer server;
    private final SampleSite site;

    /** Starts on a port; 0 means a free one. */
    SampleServer(int port) throws IOException {
        this.site = new SampleSite(SampleEdition.read());
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 1 || !args[0].matches("\\d{1,5}")) {
            System.err.println("usage: SampleServer PORT");
            System.exit(2);
        }
        SampleServer server = new SampleServer(Integer.parseInt(args[0]));
        System.out.println("sample edition on http://localhost:" + server.port() + "/");
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            String known = exchange.getRequestHeaders().getFirst("If-None-Match");
            SampleSite.Page page =
                    site.page(host(exchange), exchange.getRequestURI().getPath(), known != null);
            String etag = "\"" + ContentHash.sha256(page.body()).substring(0, 16) + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            if (etag.equals(known)) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", page.contentType());
            exchange.sendResponseHeaders(page.status(), method.equals("HEAD") ? -1 : body.length);
            if (method.equals("GET")) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String host(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Host");
        return header == null ? "" : header.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }
}
