package news.parallax.catalog.source;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import news.parallax.catalog.batch.ImportRun;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.ImportTally.ReadRow;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.database.WriterTurn;
import org.jboss.logging.Logger;

/** Takes the sources, owners and ratings of one request. */
@Singleton
public class RequestImport {
    private static final Logger LOG = Logger.getLogger(RequestImport.class);

    private final WriterTurn turn;
    private final SourceImport sources;
    private final OwnerImport owners;
    private final RatingImport ratings;
    private final Event<SourcesChanged> changes;
    private final InstantSource clock;

    RequestImport(
            WriterTurn turn,
            SourceImport sources,
            OwnerImport owners,
            RatingImport ratings,
            Event<SourcesChanged> changes,
            InstantSource clock) {
        this.turn = turn;
        this.sources = sources;
        this.owners = owners;
        this.ratings = ratings;
        this.changes = changes;
        this.clock = clock;
    }

    /** Imports each row that can be read; owners that only own owners come first. */
    ImportTally importSources(List<Row<OwnedSource>> rows, List<Row<NewOwner>> parentRows) {
        return run("sources", (tally, run) -> {
            owners.takeOwners(parentRows, tally, run);
            List<ReadRow<OwnedSource>> read = tally.read(rows);
            Map<String, SourceDomainEntity> held = sources.held(
                    read.stream().map(row -> row.content().source()).toList());
            read.forEach(row -> tally.take(row.row(), () -> take(row.content(), held, run)));
        });
    }

    /** Imports each row that can be read. */
    ImportTally importRatings(List<Row<NewRating>> rows) {
        return run("ratings", (tally, run) -> ratings.takeRatings(rows, tally, run));
    }

    private ImportTally run(String what, BiConsumer<ImportTally, ImportRun> take) {
        return turn.take(() -> {
            var tally = new ImportTally();
            var run = new ImportRun(null, clock.instant().truncatedTo(ChronoUnit.MICROS));
            take.accept(tally, run);
            if (!run.changedSources().isEmpty()) {
                changes.fire(new SourcesChanged(run.changedSources()));
            }
            LOG.infof(
                    "%s imported refused=%d sources_changed=%d",
                    what, tally.refusals().size(), run.changedSources().size());
            return tally;
        });
    }

    private RowOutcome take(OwnedSource incoming, Map<String, SourceDomainEntity> held, ImportRun run) {
        SourceImport.requireFreeDomains(incoming.source(), held);
        incoming.owners().forEach(owner -> owners.requireParent(owner.owner()));
        boolean ownersChanged = incoming.owners().stream()
                        .map(owner -> owners.take(owner, run))
                        .filter(outcome -> outcome != RowOutcome.UNCHANGED)
                        .count()
                > 0;
        RowOutcome described = sources.take(incoming.source(), held, run);
        SourceEntity source = Objects.requireNonNull(held.get(incoming.source().id())).source;
        boolean owned = owners.setOwners(
                source, incoming.ownerships().stream().map(owners::toOwnership).toList(), run);
        boolean linked = SourceImport.setLinks(
                source, incoming.links().stream().map(NewLink::link).toList());
        return described == RowOutcome.UNCHANGED && (owned || ownersChanged || linked) ? RowOutcome.CHANGED : described;
    }
}
