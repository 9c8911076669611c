package news.parallax.crawler;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import news.parallax.crawler.delivery.CatalogUnavailableException;
import news.parallax.crawler.delivery.FeedClient;
import news.parallax.crawler.delivery.FeedReport;
import news.parallax.crawler.delivery.LeasedFeed;
import news.parallax.crawler.feed.ParsedFeed;
import news.parallax.crawler.feed.UnreadableFeedException;
import news.parallax.crawler.fetch.FetchError;
import news.parallax.crawler.fetch.FetchResult.Failed;
import news.parallax.crawler.fetch.FetchResult.Fetched;
import news.parallax.crawler.fetch.FetchResult.NotModified;
import news.parallax.crawler.fetch.FetchResult.RateLimited;
import news.parallax.crawler.fetch.FetchResult.Refused;
import news.parallax.crawler.fetch.Fetcher;
import news.parallax.crawler.fetch.Reply;
import news.parallax.crawler.metrics.CrawlMetrics;
import okhttp3.HttpUrl;

/**
 * Start here: lease due feeds → fetch → parse → deliver what is new → report. A feed is reported only after its
 * new entries were answered, and its validators move only when none is open, so a crawler that is killed anywhere loses
 * nothing: the lease expires and the feed is handed out again as it was.
 */
@Singleton
public class Crawler {

    private final CrawlerConfig config;
    private final FeedClient feeds;
    private final Fetcher fetcher;
    private final FeedDocuments documents;
    private final EntryCrawler entries;
    private final InstantSource clock;
    private final Semaphore slots;
    private final Leaving leaving;

    Crawler(
            CrawlerConfig config,
            FeedClient feeds,
            Fetcher fetcher,
            FeedDocuments documents,
            EntryCrawler entries,
            InstantSource clock,
            Leaving leaving) {
        this.leaving = leaving;
        this.config = config;
        this.feeds = feeds;
        this.fetcher = fetcher;
        this.documents = documents;
        this.entries = entries;
        this.clock = clock;
        this.slots = new Semaphore(config.feedsAtOnce());
        CrawlMetrics.gauge(
                "feeds.in.work", "Feeds that are being crawled", () -> config.feedsAtOnce() - slots.availablePermits());
    }

    /**
     * Crawls due feeds until interrupted, or until the service is about to end, each on a thread of its own, never more at once than there are slots.
     * These are threads of the system: an answer that keeps coming never gives a core back of itself, and two such servers
     * would stop all others if the threads were virtual.
     */
    void run() throws InterruptedException {
        while (!leaving.now()) {
            slots.acquire();
            int free = 1 + slots.drainPermits();
            List<LeasedFeed> leased = lease(free);
            slots.release(free - leased.size());
            leased.forEach(feed ->
                    Thread.ofPlatform().name("feed-" + feed.id()).daemon().start(() -> crawlInSlot(feed)));
            if (leased.isEmpty()) {
                Thread.sleep(config.pollInterval());
            }
        }
    }

    /** Feeds in work have a while to be delivered and reported; a crawler that is not done is as good as killed. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (!slots.tryAcquire(config.feedsAtOnce(), config.stopLimit().toMillis(), TimeUnit.MILLISECONDS)) {
            Log.info("feeds still in work; they are crawled again when their leases are over");
        }
    }

    private List<LeasedFeed> lease(int free) {
        try {
            return feeds.lease(free);
        } catch (CatalogUnavailableException e) {
            Log.warnf("no feeds leased reason=\"%s\"", e.getMessage());
            return List.of();
        }
    }

    private void crawlInSlot(LeasedFeed feed) {
        try {
            feeds.report(feed, crawl(feed));
        } catch (CatalogUnavailableException | CancellationException | InterruptedException e) {
            Log.warnf("feed not reported feed=%s reason=\"%s\"", feed.id(), e.getMessage());
        } catch (Exception e) { // the top of the loop: a feed that breaks us stops no other
            Log.errorf(e, "feed broke the crawler feed=%s url=%s", feed.id(), feed.url());
            reportBroken(feed, e);
        } finally {
            slots.release();
        }
    }

    /** So that it is tried again less and less often, and not whenever its lease has expired. */
    private void reportBroken(LeasedFeed feed, Exception e) {
        try {
            feeds.report(feed, new FeedReport.Failed(FetchError.OTHER, "the crawler broke on it: " + e, Reply.NONE));
        } catch (CatalogUnavailableException | InterruptedException unreported) {
            Log.warnf("feed not reported feed=%s reason=\"%s\"", feed.id(), unreported.getMessage());
        }
    }

    private FeedReport crawl(LeasedFeed feed) throws CatalogUnavailableException, InterruptedException {
        HttpUrl url = HttpUrl.parse(feed.url());
        if (url == null) {
            return failed(feed, FetchError.ADDRESS_REFUSED, "not an http or https URL: " + feed.url(), Reply.NONE);
        }
        return switch (fetcher.fetch(url, feed.validators())) {
            case Fetched fetched -> publish(feed, fetched);
            case NotModified(var reply) -> new FeedReport.Unchanged(reply);
            case RateLimited(var reply) -> failed(feed, FetchError.RATE_LIMITED, "the server asks for a pause", reply);
            case Refused(var error, var reason, var reply) -> failed(feed, error, reason, reply);
            case Failed(var error, var reason, var reply) -> failed(feed, error, reason, reply);
        };
    }

    private FeedReport publish(LeasedFeed feed, Fetched fetched)
            throws CatalogUnavailableException, InterruptedException {
        ParsedFeed parsed;
        try {
            parsed = documents.read(fetched);
        } catch (UnreadableFeedException e) {
            return failed(feed, FetchError.UNREADABLE, String.valueOf(e.getMessage()), fetched.reply());
        }
        EntryTally tally = entries.crawlNew(feed, parsed);
        Log.infof(
                "feed crawled feed=%s url=%s entries=%d %s",
                feed.id(), feed.url(), parsed.entries().size(), tally);
        return new FeedReport.Succeeded(
                fetched.validators(),
                tally.counts(),
                parsed.newestEntryTime(clock.instant()),
                parsed.freshFor(),
                config.websubCallback().flatMap(_ -> hub(parsed, fetched.url())),
                fetched.reply());
    }

    private static Optional<FeedReport.Hub> hub(ParsedFeed parsed, HttpUrl url) {
        return parsed.profile().hubs().stream()
                .findFirst()
                .map(hub -> new FeedReport.Hub(hub, parsed.profile().self().orElse(url)));
    }

    private static FeedReport failed(LeasedFeed feed, FetchError error, String reason, Reply reply) {
        Log.infof("feed failed feed=%s url=%s error=%s reason=\"%s\"", feed.id(), feed.url(), error, reason);
        return new FeedReport.Failed(error, reason, reply);
    }
}
