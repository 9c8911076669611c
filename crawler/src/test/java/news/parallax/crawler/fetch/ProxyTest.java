package news.parallax.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import news.parallax.crawler.TestConfig;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.FetchResult.Refused;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through a proxy, which is on a private address as most are, the guard as shipped. */
class ProxyTest {

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer proxy;
    private Fetcher fetcher;

    @BeforeEach
    void start() throws IOException {
        proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxy.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().toString());
                exchange.sendResponseHeaders(200, 4);
                exchange.getResponseBody().write(new byte[] {'p', 'a', 'g', 'e'});
            }
        });
        proxy.start();
        fetcher = new Fetcher(
                TestConfig.with(
                        "host-interval",
                        "0s",
                        "proxy",
                        "127.0.0.1:" + proxy.getAddress().getPort()),
                InstantSource.system(),
                new Names(Map.of("outlet.example", "93.184.215.14", "inside.example", "10.0.0.1")));
    }

    @AfterEach
    void stop() {
        proxy.stop(0);
    }

    @Test
    void everyRequestGoesThroughIt() throws Exception {
        assertThat(fetch("http://outlet.example/a")).isInstanceOf(Fetched.class);
        assertThat(asked).containsExactly("http://outlet.example/robots.txt", "http://outlet.example/a");
    }

    @Test
    void aNameThatOnlyItKnowsIsLeftToIt() throws Exception {
        assertThat(fetch("http://elsewhere.example/a")).isInstanceOf(Fetched.class);
    }

    @Test
    void whatIsPrivateIsNotAskedOfIt() throws Exception {
        for (String url : List.of(
                "http://10.0.0.1/",
                "http://[::1]/",
                "http://localhost/",
                "http://inside.example/",
                "http://2130706433/")) {
            assertThat(fetch(url))
                    .as(url)
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.error()).isEqualTo(FetchError.ADDRESS_REFUSED));
        }
        assertThat(asked).isEmpty();
    }

    private FetchResult fetch(String url) throws InterruptedException {
        return fetcher.fetch(HttpUrl.get(url), Validators.NONE);
    }

    private record Names(Map<String, String> addresses) implements Network {

        @Override
        public List<InetAddress> addresses(String host) throws UnknownHostException {
            String address = Optional.ofNullable(addresses.get(host)).orElseThrow(() -> new UnknownHostException(host));
            return List.of(InetAddress.ofLiteral(address));
        }

        @Override
        public InetSocketAddress route(InetSocketAddress address) {
            return address;
        }
    }
}
