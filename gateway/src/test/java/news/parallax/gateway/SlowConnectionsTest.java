package news.parallax.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that send slowly, nothing, or too much, are ended, and others are answered meanwhile. */
@QuarkusTest
@TestProfile(Exposed.class)
class SlowConnectionsTest {
    private static final int CROWD = 200;
    private static final String ENDLESS = "a".repeat(1_000);
    private static final String MEGABYTE = "a".repeat(1 << 20);

    @TestHTTPResource
    URL gateway;

    private RawConnection connect() throws IOException {
        return new RawConnection(gateway.getPort());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /v1/tot",
                "GET /v1/totals HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
                "POST /log-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 1000000\r\n\r\nemail=",
                "PATCH /v1/me HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\nfff\r\n{\"name\": \"",
                "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000000\r\n\r\n{\"jsonrpc\": \"",
                "PRI * HTTP/2.0\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
            })
    void whatComesByteByByteEnds(String begun) throws IOException {
        try (var connection = connect()) {
            connection.drip(begun, ENDLESS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "G", "GET / HTTP/1.1\r\nHost: localhost\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"})
    void whoSaysNothingMoreIsLeft(String begun) throws IOException {
        try (var connection = connect()) {
            connection.exchange(begun);
        }
    }

    @Test
    void othersAreAnsweredMeanwhile() throws IOException, InterruptedException, ExecutionException {
        List<Future<?>> crowd = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(threads.submit(() -> {
                    whatComesByteByByteEnds("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
                    return null;
                }));
            }
            do {
                assertThat(given().get("/v1/totals").statusCode()).isEqualTo(200);
            } while (crowd.stream().anyMatch(one -> !one.isDone()));
            for (Future<?> one : crowd) {
                one.get();
            }
        }
    }

    @Test
    void tooManyHeadersAreRefused() throws IOException {
        var headers = new StringBuilder("GET / HTTP/1.1\r\nHost: localhost\r\n");
        for (int i = 0; i < 10_000; i++) {
            headers.append("X-Header-").append(i).append(": a\r\n");
        }

        assertRefused(headers + "\r\n", 431);
    }

    @Test
    void aHeaderThatIsTooLongIsRefused() throws IOException {
        assertRefused("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + MEGABYTE + "\r\n\r\n", 431);
    }

    @Test
    void aFirstLineThatIsTooLongIsRefused() throws IOException {
        assertRefused("GET /" + MEGABYTE + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/log-in", "/v1/me/keys", "/mcp"})
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysSoOrNot(String path) throws IOException {
        String type = path.equals("/log-in") ? "application/x-www-form-urlencoded" : "application/json";
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type + "\r\n";
        String chunk = "100000\r\n \"" + MEGABYTE.substring(2) + "\r\n";

        assertRefused(head + "Content-Length: " + 10 * MEGABYTE.length() + "\r\n\r\n" + MEGABYTE, 413);
        assertRefused(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(10) + "0\r\n\r\n", 413);
    }

    /** A refusal may be lost when the connection is reset by what was sent after it: then there is no answer. */
    private void assertRefused(String request, int status) throws IOException {
        try (var connection = connect()) {
            String answer = connection.exchange(request);
            assertThat(answer)
                    .satisfiesAnyOf(
                            text -> assertThat(text).matches("(?s)HTTP/1\\.[01] " + status + " .*"),
                            text -> assertThat(text).isEmpty());
        }
    }
}
