package news.parallax.crawler;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import news.parallax.crawler.PageCrawler.CrawledPage;
import news.parallax.crawler.delivery.CatalogUnavailableException;
import news.parallax.crawler.delivery.ClustererClient;
import news.parallax.crawler.delivery.CrawledArticle;
import news.parallax.crawler.delivery.CrawledArticle.EntryOrigin;
import news.parallax.crawler.delivery.DeliveryOutcome;
import news.parallax.crawler.delivery.FeedClient;
import news.parallax.crawler.delivery.LeasedFeed;
import news.parallax.crawler.feed.FeedEntry;
import news.parallax.crawler.feed.ParsedFeed;
import news.parallax.crawler.page.ContentHash;
import news.parallax.crawler.page.FeedFacts;
import news.parallax.crawler.schedule.FailedPages;
import news.parallax.crawler.trace.ArticleSpan;

/** Delivers the new entries of one feed. An entry is settled when it is acknowledged or given up; else it stays open. */
@Singleton
class EntryCrawler {

    /** The last fifth of a lease is kept for the answers, the last twentieth for the report. */
    private static final int ANSWER_SHARE_OF_LEASE = 5;

    private static final int REPORT_SHARE_OF_LEASE = 20;

    private final CrawlerConfig config;
    private final FeedClient feeds;
    private final SitemapIndexes sitemaps;
    private final PageCrawler pages;
    private final ClustererClient clusterer;
    private final FailedPages failedPages;
    private final InstantSource clock;

    EntryCrawler(
            CrawlerConfig config,
            FeedClient feeds,
            SitemapIndexes sitemaps,
            PageCrawler pages,
            ClustererClient clusterer,
            InstantSource clock) {
        this.config = config;
        this.feeds = feeds;
        this.sitemaps = sitemaps;
        this.pages = pages;
        this.clusterer = clusterer;
        this.clock = clock;
        this.failedPages =
                new FailedPages(config.pageAttempts(), config.pageRetryInterval(), config.failedPagesMax(), clock);
    }

    /**
     * Fetches and delivers the entries that the catalog does not have, one page after the other since they mostly
     * share a host, and returns when all are answered or the lease is about to expire.
     */
    EntryTally crawlNew(LeasedFeed feed, ParsedFeed parsed) throws CatalogUnavailableException, InterruptedException {
        List<FeedEntry> entries =
                sitemaps.entries(parsed).stream().limit(config.feedEntriesMax()).toList();
        List<EntryOrigin> origins =
                entries.stream().map(entry -> origin(feed, entry)).toList();
        Set<String> fresh = feeds.findNewEntries(feed, origins);
        EntryTally tally = new EntryTally();
        List<Sent> sent = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (fresh.contains(origins.get(i).url())) {
                crawl(feed, entries.get(i), origins.get(i), tally).ifPresent(sent::add);
            }
        }
        for (Sent delivery : sent) {
            settle(feed, delivery, tally);
        }
        return tally;
    }

    private static EntryOrigin origin(LeasedFeed feed, FeedEntry entry) {
        String updated = entry.updateTime().map(Instant::toString).orElse("");
        return new EntryOrigin(feed.id(), entry.url().toString(), ContentHash.sha256(entry.title() + "\n" + updated));
    }

    private Optional<Sent> crawl(LeasedFeed feed, FeedEntry entry, EntryOrigin origin, EntryTally tally)
            throws InterruptedException {
        if (clock.instant().isAfter(beforeEnd(feed, ANSWER_SHARE_OF_LEASE))) {
            tally.open("there was no time left to fetch every page; the rest follows at the next visits");
            return Optional.empty();
        }
        switch (failedPages.verdict(key(origin))) {
            case GIVEN_UP -> tally.stillGivenUp("a page was given up earlier: " + origin.url());
            case WAIT -> tally.open("a page that failed waits for its next attempt: " + origin.url());
            case FETCH -> {
                return fetch(feed, entry, origin, tally);
            }
        }
        return Optional.empty();
    }

    private Optional<Sent> fetch(LeasedFeed feed, FeedEntry entry, EntryOrigin origin, EntryTally tally)
            throws InterruptedException {
        ArticleSpan span = ArticleSpan.crawl(origin.url()).with("parallax.feed.id", feed.id());
        Optional<Sent> sent = span.within(() -> fetchAndDeliver(feed, entry, origin, tally));
        span.end(sent.isPresent() ? "sent" : "not_sent");
        return sent;
    }

    private Optional<Sent> fetchAndDeliver(LeasedFeed feed, FeedEntry entry, EntryOrigin origin, EntryTally tally)
            throws InterruptedException {
        switch (pages.crawl(entry.url(), facts(feed, entry))) {
            case CrawledPage.Found(var article) -> {
                var crawled = new CrawledArticle(article, clock.instant(), Optional.of(origin));
                return Optional.of(new Sent(origin, clusterer.deliver(crawled)));
            }
            case CrawledPage.Refused(var reason) -> giveUp(origin, reason, tally);
            case CrawledPage.Listing listing -> giveUp(origin, listing.reason(), tally);
            case CrawledPage.Waiting(var reason) -> tally.open("page not asked for: " + origin.url() + ": " + reason);
            case CrawledPage.Failed(var reason) -> {
                failedPages.failed(key(origin));
                tally.open("page failed: " + origin.url() + ": " + reason);
                Log.infof("page failed feed=%s url=%s reason=\"%s\"", feed.id(), origin.url(), reason);
            }
        }
        return Optional.empty();
    }

    private void settle(LeasedFeed feed, Sent sent, EntryTally tally) throws InterruptedException {
        try {
            Duration left = Duration.between(clock.instant(), beforeEnd(feed, REPORT_SHARE_OF_LEASE));
            switch (sent.outcome.get(Math.max(left.toMillis(), 0), TimeUnit.MILLISECONDS)) {
                case DeliveryOutcome.Stored _ -> {
                    failedPages.succeeded(key(sent.origin));
                    tally.stored();
                }
                case DeliveryOutcome.Refused(var reason, var message) ->
                    giveUp(sent.origin, "clusterer: " + reason + " " + message, tally);
            }
        } catch (TimeoutException e) {
            tally.open("an article was not acknowledged in time: " + sent.origin.url());
        } catch (ExecutionException e) {
            tally.open("an article was answered wrongly: " + sent.origin.url() + ": " + e.getCause());
        }
    }

    private void giveUp(EntryOrigin origin, String reason, EntryTally tally) {
        failedPages.refused(key(origin));
        tally.givenUp("page given up: " + origin.url() + ": " + reason);
        Log.infof("page given up feed=%s url=%s reason=\"%s\"", origin.feedId(), origin.url(), reason);
    }

    private static String key(EntryOrigin origin) {
        return origin.hash() + " " + origin.url();
    }

    private Instant beforeEnd(LeasedFeed feed, int shareOfLease) {
        return feed.expireTime().minus(config.leaseDuration().dividedBy(shareOfLease));
    }

    private static FeedFacts facts(LeasedFeed feed, FeedEntry entry) {
        return new FeedFacts(
                entry.title(),
                entry.lead(),
                entry.names(),
                entry.language(),
                entry.publishTime(),
                entry.updateTime(),
                entry.section().isEmpty() ? feed.section() : entry.section());
    }

    private record Sent(EntryOrigin origin, CompletableFuture<DeliveryOutcome> outcome) {}
}
