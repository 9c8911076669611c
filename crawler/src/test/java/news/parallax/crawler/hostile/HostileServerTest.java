package news.parallax.crawler.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import news.parallax.crawler.CrawlerParts;
import news.parallax.crawler.bench.LeaseEndpoint;
import news.parallax.crawler.bench.Neighbors;
import news.parallax.crawler.bench.SinkEndpoint;
import news.parallax.crawler.fetch.Fetcher;
import news.parallax.crawler.fetch.Network;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole crawler between servers that mean it ill, all at once, and one that does not. */
@Timeout(120)
class HostileServerTest {

    private static final String HONEST = "honest.example";
    private static final int STORIES = 20;
    private static final int TEXT_LIMIT = 100_000;

    /** Whose feeds can be crawled, since only a page or robots.txt is odd, or something that does no harm. */
    private static final List<String> HARMLESS = List.of(
            "honest",
            "charset-unheard-of",
            "deep-html",
            "deep-json-ld",
            "deep-tables",
            "deep-xml",
            "entries-inside",
            "external-entity",
            "length-absurd",
            "length-negative",
            "many-attributes",
            "many-elements",
            "next-page-for-ever",
            "one-line",
            "page-is-binary",
            "page-is-one-word",
            "page-of-commas",
            "page-redirect-inside",
            "robots-endless",
            "robots-loop",
            "robots-stars",
            "same-entry-for-ever",
            "slow-page",
            "sitemap-of-itself",
            "xml-bomb"); // whose entities are never expanded

    private static final long BODY_LIMIT_BYTES = 1024 * 1024;
    private static final InetAddress PLAIN = InetAddress.ofLiteral("93.184.215.14");
    private static final InetAddress SECURE = InetAddress.ofLiteral("93.184.215.15");

    private Map<String, Misbehavior> misbehaviors;
    private final List<String> reported = new CopyOnWriteArrayList<>();
    private final Map<String, String> outcomes = new ConcurrentHashMap<>();
    private final List<SinkEndpoint.Delivered> delivered = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore reports = new Semaphore(0);
    private final LeaseEndpoint leases = new LeaseEndpoint((url, outcome) -> {
        String host = url.replaceFirst("https?://", "").replaceFirst("\\.example.*", "");
        outcomes.put(host, outcome);
        reported.add(host);
        reports.release();
    });

    private HostileServer plain;
    private HostileServer secure;
    private Neighbors neighbors;
    private CrawlerParts crawler;

    @BeforeEach
    void start() throws Exception {
        misbehaviors = new Misbehaviors().all();
        Map<String, Misbehavior> hosts = new TreeMap<>();
        misbehaviors.forEach((name, misbehavior) -> hosts.put(name + ".example", misbehavior));
        hosts.put(HONEST, HostileServerTest::honest);
        hosts.put("inside.example", HostileServerTest::honest);
        plain = new HostileServer(HostileServer.plain(), hosts);
        secure = new HostileServer(selfSigned(), hosts);
        neighbors = new Neighbors(leases, new SinkEndpoint(delivered::add));
        var config = CrawlerParts.config(Map.of(
                "feeds-at-once", "200",
                "host-interval", "0s",
                "fetch-timeout", "4s",
                "first-byte-timeout", "3s",
                "connect-timeout", "4s",
                "body-limit", "1M",
                "wire-limit", "1M",
                "host-rest", "1ms",
                "poll-interval", "50ms"));
        crawler = new CrawlerParts(
                        config,
                        new Fetcher(config, InstantSource.system(), new Played()),
                        neighbors.channel(),
                        neighbors.channel())
                .start();
    }

    @AfterEach
    void stop() throws Exception {
        crawler.close();
        neighbors.close();
        plain.close();
        secure.close();
    }

    private static void honest(Misbehavior.Exchange exchange) throws IOException {
        switch (exchange.path()) {
            case "/robots.txt" -> exchange.status("404 Not Found");
            case "/feed" -> exchange.body("application/rss+xml", Documents.honestFeed(exchange.host(), STORIES));
            default -> exchange.body("text/html; charset=utf-8", Documents.page("Quay of " + exchange.path()));
        }
    }

    @Test
    void theHonestFeedIsCrawledAndNothingComesOfWhatTheOthersTry() throws Exception {
        misbehaviors.keySet().forEach(name -> leases.add("http://" + name + ".example/feed"));
        leases.add("https://self-signed.example/feed");
        leases.add("http://" + HONEST + "/feed");
        assertThat(reports.tryAcquire(misbehaviors.size() + 2, 100, TimeUnit.SECONDS))
                .as("all are reported, missing: %s", missing())
                .isTrue();
        assertTheyAreRefused();

        // whose turn comes again when all of them are through
        leases.add("http://" + HONEST + "/feed");
        assertThat(reports.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        assertThat(outcomes).containsEntry("honest", "OK");
        assertThat(reported).hasSize(misbehaviors.size() + 3);
        assertThat(urls())
                .containsAll(IntStream.range(0, STORIES)
                        .mapToObj(i -> "http://" + HONEST + "/story-" + i)
                        .toList());
    }

    private void assertTheyAreRefused() {
        assertThat(names("OK")).isSubsetOf(HARMLESS);
        assertThat(names("OTHER")).as("what broke the crawler").isEmpty();
        assertThat(names("ADDRESS_REFUSED")).contains("redirect-inside", "redirect-by-name", "redirect-to-mail");
        assertThat(delivered)
                .noneMatch(article -> article.title().contains("root:"))
                .noneMatch(article -> article.url().matches(".*(169|127|inside|\\[|@).*"))
                .allMatch(article -> article.textLength() <= TEXT_LIMIT);
        assertThat(plain.sentBytes()).isLessThan(misbehaviors.size() * 3 * BODY_LIMIT_BYTES);
    }

    private List<String> names(String outcome) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue().equals(outcome))
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> urls() {
        synchronized (delivered) {
            return delivered.stream().map(SinkEndpoint.Delivered::url).toList();
        }
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>(misbehaviors.keySet());
        missing.removeAll(reported);
        return missing;
    }

    private static ServerSocket selfSigned() throws IOException {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("self-signed.example")
                .build();
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Names are at public addresses, which the guard lets pass, and these lead to the servers of the test. */
    private final class Played implements Network {

        @Override
        public List<InetAddress> addresses(String host) {
            return switch (host) {
                case "inside.example" -> List.of(InetAddress.ofLiteral("10.0.0.1"));
                case "self-signed.example" -> List.of(SECURE);
                default -> List.of(PLAIN);
            };
        }

        @Override
        public InetSocketAddress route(InetSocketAddress address) {
            return SECURE.equals(address.getAddress()) ? secure.address() : plain.address();
        }
    }
}
