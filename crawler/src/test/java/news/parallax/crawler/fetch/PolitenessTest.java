package news.parallax.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import news.parallax.crawler.TestConfig;
import news.parallax.crawler.fetch.FetchResult.Failed;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.FetchResult.RateLimited;
import news.parallax.crawler.fetch.FetchResult.Refused;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hosts that want to be left alone are, also by the requests that come after the one that was told so. */
class PolitenessTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Fetcher fetcher;
    private volatile int robotsStatus = 404;
    private volatile int pageStatus = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        fetcher = new Fetcher(
                TestConfig.with(
                        "allow-private-addresses", "true",
                        "host-interval", "0s",
                        "connect-to.example", "127.0.0.1:" + server.getAddress().getPort()),
                clock);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String host = exchange.getRequestHeaders().getFirst("Host");
            asked.add(host + path);
            boolean robots = path.equals("/robots.txt");
            int status = robots ? robotsStatus : host.startsWith("other") ? 200 : pageStatus;
            if (status == 429) {
                exchange.getResponseHeaders().set("Retry-After", "120");
            }
            if (path.equals("/archived")) {
                exchange.getResponseHeaders().add("X-Robots-Tag", "otherbot: noindex");
                exchange.getResponseHeaders().add("X-Robots-Tag", "noarchive");
            }
            byte[] body = (robots ? "User-agent: *\nDisallow: /private\n" : "page").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void aPauseIsForTheWholeHostAndNobodyElse() throws Exception {
        pageStatus = 429;
        assertThat(fetch("/a"))
                .isInstanceOfSatisfying(
                        RateLimited.class,
                        told -> assertThat(told.reply().resting()).isFalse());
        pageStatus = 200;
        assertThat(fetch("/b")).isInstanceOfSatisfying(RateLimited.class, waiting -> {
            assertThat(waiting.reply().resting()).isTrue();
            assertThat(waiting.reply().retryTime()).contains(NOON.plusSeconds(120));
        });
        assertThat(asked).noneMatch(request -> request.endsWith("/b"));
        assertThat(fetcher.fetch(HttpUrl.get("http://other.example/b"), Validators.NONE))
                .isInstanceOf(Fetched.class);
        clock.pass(Duration.ofSeconds(121));
        assertThat(fetch("/b")).isInstanceOf(Fetched.class);
    }

    @Test
    void aHostThatFailsAgainAndAgainIsLeftAlone() throws Exception {
        pageStatus = 500;
        for (String page : List.of("/a", "/b", "/c", "/d")) {
            assertThat(fetch(page))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.error()).isEqualTo(FetchError.SERVER_ERROR));
        }
        assertThat(asked).contains("outlet.example/c").doesNotContain("outlet.example/d");
        clock.pass(Duration.ofMinutes(2));
        pageStatus = 200;
        assertThat(fetch("/d")).isInstanceOf(Fetched.class);
        assertThat(fetch("/e")).isInstanceOf(Fetched.class);
    }

    @Test
    void rulesThatCannotBeReadAnyMoreAreKeptToForAWhile() throws Exception {
        robotsStatus = 200;
        assertThat(fetch("/private")).isInstanceOf(Refused.class);
        robotsStatus = 503;
        clock.pass(Duration.ofHours(13));
        assertThat(fetch("/open")).isInstanceOf(Fetched.class);
        assertThat(fetch("/private")).isInstanceOf(Refused.class);
        clock.pass(Duration.ofDays(8));
        assertThat(fetch("/open"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.error()).isEqualTo(FetchError.ROBOTS));
        robotsStatus = 404;
        clock.pass(Duration.ofHours(7));
        assertThat(fetch("/private")).isInstanceOf(Fetched.class);
    }

    @Test
    void rulesThatCannotBeReadAreAskedForLessAndLessOften() throws Exception {
        robotsStatus = 500;
        for (int minute = 0; minute < 60; minute++) {
            assertThat(fetch("/page")).isInstanceOf(Failed.class);
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(asked).hasSizeBetween(4, 9).allMatch(request -> request.endsWith("/robots.txt"));
    }

    @Test
    void whatAPageAsksOfRobotsInItsHeaderIsTold() throws Exception {
        Fetched page = (Fetched) fetch("/archived");
        assertThat(page.directives().forbidsText()).isTrue();
        assertThat(page.directives().forbidsPage(NOON)).isFalse();
    }

    private FetchResult fetch(String path) throws InterruptedException {
        return fetcher.fetch(HttpUrl.get("http://outlet.example" + path), Validators.NONE);
    }
}
