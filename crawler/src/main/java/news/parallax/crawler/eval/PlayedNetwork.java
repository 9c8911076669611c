package news.parallax.crawler.eval;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import news.parallax.crawler.fetch.Network;

/** An internet of one server, which every address leads to. It closes each connection, so that names are looked up anew. */
final class PlayedNetwork implements Network, AutoCloseable {

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.215.14");

    private final HttpServer server;
    private final List<List<InetAddress>> lookups;
    private final List<String> redirects;
    private final AtomicInteger lookup = new AtomicInteger();
    private final AtomicInteger request = new AtomicInteger();

    /**
     * @param lookups what each lookup answers, the last one from then on; nothing means a public address
     * @param redirects where each request is sent to; the one after answers a page
     */
    PlayedNetwork(List<List<InetAddress>> lookups, List<String> redirects) throws IOException {
        this.lookups = lookups;
        this.redirects = redirects;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Connection", "close");
            if (exchange.getRequestURI().getPath().equals("/robots.txt")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            int number = request.getAndIncrement();
            if (number < redirects.size()) {
                exchange.getResponseHeaders().set("Location", redirects.get(number));
                exchange.sendResponseHeaders(302, -1);
            } else {
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write(new byte[] {'o', 'k'});
            }
        }
    }

    /** Whether the page itself was asked for. */
    boolean reached() {
        return request.get() > redirects.size();
    }

    @Override
    public List<InetAddress> addresses(String host) {
        return lookups.isEmpty()
                ? List.of(PUBLIC)
                : lookups.get(Math.min(lookup.getAndIncrement(), lookups.size() - 1));
    }

    @Override
    public InetSocketAddress route(InetSocketAddress address) {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
