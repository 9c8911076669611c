package news.parallax.crawler;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Every setting of the crawler; the environment overrides them ({@code PARALLAX_CRAWLER_HOST_INTERVAL=2s}). */
@ConfigMapping(prefix = "parallax.crawler")
public interface CrawlerConfig {

    /** Feeds that are crawled at once. Each waits mostly for its host, so this may be far above the number of cores. */
    @WithDefault("16")
    int feedsAtOnce();

    /** Articles sent to the clusterer and not answered yet; when so many are open, crawling waits. */
    @WithDefault("256")
    int deliveryWindow();

    /** Streams to the clusterer at the same time, which its copies share. */
    @WithDefault("2")
    int deliveryStreams();

    /** How long the clusterer may answer nothing while articles are open before the stream is opened anew. */
    @WithDefault("60s")
    Duration answerTimeout();

    /** Longest wait between two attempts to reach the clusterer; the first is 200 ms, each doubles. */
    @WithDefault("5s")
    Duration reconnectIntervalMax();

    /** Deadline of every call to the catalog. */
    @WithDefault("20s")
    Duration catalogTimeout();

    /** How long feeds in work may go on when the crawler ends. */
    @WithDefault("10s")
    Duration stopLimit();

    /** How often copies of catalog and clusterer are looked for that came since. */
    @WithDefault("5s")
    Duration copiesInterval();

    /** How long the crawler asks for a feed; what is not reported by then is handed out again. */
    @WithDefault("5m")
    Duration leaseDuration();

    /** Wait before asking again when no feed is due or the catalog cannot be reached. */
    @WithDefault("2s")
    Duration pollInterval();

    /** Entries of one feed that are looked at, newest (first in the document) first; at most 5,000. */
    @WithDefault("1000")
    int feedEntriesMax();

    /** Sitemaps of an index that are looked at, those that changed last first. */
    @WithDefault("10")
    int sitemapsMax();

    /** Attempts at one page that fails for the moment; then it is given up until its entry changes. */
    @WithDefault("4")
    int pageAttempts();

    /** Wait before the second attempt at a page; each further wait doubles. */
    @WithDefault("10m")
    Duration pageRetryInterval();

    /** Calls of the crawler's service that are answered at once; more are refused. */
    @WithDefault("16")
    int callsAtOnce();

    /** Addresses that are fetched to find the feeds of one site. */
    @WithDefault("12")
    int discoveryFetchesMax();

    /**
     * Address under which hubs reach this service from outside, {@code https://news.example.org/crawler}: subscriptions to
     * feeds that offer a hub (WebSub) are called back at {@code /websub/…} below it. Without it none are made.
     */
    Optional<String> websubCallback();

    /** Most bytes of what a hub pushes. */
    @WithDefault("4M")
    MemorySize websubBodyLimit();

    /** How often it is looked which subscriptions are to be asked for. */
    @WithDefault("10s")
    Duration websubInterval();

    /** Failed pages that are remembered; the oldest are forgotten first. */
    @WithDefault("20000")
    int failedPagesMax();

    /** Name sent as User-Agent and looked for in robots.txt. */
    @WithDefault("ParallaxBot")
    String userAgent();

    /**
     * Page or mail address by which site owners reach whoever runs this crawler; part of the User-Agent. Without it
     * nothing is crawled but private addresses, if those are allowed.
     */
    Optional<String> contact();

    /** Least time between two requests to one host; a longer Crawl-delay in its robots.txt is honored. */
    @WithDefault("1s")
    Duration hostInterval();

    /**
     * Whether hosts are claimed at the catalog before they are asked anything, so that several crawlers keep the pace of a
     * host together. Only a crawler that is alone may do without.
     */
    @WithDefault("true")
    boolean sharedHosts();

    /** How long a host stays claimed if we are gone; renewed while we use it. At least twice the longest Crawl-delay. */
    @WithDefault("1m")
    Duration hostClaim();

    /** A host that was not asked for so long is left to other crawlers. */
    @WithDefault("5s")
    Duration hostIdle();

    /** Longest wait for a host at which another crawler is; then its pages stay open. */
    @WithDefault("2m")
    Duration hostWaitMax();

    /** A Crawl-delay above this is cut to it. */
    @WithDefault("30s")
    Duration crawlDelayMax();

    /** Whole time of one request, from name lookup to last byte. */
    @WithDefault("30s")
    Duration fetchTimeout();

    /** Time to connect to one address. */
    @WithDefault("10s")
    Duration connectTimeout();

    /** Longest silence: until the first byte of an answer comes, and between any two. */
    @WithDefault("15s")
    Duration firstByteTimeout();

    /** Connections that are kept open for the next request to their host, each for 30 s. */
    @WithDefault("32")
    int connectionsIdle();

    /**
     * HTTP proxy ({@code host:port}) that all requests go through. Then the proxy looks names up; literal addresses and
     * names that also here resolve to private ones are refused before it is asked.
     */
    Optional<String> proxy();

    /** PEM file of further certificate authorities that are trusted, such as that of a proxy that looks into TLS. */
    Optional<Path> trustedCertificates();

    /** Most bytes of an answer's headers; answers above 256 KiB are broken off while they are read. */
    @WithDefault("64K")
    MemorySize headerLimit();

    /** Most bytes of a body on the wire, before decompression. */
    @WithDefault("8M")
    MemorySize wireLimit();

    /** Most bytes of a page or feed after decompression. */
    @WithDefault("8M")
    MemorySize bodyLimit();

    /** Most redirects that are followed. */
    @WithDefault("5")
    int redirectsMax();

    /** Most bytes of a robots.txt that are read; the rest is ignored (RFC 9309 asks for at least 500 KiB). */
    @WithDefault("512K")
    MemorySize robotsLimit();

    /** How long a robots.txt is believed (RFC 9309: at most a day). */
    @WithDefault("12h")
    Duration robotsTtl();

    /** For how long the last copy of a robots.txt that cannot be had any more is kept to. */
    @WithDefault("7d")
    Duration robotsStaleMax();

    /** Failures of a host in a row (no answer, 5xx) after which it is left alone. */
    @WithDefault("3")
    int hostFailuresMax();

    /**
     * First pause of a host that is left alone: that fails, that answers 429 or 503 without saying for how long, or whose
     * robots.txt cannot be had. Each further one doubles, a fifth more or less.
     */
    @WithDefault("1m")
    Duration hostRest();

    /** Longest such pause. */
    @WithDefault("6h")
    Duration hostRestMax();

    /** A Retry-After beyond this is cut to it. */
    @WithDefault("1d")
    Duration retryAfterMax();

    /** Hosts whose robots.txt, pace and failures are remembered. */
    @WithDefault("10000")
    int hostsMax();

    /** Whether loopback, private and other special addresses may be fetched. Only for tests and the demo. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /**
     * Host suffix → {@code host:port} to connect to instead, the Host header unchanged; plain http only. The address
     * connected to is guarded like any other.
     */
    Map<String, String> connectTo();

    /** Characters of an article's text that are kept, cut at a paragraph. */
    @WithDefault("100000")
    int textLimit();

    /**
     * Outlets whose ratings and feeds are imported at start: {@code sample} for those of the sample edition,
     * {@code none}, or a YAML file like {@code sample/outlets.yaml} in the jar. What the catalog has already stays.
     */
    @WithDefault("none")
    String outlets();

    /** Folder in which stopped replays note how far they came; without it each starts from the archive's start. */
    Optional<String> replayCheckpoints();

    /** Whether a replay's progress is one line of a terminal that is written over. */
    @WithDefault("false")
    boolean replayBar();
}
