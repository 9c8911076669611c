package news.parallax.crawler.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Serves any number of outlets from memory, in a process of its own: {@code BenchWeb} prints its port. Every host
 * has a robots.txt, feeds ({@code /feed-N.xml} has N stories) and the stories.
 */
public final class BenchWeb {

    static final long SEED = 2026;

    private final BenchPages pages = new BenchPages(SEED);

    private BenchWeb() {}

    public static void main(String[] arguments) throws Exception {
        BenchWeb web = new BenchWeb();
        var server = Vertx.vertx()
                .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(web::answer)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        System.out.println(server.actualPort());
        while (System.in.read() >= 0) {
            continue; // ends with whoever started it
        }
        System.exit(0);
    }

    private void answer(HttpServerRequest request) {
        String path = request.path();
        if (path.equals("/robots.txt")) {
            send(request, "text/plain", Buffer.buffer("User-agent: *\nDisallow: /private/\n"));
        } else if (path.startsWith("/feed-")) {
            send(
                    request,
                    "application/rss+xml",
                    Buffer.buffer(feed(request.authority().host(), number(path))));
        } else {
            BenchPages.Page page = pages.page(path.hashCode());
            String accepted = request.getHeader("Accept-Encoding");
            boolean packed = accepted != null && accepted.contains("gzip");
            if (packed) {
                request.response().putHeader("Content-Encoding", "gzip");
            }
            send(request, "text/html; charset=utf-8", Buffer.buffer(packed ? page.packed() : page.plain()));
        }
    }

    private static void send(HttpServerRequest request, String contentType, Buffer body) {
        request.response().putHeader("Content-Type", contentType).end(body);
    }

    private static int number(String path) {
        return Integer.parseInt(path.substring("/feed-".length(), path.indexOf('.')));
    }

    private static String feed(String host, int stories) {
        return IntStream.range(0, stories)
                .mapToObj(i -> "<item><title>Story %d</title><link>%s</link></item>".formatted(i, story(host, i)))
                .collect(Collectors.joining(
                        "\n", "<rss version=\"2.0\"><channel><title>" + host + "</title>", "</channel></rss>"));
    }

    static String story(String host, int number) {
        return "http://" + host + "/story-" + number + ".html";
    }
}
