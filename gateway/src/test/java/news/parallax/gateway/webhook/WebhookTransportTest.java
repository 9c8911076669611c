package news.parallax.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import news.parallax.gateway.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class WebhookTransportTest {
    private static final Vertx VERTX = Vertx.vertx();
    private static final Receiver RECEIVER = new Receiver();
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    @AfterAll
    static void stop() {
        RECEIVER.close();
        VERTX.close();
    }

    @Test
    void whatIsTakenIsTakenWithItsBodyAndHeaders() {
        assertThat(post("/taken")).isEqualTo(new Answer.Taken(204));

        assertThat(RECEIVER.at("/taken")).singleElement().satisfies(message -> {
            assertThat(message.body()).isEqualTo(BODY);
            assertThat(message.id()).isEqualTo("m-1");
        });
    }

    @Test
    void aRedirectIsNotFollowed() {
        RECEIVER.does("/moved", (exchange, _) -> {
            exchange.getResponseHeaders().set("Location", RECEIVER.url("/secret"));
            exchange.sendResponseHeaders(307, -1);
        });

        assertThat(post("/moved")).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(307);
            assertThat(refused.error()).contains("redirects are not followed");
        });
        assertThat(RECEIVER.at("/secret")).isEmpty();
    }

    @Test
    void aReceiverCanSayWhenItWantsTheMessageAgain() {
        RECEIVER.does("/busy", (exchange, _) -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            exchange.sendResponseHeaders(503, -1);
        });

        assertThat(post("/busy")).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.again()).isPresent();
        });
    }

    @Test
    void oneThatDoesNotAnswerIsGivenUpInTime() {
        RECEIVER.does("/slow", (exchange, _) -> {
            Thread.sleep(10_000);
            exchange.sendResponseHeaders(204, -1);
        });

        assertThat(post("/slow"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.status()).isZero());
    }

    @Test
    void oneThatTellsWithoutEndIsNotListenedTo() throws Exception {
        var sent = new HashMap<String, Long>();
        RECEIVER.does("/flood", (exchange, _) -> sent.put("bytes", flood(exchange)));

        assertThat(post("/flood")).isEqualTo(new Answer.Taken(200));

        long until = System.nanoTime() + 20_000_000_000L;
        while (!sent.containsKey("bytes")) {
            assertThat(System.nanoTime()).as("the flood ends").isLessThan(until);
            Thread.sleep(20);
        }
        assertThat(sent.get("bytes")).isLessThan(64L << 20);
    }

    /** Writes a gigabyte, or as much of it as is read. */
    private static long flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1L << 30);
        byte[] part = new byte[64 << 10];
        long written = 0;
        try (OutputStream body = exchange.getResponseBody()) {
            while (written < 1L << 30) {
                body.write(part);
                written += part.length;
            }
        } catch (IOException e) {
            return written;
        }
        return written;
    }

    @Test
    void oneThatIsNoWebServerIsRefused() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> talkNonsense(server));

            assertThat(transport(Map.of())
                            .post(URI.create("http://127.0.0.1:%d/".formatted(server.getLocalPort())), Map.of(), BODY))
                    .isInstanceOf(Answer.Refused.class);
        }
    }

    private static void talkNonsense(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read();
            socket.getOutputStream()
                    .write("SSH-2.0-OpenSSH_9.9\r\n".repeat(2_000).getBytes(UTF_8));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // it was hung up on, as it should be
        }
    }

    @Test
    void aCertificateThatIsNotForTheHostIsRefused() {
        assertThat(transport(Map.of())
                        .post(URI.create("https://127.0.0.1:%d/tls".formatted(RECEIVER.port())), Map.of(), BODY))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.status()).isZero());
        assertThat(RECEIVER.at("/tls")).isEmpty();
    }

    @Test
    void aReceiverOfAnAuthorityThatIsTrustedByItsSettingIsToldOverTls() {
        var authority = Authority.make();
        try (var receiver = new Receiver(authority.forLocalhost())) {
            WebhookTransport trusting = transport(Map.of(
                    "parallax.gateway.webhooks.authorities", authority.pem().toString()));
            URI url = URI.create(receiver.url("/tls"));

            assertThat(trusting.post(url, Map.of("webhook-id", "m-1"), BODY)).isEqualTo(new Answer.Taken(204));
            assertThat(receiver.at("/tls"))
                    .singleElement()
                    .satisfies(message -> assertThat(message.body()).isEqualTo(BODY));

            assertRefused(transport(Map.of()), url); // Java does not know the authority
            assertRefused(trusting, URI.create(receiver.url("/tls").replace("localhost", "127.0.0.1")));
            assertThat(receiver.at("/tls")).hasSize(1);
        }
    }

    @Test
    void aCertificateThatIsOutOfDateIsRefused() {
        var authority = Authority.make();
        try (var receiver = new Receiver(authority.outOfDate())) {
            assertRefused(
                    transport(Map.of(
                            "parallax.gateway.webhooks.authorities",
                            authority.pem().toString())),
                    URI.create(receiver.url("/ended")));
            assertThat(receiver.at("/ended")).isEmpty();
        }
    }

    private static void assertRefused(WebhookTransport transport, URI url) {
        assertThat(transport.post(url, Map.of(), BODY)).isInstanceOfSatisfying(Answer.Refused.class, refused -> {
            assertThat(refused.status()).isZero();
            assertThat(refused.error()).startsWith("The receiver could not be reached: ");
        });
    }

    @Test
    void unlessItIsAllowedAMachineNearbyIsNotEvenConnectedTo() {
        assertThat(transport(Map.of("parallax.gateway.webhooks.allow-private", "false"))
                        .post(URI.create(RECEIVER.url("/nearby")), Map.of(), BODY))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.error()).contains("127.0.0.1", "no public address"));
        assertThat(RECEIVER.at("/nearby")).isEmpty();
    }

    private static Answer post(String path) {
        return transport(Map.of()).post(URI.create(RECEIVER.url(path)), Map.of("webhook-id", "m-1"), BODY);
    }

    private static WebhookTransport transport(Map<String, String> settings) {
        var all = new HashMap<>(
                Map.of("parallax.gateway.webhooks.allow-private", "true", "parallax.gateway.webhooks.timeout", "2s"));
        all.putAll(settings);
        return new WebhookTransport(VERTX, Settings.of(all));
    }
}
