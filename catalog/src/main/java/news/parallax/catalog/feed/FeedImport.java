package news.parallax.catalog.feed;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.source.SourceEntity;
import news.parallax.catalog.source.SourceRepository;
import org.jboss.logging.Logger;

/** Stores feeds. */
@Singleton
public class FeedImport {
    private static final Logger LOG = Logger.getLogger(FeedImport.class);
    private static final int BATCH = 1_000;

    private final WriterTurn turn;
    private final FeedRepository feeds;
    private final SourceRepository sources;
    private final InstantSource clock;

    FeedImport(WriterTurn turn, FeedRepository feeds, SourceRepository sources, InstantSource clock) {
        this.turn = turn;
        this.feeds = feeds;
        this.sources = sources;
        this.clock = clock;
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

    /** Takes each row that can be read, within a turn; new feeds, and those that were gone, are due at once. */
    public void takeFeeds(List<Row<NewFeed>> rows, ImportTally tally) {
        feeds.lockAddresses();
        tally.read(rows).stream().gather(Gatherers.windowFixed(BATCH)).forEach(batch -> {
            Map<String, SourceEntity> named = sources.byDomain(
                    batch.stream().map(row -> row.content().sourceId()).toList());
            Map<String, FeedEntity> known = feeds.byAddresses(
                    batch.stream().map(row -> row.content().url().id()).toList());
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
        return incoming.onlyFills() ? RowOutcome.UNCHANGED : change(feed, incoming, source);
    }

    /** A row that names a former address says nothing of whose the feed is now, as it may be one with another. */
    private RowOutcome change(FeedEntity feed, NewFeed incoming, SourceEntity source) {
        boolean described = !feed.id.equals(incoming.url().id())
                || feed.sourceId.equals(source.id) && feed.section.equals(incoming.section());
        if (described && !feed.isRetired()) {
            return RowOutcome.UNCHANGED;
        }
        if (!described) {
            feed.sourceId = source.id;
            feed.section = incoming.section();
        }
        if (feed.isRetired()) {
            feed.revive(now());
        }
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
