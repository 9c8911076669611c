package news.parallax.crawler.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import news.parallax.crawler.HttpAnswer;

/** Outlets under *.example, each with a feed; every third article of a feed lies at a host that all of them share. */
final class PacedSite implements AutoCloseable {

    static final int ARTICLES = 9;

    private static final String PAGE = """
            <html lang="en"><head><title>Report %1$s</title><link rel="canonical" href="http://%2$s%3$s">
            <meta property="article:published_time" content="2026-05-01T10:%1$s:00Z"></head>
            <body><article><h1>Report %1$s of the harbour office</h1>
            <p>The harbour office said in its report %1$s that pier %1$s stays closed until the autumn, since its posts have to
            be replaced one after the other and the divers can work at low tide only.</p></article></body></html>
            """;

    private final HttpServer server;
    private final Map<String, ConcurrentLinkedQueue<Visit>> visits = new ConcurrentHashMap<>();

    /** One request: when it came, and from whom. */
    record Visit(long nanos, String userAgent) {}

    PacedSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** By host, in the order they came. */
    Map<String, List<Visit>> visits() {
        Map<String, List<Visit>> all = new ConcurrentHashMap<>();
        visits.forEach((host, some) -> all.put(host, List.copyOf(some)));
        return all;
    }

    /** Where the articles of an outlet's feed are. */
    static List<String> articles(String outlet, String sharedHost) {
        List<String> urls = new ArrayList<>();
        for (int number = 10; number < 10 + ARTICLES; number++) {
            urls.add("http://%s/%s/%d".formatted(number % 3 == 0 ? sharedHost : outlet, outlet, number));
        }
        return urls;
    }

    static String sharedHost(String outlet) {
        return "shared-" + outlet.substring(outlet.indexOf('-') + 1);
    }

    private void serve(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        visits.computeIfAbsent(host, _ -> new ConcurrentLinkedQueue<>())
                .add(new Visit(System.nanoTime(), exchange.getRequestHeaders().getFirst("User-Agent")));
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/robots.txt" -> HttpAnswer.send(exchange, 404, "text/plain", "");
            case "/feed.xml" -> HttpAnswer.send(exchange, 200, "application/rss+xml", feed(host));
            default ->
                HttpAnswer.send(
                        exchange,
                        200,
                        "text/html",
                        PAGE.formatted(path.substring(path.lastIndexOf('/') + 1), host, path));
        }
    }

    private static String feed(String host) {
        StringBuilder items = new StringBuilder();
        for (String url : articles(host, sharedHost(host))) {
            items.append("<item><title>Report</title><link>%s</link></item>".formatted(url));
        }
        return "<rss version=\"2.0\"><channel><title>Reports</title>%s</channel></rss>".formatted(items);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
