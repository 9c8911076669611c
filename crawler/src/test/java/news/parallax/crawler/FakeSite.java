package news.parallax.crawler;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** Every host of a small web: a home page that declares a feed, the feed of three entries, and articles. */
public final class FakeSite implements AutoCloseable {

    private static final String PAGE = """
            <html lang="en"><head><title>%1$s</title><link rel="canonical" href="http://%2$s%3$s"></head>
            <body><article><h1>%1$s</h1><p>The harbour office of Brackwater said on Tuesday that the pier stays closed until
            the autumn, since its posts have to be replaced one after the other and the divers can only work at low tide.</p>
            </article></body></html>
            """;

    /** Forms that were sent to the hub. */
    public static final BlockingQueue<String> ASKED_OF_HUB = new LinkedBlockingQueue<>();

    private final HttpServer server;

    FakeSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", FakeSite::serve);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void serve(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/hub" -> {
                ASKED_OF_HUB.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                HttpAnswer.send(exchange, 202, "text/plain", "");
            }
            case "/" -> HttpAnswer.send(exchange, 200, "text/html", """
                    <html><head><title>Home</title><link rel="alternate" type="application/rss+xml" title="All" href="/feed.xml">
                    <link rel="alternate" type="application/rss+xml" href="/gone"></head><body>Home</body></html>""");
            case "/feed.xml" -> HttpAnswer.send(exchange, 200, "application/rss+xml", feed(host));
            case "/moved" -> {
                exchange.getResponseHeaders().add("Location", "/");
                HttpAnswer.send(exchange, 302, "text/html", "");
            }
            case "/broken.xml" -> HttpAnswer.send(exchange, 200, "text/plain", "no feed at all");
            case "/gone", "/robots.txt" -> HttpAnswer.send(exchange, 404, "text/html", "");
            default ->
                HttpAnswer.send(
                        exchange, 200, "text/html", PAGE.formatted("Pier stays closed: report " + path, host, path));
        }
    }

    private static String feed(String host) {
        StringBuilder items = new StringBuilder();
        for (String path : new String[] {"/a/1", "/a/2", "/gone"}) {
            items.append("<item><title>Report %2$s</title><link>http://%1$s%2$s</link></item>".formatted(host, path));
        }
        return "<rss version=\"2.0\"><channel><title>Harbour</title>%s</channel></rss>".formatted(items);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
