package news.parallax.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import news.parallax.gateway.Routes.Route;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that nobody wrote by hand. */
@QuarkusTest
@WithTestResource(CatalogProcess.class)
class AddressesTest {
    /** In place of an id, and of a value of a parameter. */
    private static final List<String> ODDITIES = List.of(
            "%00",
            "%zz",
            "%",
            "%f",
            "%ff%fe",
            "%c0%80",
            "%ed%a0%80",
            "%2e%2e%2f%2e%2e%2f",
            "..;/",
            "%0d%0aSet-Cookie:a=b",
            "%22%3E%3Cscript%3E",
            "\"<>|^`{}\\",
            "a".repeat(3_000),
            "%F0%9F%98%80",
            "-1",
            "99999999999999999999",
            "%20",
            "null",
            "{{7*7}}");

    private static final List<String> PARAMETERS = List.of(
            "q", "cursor", "sort", "side", "next", "url", "kind", "days", "article", "story", "health", "prefix");

    @TestHTTPResource
    URL gateway;

    private Requests requests;

    @BeforeEach
    void everythingIsIndexed() {
        Indexed.await();
        requests = Requests.read();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/stories/%zz", "/v1/stories?q=%zz", "/v1/%", "/v1/search?q=cargo%2"})
    void brokenEscapesAreRefusedInWordsToPrograms(String address) throws IOException {
        assertThat(get(address))
                .startsWith("HTTP/1.1 400 ")
                .contains("application/problem+json", "\"code\":\"ADDRESS_INVALID\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stories/%zz", "/search?q=%zz", "/%", "/feeds/search.atom?q=%g0", "/nothing%"})
    void brokenEscapesAreRefusedInWordsToPeople(String address) throws IOException {
        get("/"); // is kept, and not given in their place

        assertThat(get(address)).startsWith("HTTP/1.1 400 ").contains("text/html", "<h1>", "two hexadecimal digits");
    }

    @Test
    void overPlainHttpNobodyIsToldToComeByTls() throws IOException {
        assertThat(get("/")).startsWith("HTTP/1.1 200 ").doesNotContain("Strict-Transport-Security");
    }

    @Test
    void aFormWithABrokenAddressIsRefusedToo() throws IOException {
        try (var connection = new RawConnection(gateway.getPort())) {
            assertThat(
                            connection.exchange(
                                    "POST /language?next=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n\r\nlanguage=de"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("<h1>");
        }
    }

    @Test
    void whateverStandsForAnIdIsNoFailureOfOurs() throws IOException {
        for (Route route : Routes.ofRest()) {
            if (route.reads() && route.path().contains("{")) {
                for (String oddity : ODDITIES) {
                    assertRefusedOrAnswered(route.path()
                            .replaceAll("\\{format}", "atom")
                            .replaceAll("\\{\\w+}", "\0")
                            .replace("\0", oddity));
                }
            }
        }
    }

    @Test
    void whateverStandsForAParameterOfAPageIsNoFailureOfOurs() throws IOException {
        List<String> paths = Routes.ofRest().stream()
                .filter(route -> route.reads() && !route.json())
                .map(route -> requests.of(route).address().split("\\?")[0])
                .filter(path -> !path.contains("{"))
                .toList();
        for (String path : paths) {
            for (String oddity : ODDITIES) {
                String query =
                        PARAMETERS.stream().map(name -> name + "=" + oddity).collect(Collectors.joining("&"));
                assertRefusedOrAnswered(path + "?" + query);
            }
        }
    }

    @Test
    void whateverStandsForAParameterOfTheApiIsNoFailureOfOurs() throws IOException {
        for (Description.Operation operation : Description.read().reading()) {
            List<String> names = new ArrayList<>();
            operation.node().path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    names.add(parameter.path("name").asText());
                }
            });
            for (String name : names) {
                for (String oddity : ODDITIES) {
                    assertRefusedOrAnswered(operation.address().split("\\?")[0] + "?" + name + "=" + oddity);
                }
            }
        }
    }

    private void assertRefusedOrAnswered(String address) throws IOException {
        String answer = get(address);
        assertThat(answer).as(address).matches("(?s)HTTP/1\\.[01] [1234]\\d\\d .*");
        assertThat(answer.lines().takeWhile(line -> !line.isEmpty()))
                .as(address)
                .noneMatch(line -> line.toLowerCase().startsWith("set-cookie"));
    }

    private String get(String address) throws IOException {
        try (var connection = new RawConnection(gateway.getPort())) {
            return connection.exchange(
                    "GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: fresh=1\r\n\r\n");
        }
    }
}
