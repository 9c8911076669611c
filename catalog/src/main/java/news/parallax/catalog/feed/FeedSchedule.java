package news.parallax.catalog.feed;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import news.parallax.catalog.article.ArticleRepository;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.error.CatalogException.Lost;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.source.SourceEntity;
import news.parallax.catalog.source.SourceRepository;
import org.jboss.logging.Logger;

/** Hands out feeds to those who fetch them, each to one at a time, and takes note of how it went. */
@Singleton
public class FeedSchedule {
    private static final Logger LOG = Logger.getLogger(FeedSchedule.class);

    private static final int BATCH = 1_000;

    private final WriterTurn turn;
    private final FeedRepository feeds;
    private final SourceRepository sources;
    private final ArticleRepository articles;
    private final InstantSource clock;

    FeedSchedule(
            WriterTurn turn,
            FeedRepository feeds,
            SourceRepository sources,
            ArticleRepository articles,
            InstantSource clock) {
        this.turn = turn;
        this.feeds = feeds;
        this.sources = sources;
        this.articles = articles;
        this.clock = clock;
    }

    /** One state of an entry of a feed. */
    record EntryKey(String url, String hash) {}

    /** Returns due feeds, with a lease on each. */
    @Transactional
    List<FeedEntity> lease(int limit, Duration duration) {
        Instant now = now();
        List<FeedEntity> due = feeds.lockDue(now, limit);
        for (FeedEntity feed : due) {
            feed.leaseToken = UUID.randomUUID().toString();
            feed.leaseExpireTime = now.plus(duration);
        }
        if (!due.isEmpty()) {
            LOG.infof("feeds leased feeds=%d", due.size());
        }
        return due;
    }

    /** Ends a lease. An expired one still counts as long as nobody else has taken the feed. */
    @Transactional
    void report(String feedId, String leaseToken, FetchOutcome outcome, Instant dueTime) {
        FeedEntity feed = feeds.lock(feedId)
                .orElseThrow(() -> new NotFound(
                        "FEED_NOT_FOUND", "There is no feed %s".formatted(feedId), Map.of("feed_id", feedId)));
        if (!leaseToken.equals(feed.leaseToken)) {
            throw new Lost(
                    "LEASE_LOST",
                    "The lease on feed %s is somebody else's".formatted(feedId),
                    Map.of("feed_id", feedId));
        }
        feed.leaseToken = null;
        feed.leaseExpireTime = null;
        feed.dueTime = dueTime;
        note(feed, outcome);
        LOG.infof(
                "feed reported feed=%s outcome=%s due=%s",
                feedId, outcome.getClass().getSimpleName(), dueTime);
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

    /** Imports each row that can be read. */
    ImportTally importFeeds(List<Row<NewFeed>> rows) {
        return turn.take(() -> {
            var tally = new ImportTally();
            takeFeeds(rows, tally);
            LOG.infof(
                    "feeds imported rows=%d refused=%d",
                    rows.size(), tally.refusals().size());
            return tally;
        });
    }

    /** Takes each row that can be read, within a turn; new feeds are due at once. */
    public void takeFeeds(List<Row<NewFeed>> rows, ImportTally tally) {
        tally.read(rows).stream().gather(Gatherers.windowFixed(BATCH)).forEach(batch -> {
            Map<String, SourceEntity> named = sources.byDomain(
                    batch.stream().map(row -> row.content().sourceId()).toList());
            Map<String, FeedEntity> known = new HashMap<>(feeds.byIds(
                    batch.stream().map(row -> row.content().url().id()).toList()));
            batch.forEach(row -> tally.take(row.row(), () -> take(row.content(), named, known)));
            feeds.flush();
        });
    }

    private RowOutcome take(NewFeed incoming, Map<String, SourceEntity> named, Map<String, FeedEntity> known) {
        SourceEntity source = named.get(incoming.sourceId());
        if (source == null) {
            throw new Invalid(
                    "SOURCE_NOT_FOUND",
                    "There is no source %s".formatted(incoming.sourceId()),
                    Map.of("source_id", incoming.sourceId()));
        }
        FeedEntity feed = known.get(incoming.url().id());
        if (feed == null) {
            known.put(incoming.url().id(), add(incoming, source));
            return RowOutcome.ADDED;
        }
        boolean same = feed.sourceId.equals(source.id) && feed.section.equals(incoming.section());
        if (same || incoming.onlyFills()) {
            return RowOutcome.UNCHANGED;
        }
        feed.sourceId = source.id;
        feed.section = incoming.section();
        return RowOutcome.CHANGED;
    }

    private FeedEntity add(NewFeed incoming, SourceEntity source) {
        var feed = new FeedEntity();
        feed.id = incoming.url().id();
        feed.url = incoming.url().url();
        feed.sourceId = source.id;
        feed.section = incoming.section();
        feed.dueTime = now();
        feeds.persist(feed);
        return feed;
    }

    private void note(FeedEntity feed, FetchOutcome outcome) {
        switch (outcome) {
            case FetchOutcome.Succeeded succeeded -> {
                feed.etag = succeeded.etag();
                feed.lastModified = succeeded.lastModified();
                feed.failureCount = 0;
                feed.lastError = "";
                if (succeeded.changed()) {
                    feed.changeTime = now();
                }
                succeeded.movedUrl().ifPresent(url -> move(feed, url));
            }
            case FetchOutcome.NotModified _ -> {
                feed.failureCount = 0;
                feed.lastError = "";
            }
            case FetchOutcome.Failed failed -> {
                feed.failureCount++;
                feed.lastError = failed.error();
            }
        }
    }

    /** A feed is its address, so one that moved is another feed, which goes on where this one ended. */
    private void move(FeedEntity feed, FeedUrl url) {
        if (url.id().equals(feed.id)) {
            return;
        }
        if (feeds.findById(url.id()) == null) {
            feeds.persist(feed.movedTo(url));
        }
        feeds.delete(feed);
        LOG.infof("feed moved feed=%s new_feed=%s", feed.id, url.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
