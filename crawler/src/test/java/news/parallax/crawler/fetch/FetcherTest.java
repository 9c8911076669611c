package news.parallax.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import news.parallax.crawler.TestConfig;
import news.parallax.crawler.fetch.FetchResult.Failed;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.FetchResult.NotModified;
import news.parallax.crawler.fetch.FetchResult.RateLimited;
import news.parallax.crawler.fetch.FetchResult.Refused;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The fetcher against a server whose routes are named by what they do. */
class FetcherTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> hosts = new CopyOnWriteArrayList<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger mostRunning = new AtomicInteger();
    private HttpServer server;
    private volatile int robotsStatus = 404;
    private volatile String robots = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        route("/robots.txt", exchange -> answer(exchange, robotsStatus, robots));
        route("/page", exchange -> answer(exchange, 200, "hello"));
        route("/private", exchange -> answer(exchange, 200, "secret"));
        route("/gone", exchange -> answer(exchange, 410, ""));
        route("/broken", exchange -> answer(exchange, 500, ""));
        route("/redirect", exchange -> redirect(exchange, 302, "/page"));
        route("/moved", exchange -> redirect(exchange, 301, "/movedAgain"));
        route("/movedAgain", exchange -> redirect(exchange, 308, "/page"));
        route("/movedForNow", exchange -> redirect(exchange, 302, "/movedAgain"));
        route("/redirectToGone", exchange -> redirect(exchange, 302, "/gone"));
        route("/fresh", exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=600");
            exchange.getResponseHeaders().set("Age", "120");
            answer(exchange, 200, "");
        });
        route("/stale", exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60");
            exchange.getResponseHeaders().set("Age", "3600");
            answer(exchange, 200, "");
        });
        route("/uncached", exchange -> {
            exchange.getResponseHeaders().set("Cache-Control", "no-cache, max-age=600");
            answer(exchange, 200, "");
        });
        route("/redirectLoop", exchange -> redirect(exchange, 302, "/redirectLoop"));
        route("/redirectToFile", exchange -> redirect(exchange, 302, "file:///etc/passwd"));
        route("/redirectToPrivate", exchange -> redirect(exchange, 302, "/private"));
        route("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            answer(exchange, 429, "");
        });
        route("/busyForEver", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "99999999999999");
            answer(exchange, 503, "");
        });
        route("/busyUntil", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "Fri, 01 May 2026 14:00:00 GMT");
            answer(exchange, 503, "");
        });
        route("/notModified", exchange -> {
            boolean known = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().set("ETag", "\"v1\"");
            exchange.getResponseHeaders().set("Last-Modified", "Fri, 01 May 2026 10:00:00 GMT");
            exchange.getResponseHeaders().set("Set-Cookie", "visitor=1; Path=/");
            answer(exchange, known ? 304 : 200, known ? "" : "body");
        });
        route("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            sendUntilClosed(exchange.getResponseBody(), 1, Duration.ofMillis(50));
        });
        route("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            sendUntilClosed(exchange.getResponseBody(), 64 * 1024, Duration.ZERO);
        });
        route("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            byte[] zipped = zippedZeros(64 * 1024 * 1024);
            exchange.sendResponseHeaders(200, zipped.length);
            exchange.getResponseBody().write(zipped);
        });
        route("/crowd", exchange -> {
            mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
            sleep(Duration.ofMillis(30));
            running.decrementAndGet();
            answer(exchange, 200, "");
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aPageIsFetchedUnderOurNameAndWithoutCookies() throws Exception {
        Fetcher fetcher = fetcher();
        Fetched page = (Fetched) fetcher.fetch(url("/notModified"), Validators.NONE);
        fetcher.fetch(url("/notModified"), Validators.NONE);
        assertThat(page.body()).asString(StandardCharsets.UTF_8).isEqualTo("body");
        assertThat(page.validators()).isEqualTo(new Validators("\"v1\"", "Fri, 01 May 2026 10:00:00 GMT"));
        assertThat(requests)
                .contains("/notModified ParallaxBot/1.0 (+https://desk.example/bot) cookie=null")
                .noneMatch(request -> request.contains("visitor"));
    }

    @Test
    void withItsValidatorsAnUnchangedPageIsNotSentAgain() throws Exception {
        assertThat(fetcher().fetch(url("/notModified"), new Validators("\"v1\"", "")))
                .isEqualTo(new NotModified(reply(304)));
    }

    @Test
    void aRedirectIsFollowedAndIsNoMove() throws Exception {
        Fetched page = (Fetched) fetcher().fetch(url("/redirect"), Validators.NONE);
        assertThat(page.url()).isEqualTo(url("/page"));
        assertThat(page.reply().redirectUrl()).contains(url("/page"));
        assertThat(page.reply().permanent()).isFalse();
    }

    @Test
    void permanentRedirectsAreAMove() throws Exception {
        Fetched page = (Fetched) fetcher().fetch(url("/moved"), Validators.NONE);
        assertThat(page.reply())
                .isEqualTo(new Reply(200, Optional.of(url("/page")), true, Optional.empty(), Optional.empty()));
    }

    @Test
    void oneRedirectForNowMakesAllOfThemPassing() throws Exception {
        Fetched page = (Fetched) fetcher().fetch(url("/movedForNow"), Validators.NONE);
        assertThat(page.reply().redirectUrl()).contains(url("/page"));
        assertThat(page.reply().permanent()).isFalse();
    }

    @Test
    void whatIsGoneBehindARedirectSaysWhere() throws Exception {
        Refused gone = (Refused) fetcher().fetch(url("/redirectToGone"), Validators.NONE);
        assertThat(gone.error()).isEqualTo(FetchError.GONE);
        assertThat(gone.reply())
                .isEqualTo(new Reply(410, Optional.of(url("/gone")), false, Optional.empty(), Optional.empty()));
    }

    @Test
    void anAnswerSaysForHowLongItIsFresh() throws Exception {
        assertThat(fetcher().fetch(url("/fresh"), Validators.NONE).reply().freshFor())
                .contains(Duration.ofMinutes(8));
        assertThat(fetcher().fetch(url("/stale"), Validators.NONE).reply().freshFor())
                .contains(Duration.ZERO);
        assertThat(fetcher().fetch(url("/uncached"), Validators.NONE).reply().freshFor())
                .isEmpty();
    }

    @Test
    void whyNoAnswerCameIsTold() {
        assertThat(List.of(
                        FetchError.of(new UnknownHostException("no.example")),
                        FetchError.of(new ConnectException("refused")),
                        FetchError.of(new SocketTimeoutException("timeout")),
                        FetchError.of(new SSLHandshakeException("no name matches")),
                        FetchError.of(new SSLException("broken", new SocketException("reset"))),
                        FetchError.of(new EOFException("no content"))))
                .containsExactly(
                        FetchError.HOST_UNKNOWN,
                        FetchError.UNREACHABLE,
                        FetchError.TIMEOUT,
                        FetchError.TLS,
                        FetchError.UNREACHABLE,
                        FetchError.UNREACHABLE);
    }

    @Test
    void redirectsEndAfterFive() throws Exception {
        assertThat(fetcher().fetch(url("/redirectLoop"), Validators.NONE))
                .isEqualTo(new Refused(
                        FetchError.TOO_MANY_REDIRECTS,
                        "more than 5 redirects",
                        new Reply(302, Optional.of(url("/redirectLoop")), false, Optional.empty(), Optional.empty())));
        assertThat(requests.stream().filter(request -> request.startsWith("/redirectLoop")))
                .hasSize(6);
    }

    @Test
    void aRedirectOutOfTheWebIsRefused() throws Exception {
        assertThat(fetcher().fetch(url("/redirectToFile"), Validators.NONE))
                .isEqualTo(new Refused(
                        FetchError.ADDRESS_REFUSED,
                        "redirect to \"file:///etc/passwd\", which is no http or https URL",
                        reply(302)));
    }

    @Test
    void whatIsGoneIsRefusedAndWhatIsBrokenFailed() throws Exception {
        assertThat(fetcher().fetch(url("/gone"), Validators.NONE))
                .isEqualTo(new Refused(FetchError.GONE, "the server answers 410", reply(410)));
        assertThat(fetcher().fetch(url("/broken"), Validators.NONE))
                .isEqualTo(new Failed(FetchError.SERVER_ERROR, "the server answers 500", reply(500)));
        server.stop(0);
        // the host's robots.txt is asked for first, and what stops that would have stopped the page
        assertThat(fetcher().fetch(url("/page"), Validators.NONE)).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.error()).isEqualTo(FetchError.UNREACHABLE);
            assertThat(failed.reply()).isEqualTo(Reply.NONE);
        });
    }

    @Test
    void aServerThatAsksForAPauseSaysUntilWhen() throws Exception {
        assertThat(fetcher().fetch(url("/busy"), Validators.NONE))
                .isEqualTo(new RateLimited(
                        new Reply(429, Optional.empty(), false, Optional.empty(), Optional.of(NOON.plusSeconds(120)))));
        assertThat(fetcher().fetch(url("/busyUntil"), Validators.NONE))
                .isEqualTo(new RateLimited(new Reply(
                        503,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.of(Instant.parse("2026-05-01T14:00:00Z")))));
        assertThat(fetcher().fetch(url("/busyForEver"), Validators.NONE).reply().retryTime())
                .contains(NOON.plus(Duration.ofDays(365)));
    }

    @Test
    void aServerThatDripsIsCutOffInTime() throws Exception {
        long start = System.nanoTime();
        assertThat(fetcher("fetch-timeout", "500ms").fetch(url("/slow"), Validators.NONE))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.error()).isEqualTo(FetchError.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void anEndlessBodyIsRefused() throws Exception {
        assertThat(fetcher("body-limit", "100K").fetch(url("/endless"), Validators.NONE))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.error()).isEqualTo(FetchError.TOO_LARGE);
                    assertThat(refused.reason()).contains("longer than 102400 bytes");
                });
    }

    @Test
    void aBodyThatIsHugeOnlyAfterDecompressionIsRefused() throws Exception {
        assertThat(fetcher("body-limit", "1M").fetch(url("/bomb"), Validators.NONE))
                .isEqualTo(new Refused(
                        FetchError.TOO_LARGE, "body is longer than 1048576 bytes after decompression", reply(200)));
    }

    @Test
    void oneHostGetsOneRequestAtATimeWithAPauseBetween() throws Exception {
        Fetcher fetcher = fetcher("host-interval", "100ms");
        long start = System.nanoTime();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                crowd.submit(() -> fetcher.fetch(url("/crowd"), Validators.NONE));
            }
        }
        assertThat(mostRunning).hasValue(1);
        // robots.txt and four pages: four pauses
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(400));
    }

    @Test
    void aSuffixCanBeServedByAnotherAddressWithItsHostKept() throws Exception {
        Fetcher fetcher = fetcher("connect-to.example", "127.0.0.1:" + port());
        Fetched page = (Fetched) fetcher.fetch(HttpUrl.get("http://news.outlet.example/page"), Validators.NONE);
        assertThat(page.url().host()).isEqualTo("news.outlet.example");
        assertThat(hosts).contains("news.outlet.example");
    }

    @Nested
    class WithoutLeaveForPrivateAddresses {

        private final String guarded = "false";

        @Test
        void loopbackIsRefusedHoweverItIsWritten() throws Exception {
            for (String host : List.of("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433")) {
                assertThat(fetcher("allow-private-addresses", guarded)
                                .fetch(HttpUrl.get("http://" + host + ":" + port() + "/private"), Validators.NONE))
                        .as(host)
                        .isInstanceOfSatisfying(
                                Refused.class,
                                refused -> assertThat(refused.error()).isEqualTo(FetchError.ADDRESS_REFUSED));
            }
            assertThat(requests).isEmpty();
        }

        @Test
        void anAddressPutInPlaceOfAHostIsGuardedToo() throws Exception {
            Fetcher fetcher = fetcher("allow-private-addresses", guarded, "connect-to.example", "127.0.0.1:" + port());
            assertThat(fetcher.fetch(HttpUrl.get("http://outlet.example/page"), Validators.NONE))
                    .isInstanceOf(Refused.class);
            assertThat(requests).isEmpty();
        }
    }

    @Nested
    class WithRobotsTxt {

        @Test
        void whatItForbidsIsNotAskedForAlsoAfterARedirect() throws Exception {
            robotsStatus = 200;
            robots = "User-agent: *\nDisallow: /private\n";
            assertThat(fetcher().fetch(url("/private"), Validators.NONE))
                    .isEqualTo(new Refused(FetchError.ROBOTS, "robots.txt of 127.0.0.1 forbids it", Reply.NONE));
            assertThat(fetcher().fetch(url("/redirectToPrivate"), Validators.NONE))
                    .isInstanceOf(Refused.class);
            assertThat(fetcher().fetch(url("/page"), Validators.NONE)).isInstanceOf(Fetched.class);
            assertThat(requests).noneMatch(request -> request.startsWith("/private"));
        }

        @Test
        void rulesForOurNameBeatThoseForAll() throws Exception {
            robotsStatus = 200;
            robots = "User-agent: *\nDisallow: /\n\nUser-agent: parallaxbot\nDisallow: /private\n";
            assertThat(fetcher().fetch(url("/page"), Validators.NONE)).isInstanceOf(Fetched.class);
            assertThat(fetcher().fetch(url("/private"), Validators.NONE)).isInstanceOf(Refused.class);
        }

        @Test
        void aBrokenServerForbidsForNowAndAMissingFileAllows() throws Exception {
            robotsStatus = 500;
            assertThat(fetcher().fetch(url("/page"), Validators.NONE))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.error()).isEqualTo(FetchError.ROBOTS));
            robotsStatus = 403;
            assertThat(fetcher().fetch(url("/page"), Validators.NONE)).isInstanceOf(Fetched.class);
        }

        @Test
        void itIsAskedForOnce() throws Exception {
            Fetcher fetcher = fetcher();
            fetcher.fetch(url("/page"), Validators.NONE);
            fetcher.fetch(url("/gone"), Validators.NONE);
            assertThat(requests.stream().filter(request -> request.startsWith("/robots.txt")))
                    .hasSize(1);
        }

        @Test
        void itsCrawlDelayIsKept() throws Exception {
            robotsStatus = 200;
            robots = "User-agent: *\nCrawl-delay: 0.3\n";
            Fetcher fetcher = fetcher();
            fetcher.fetch(url("/page"), Validators.NONE);
            long start = System.nanoTime();
            fetcher.fetch(url("/page"), Validators.NONE);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(250));
        }
    }

    private Fetcher fetcher(String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "allow-private-addresses", "true", "host-interval", "0s", "contact", "https://desk.example/bot"));
        all.addAll(List.of(settings));
        return new Fetcher(TestConfig.with(all.toArray(String[]::new)), InstantSource.fixed(NOON));
    }

    private static Reply reply(int status) {
        return new Reply(status, Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private HttpUrl url(String path) {
        return HttpUrl.get("http://127.0.0.1:" + port() + path);
    }

    private interface Route {
        void serve(HttpExchange exchange) throws IOException;
    }

    private void route(String path, Route route) {
        server.createContext(path, exchange -> {
            try (exchange) {
                requests.add(exchange.getRequestURI().getPath() + " "
                        + exchange.getRequestHeaders().getFirst("User-Agent") + " cookie="
                        + exchange.getRequestHeaders().getFirst("Cookie"));
                hosts.add(exchange.getRequestHeaders().getFirst("Host"));
                route.serve(exchange);
            }
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void redirect(HttpExchange exchange, int status, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(status, -1);
    }

    private static void sendUntilClosed(OutputStream body, int bytes, Duration pause) throws IOException {
        while (true) {
            body.write(new byte[bytes]);
            body.flush();
            sleep(pause);
        }
    }

    private static byte[] zippedZeros(int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int written = 0; written < length; written += zeros.length) {
                zip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
