package news.parallax.catalog.transfer;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import news.parallax.catalog.batch.ImportBatchEntity;
import news.parallax.catalog.batch.ImportBatchRepository;
import news.parallax.catalog.batch.ImportRun;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.feed.FeedImport;
import news.parallax.catalog.source.FlagImport;
import news.parallax.catalog.source.OwnerImport;
import news.parallax.catalog.source.RaterImport;
import news.parallax.catalog.source.RatingImport;
import news.parallax.catalog.source.SourceImport;
import news.parallax.catalog.source.SourcesChanged;
import news.parallax.catalog.source.WithdrawalImport;
import org.jboss.logging.Logger;

/**
 * Takes files in one transaction, whatever is named before what names it: a rating needs its source, a source its owner.
 */
@Singleton
class CatalogImport {
    private static final Logger LOG = Logger.getLogger(CatalogImport.class);

    /** A statement of PostgreSQL takes 65,535 parameters, and stories of so many sources fit into memory. */
    private static final int SOURCES_AT_A_TIME = 1_000;

    private final WriterTurn turn;
    private final FileReader reader;
    private final ImportBatchRepository batches;
    private final RaterImport raters;
    private final OwnerImport owners;
    private final SourceImport sources;
    private final RatingImport ratings;
    private final FlagImport flags;
    private final WithdrawalImport withdrawals;
    private final FeedImport feeds;
    private final Event<SourcesChanged> changes;
    private final InstantSource clock;

    CatalogImport(
            WriterTurn turn,
            FileReader reader,
            ImportBatchRepository batches,
            RaterImport raters,
            OwnerImport owners,
            SourceImport sources,
            RatingImport ratings,
            FlagImport flags,
            WithdrawalImport withdrawals,
            FeedImport feeds,
            Event<SourcesChanged> changes,
            InstantSource clock) {
        this.turn = turn;
        this.reader = reader;
        this.batches = batches;
        this.raters = raters;
        this.owners = owners;
        this.sources = sources;
        this.ratings = ratings;
        this.flags = flags;
        this.withdrawals = withdrawals;
        this.feeds = feeds;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Imports each row that can be read.
     *
     * @param dryRun whether nothing of it is to stay
     */
    ImportOutcome run(List<TransferFile> files, boolean dryRun) {
        ImportRows rows = reader.read(files);
        String names = files.stream().map(TransferFile::name).collect(Collectors.joining(", "));
        ImportOutcome outcome = dryRun ? turn.rehearse(() -> take(rows, names)) : turn.take(() -> take(rows, names));
        LOG.infof("import ended batch=%d dry_run=%b files=%s", outcome.batchId(), dryRun, names);
        return dryRun ? new ImportOutcome(0, outcome.kinds()) : outcome;
    }

    private ImportOutcome take(ImportRows rows, String names) {
        ImportBatchEntity batch = new ImportBatchEntity();
        batch.files = names;
        batch.createTime = clock.instant().truncatedTo(ChronoUnit.MICROS);
        batches.persist(batch);
        var run = new ImportRun(batch.id, batch.createTime);
        Map<String, ImportTally> kinds = takeAll(rows, run);
        run.changedSources().stream()
                .gather(Gatherers.windowFixed(SOURCES_AT_A_TIME))
                .forEach(ids -> changes.fire(new SourcesChanged(Set.copyOf(ids))));
        batches.findById(batch.id).count(kinds.values());
        return new ImportOutcome(batch.id, kinds);
    }

    private Map<String, ImportTally> takeAll(ImportRows rows, ImportRun run) {
        Map<String, ImportTally> kinds = new LinkedHashMap<>();
        take(kinds, "axes", rows.axes, tally -> raters.takeAxes(rows.axes, tally));
        take(kinds, "raters", rows.raters, tally -> raters.takeRaters(rows.raters, tally));
        take(kinds, "owners", rows.owners, tally -> owners.takeOwners(rows.owners, tally, run));
        take(kinds, "sources", rows.sources, tally -> sources.takeSources(rows.sources, tally, run));
        take(kinds, "ownership", rows.ownership, tally -> owners.takeOwnerships(rows.ownership, tally, run));
        take(kinds, "links", rows.links, tally -> sources.takeLinks(rows.links, tally));
        take(kinds, "ratings", rows.ratings, tally -> ratings.takeRatings(rows.ratings, tally, run));
        take(kinds, "flags", rows.flags, tally -> flags.takeFlags(rows.flags, tally, run));
        take(
                kinds,
                "withdrawals",
                rows.withdrawals,
                tally -> withdrawals.takeWithdrawals(rows.withdrawals, tally, run));
        take(kinds, "feeds", rows.feeds, tally -> feeds.takeFeeds(rows.feeds, tally));
        return kinds;
    }

    private void take(Map<String, ImportTally> kinds, String kind, Collection<?> rows, Consumer<ImportTally> take) {
        if (!rows.isEmpty()) {
            var tally = new ImportTally();
            take.accept(tally);
            batches.forgetRead();
            kinds.put(kind, tally);
        }
    }
}
