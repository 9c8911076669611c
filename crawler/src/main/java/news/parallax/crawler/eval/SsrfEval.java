package news.parallax.crawler.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import news.parallax.crawler.CrawlerConfig;
import news.parallax.crawler.CrawlerParts;
import news.parallax.crawler.fetch.FetchError;
import news.parallax.crawler.fetch.FetchResult;
import news.parallax.crawler.fetch.Fetcher;
import news.parallax.crawler.fetch.Validators;
import news.parallax.crawler.url.WebUrl;
import okhttp3.HttpUrl;

/**
 * Whether the crawler can be made to connect to where it must not. Each row is fetched by a new fetcher with the shipped
 * settings, whose names are looked up in the row and whose connections, once the guard lets them pass, lead to a server
 * beside it.
 */
final class SsrfEval implements Suite {

    private static final String HOST = "guarded.example.com";

    private final CrawlerConfig config = CrawlerParts.config(Map.of());
    private int blocked;
    private int toBlock;

    @Override
    public Verdict judge(EvalRow row) throws IOException {
        boolean expected = row.json().path("block").asBoolean();
        boolean found = blocks(row);
        toBlock += expected ? 1 : 0;
        blocked += expected && found ? 1 : 0;
        return Verdict.equal(expected ? "blocked" : "allowed", found ? "blocked" : "allowed");
    }

    private boolean blocks(EvalRow row) throws IOException {
        Optional<HttpUrl> url = WebUrl.http(url(row)).map(SsrfEval::withoutTls);
        if (url.isEmpty()) {
            return true;
        }
        List<String> values = values(row.json()).toList();
        List<String> redirects = row.text("kind").equals("redirect")
                ? values.stream()
                        .filter(value -> value.contains(":/") && !value.equals(row.text("url")))
                        .map(value -> value.replaceFirst("^https:", "http:"))
                        .toList()
                : List.of();
        try (var network = new PlayedNetwork(lookups(row), redirects)) {
            FetchResult result = new Fetcher(config, InstantSource.system(), network).fetch(url.get(), Validators.NONE);
            return switch (result) {
                case FetchResult.Refused refused -> refused.error() == FetchError.ADDRESS_REFUSED;
                default -> !network.reached();
            };
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** The server beside us has no certificate for the host; the guard does not look at the scheme. */
    private static HttpUrl withoutTls(HttpUrl url) {
        return url.newBuilder().scheme("http").build();
    }

    private static String url(EvalRow row) {
        if (!row.text("url").isEmpty()) {
            return row.text("url");
        }
        String host = Stream.of("host", "name", "hostname", row.text("kind").equals("ip") ? "ip" : "host")
                .map(row::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(HOST);
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + "/";
    }

    /** What each lookup in turn answers: all addresses of the row at once, or one after the other if it changes them. */
    private static List<List<InetAddress>> lookups(EvalRow row) {
        List<List<InetAddress>> lookups = new ArrayList<>();
        if (row.text("kind").equals("rebind")) {
            row.json().forEach(value -> {
                if (value.isArray()) {
                    value.forEach(answer -> lookups.add(addresses(values(answer))));
                } else {
                    lookups.add(addresses(values(value)));
                }
            });
        } else {
            lookups.add(addresses(values(row.json())));
        }
        lookups.removeIf(List::isEmpty);
        return lookups;
    }

    private static List<InetAddress> addresses(Stream<String> values) {
        return values.<InetAddress>mapMulti((value, out) -> {
                    try {
                        out.accept(InetAddress.ofLiteral(value));
                    } catch (IllegalArgumentException noAddress) {
                        return;
                    }
                })
                .toList();
    }

    /** All texts of a row, however it is built. */
    private static Stream<String> values(JsonNode node) {
        return node.isContainerNode()
                ? StreamSupport.stream(node.spliterator(), false).flatMap(SsrfEval::values)
                : Stream.of(node.asText(""));
    }

    @Override
    public Map<String, Object> figures() {
        return Map.of("blocked", EvalCommand.share(blocked, toBlock));
    }
}
