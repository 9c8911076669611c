package news.parallax.catalog.feed;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import news.parallax.catalog.CatalogConfig;
import news.parallax.catalog.article.ArticleRepository;
import news.parallax.catalog.error.CatalogException.Lost;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.source.HostName;
import org.jboss.logging.Logger;

/** Hands out feeds to those who fetch them, each to one at a time, and takes note of how it went. */
@Singleton
public class FeedSchedule {
    private static final Logger LOG = Logger.getLogger(FeedSchedule.class);

    private final FeedRepository feeds;
    private final ArticleRepository articles;
    private final HostClaimRepository hosts;
    private final Subscriptions subscriptions;
    private final FeedCheck check;
    private final InstantSource clock;

    FeedSchedule(
            FeedRepository feeds,
            ArticleRepository articles,
            HostClaimRepository hosts,
            Subscriptions subscriptions,
            CatalogConfig config,
            InstantSource clock) {
        this.hosts = hosts;
        this.subscriptions = subscriptions;
        this.feeds = feeds;
        this.articles = articles;
        this.check = new FeedCheck(config.feeds());
        this.clock = clock;
    }

    /** One state of an entry of a feed. */
    record EntryKey(String url, String hash) {}

    /**
     * Returns due feeds, with a lease on each.
     *
     * @param crawler for whom their hosts are claimed, too; feeds at hosts that another one has are left out
     */
    @Transactional
    List<FeedEntity> lease(int limit, Duration duration, Optional<String> crawler) {
        Instant now = now();
        List<FeedEntity> due = crawler.map(id -> atClaimedHosts(feeds.lockDue(now, limit, id), id, duration))
                .orElseGet(() -> feeds.lockDue(now, limit));
        for (FeedEntity feed : due) {
            feed.leaseToken = UUID.randomUUID().toString();
            feed.leaseExpireTime = now.plus(duration);
        }
        if (!due.isEmpty()) {
            LOG.infof("feeds leased feeds=%d", due.size());
        }
        return due;
    }

    /** Two crawlers may want feeds of one host at the same moment; the later one has to do without. */
    private List<FeedEntity> atClaimedHosts(List<FeedEntity> due, String crawler, Duration lease) {
        Set<String> wanted = due.stream().map(FeedSchedule::host).collect(Collectors.toCollection(TreeSet::new));
        Set<String> claimed = wanted.isEmpty()
                ? Set.of()
                : hosts.claim(crawler, wanted, shorter(lease, HostClaimMessages.CLAIM_DEFAULT));
        return due.stream().filter(feed -> claimed.contains(host(feed))).toList();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String host(FeedEntity feed) {
        return HostName.ofUrl(feed.url).name();
    }

    /** Ends a lease. An expired one still counts as long as nobody else has taken the feed. */
    @Transactional
    void report(FetchReport report) {
        if (report.answer().movedTo().isPresent()) {
            feeds.lockAddresses();
        }
        FeedEntity feed = leased(report);
        feed.leaseToken = null;
        feed.leaseExpireTime = null;
        check.note(feed, report, now());
        if (report.outcome() instanceof FetchOutcome.Succeeded succeeded) {
            subscriptions.offered(feed, succeeded.hub(), now());
        }
        subscriptions.fetched(feed, now());
        LOG.infof(
                "feed reported feed=%s outcome=%s health=%s due=%s",
                feed.id, report.outcome().getClass().getSimpleName(), feed.health, feed.dueTime);
        if (check.isMoveConfirmed(feed)) {
            move(feed, new FeedUrl(feed.redirectUrl));
        }
    }

    private FeedEntity leased(FetchReport report) {
        String id = report.feedId();
        FeedEntity feed = feeds.lock(id)
                .orElseThrow(() ->
                        new NotFound("FEED_NOT_FOUND", "There is no feed %s".formatted(id), Map.of("feed_id", id)));
        if (!report.leaseToken().equals(feed.leaseToken)) {
            throw new Lost(
                    "LEASE_LOST", "The lease on feed %s is somebody else's".formatted(id), Map.of("feed_id", id));
        }
        return feed;
    }

    /** A feed is its address, so one that moved has another id; if there is a feed at the new address, they are one. */
    private void move(FeedEntity feed, FeedUrl target) {
        FeedEntity other = feeds.findById(target.id());
        if (other == null) {
            feeds.rename(feed, target);
        } else {
            feeds.absorb(feed, other);
            if (other.isRetired()) { // it was just fetched there
                other.revive(now());
            }
        }
        feeds.remember(feed.id, feed.url, target.id(), now());
        LOG.infof("feed moved feed=%s new_feed=%s known=%b", feed.id, target.id(), other != null);
    }

    /** Returns the URLs of entries that led to no article yet, or did so in another state; each once, in order. */
    @Transactional
    List<String> newEntries(List<EntryKey> entries) {
        Set<EntryKey> known = articles
                .entries(entries.stream().map(EntryKey::url).toList())
                .stream()
                .map(entry -> new EntryKey(entry.entryUrl, entry.entryHash))
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> !known.contains(entry))
                .map(EntryKey::url)
                .distinct()
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
