package news.parallax.catalog.source;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Gatherers;
import news.parallax.catalog.batch.ImportRun;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.ImportTally.ReadRow;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.rating.SourceFlagEntity;
import news.parallax.catalog.rating.SourceFlagRepository;
import org.jspecify.annotations.Nullable;

/** Stores what raters warn of. */
@Singleton
public class FlagImport {
    private static final int BATCH = 1_000;

    private final RatedSources rated;
    private final SourceFlagRepository flags;

    FlagImport(RatedSources rated, SourceFlagRepository flags) {
        this.rated = rated;
        this.flags = flags;
    }

    private record Place(
            String sourceId,
            String raterId,
            String flag,
            @Nullable Instant endTime) {
        static Place of(SourceFlagEntity flag) {
            return new Place(flag.sourceId, flag.rater.id, flag.flag, flag.endTime);
        }
    }

    public void takeFlags(List<Row<NewFlag>> rows, ImportTally tally, ImportRun run) {
        Set<Place> taken = new HashSet<>();
        tally.read(rows).stream()
                .gather(Gatherers.windowFixed(BATCH))
                .forEach(batch -> takeBatch(batch, taken, tally, run));
    }

    private void takeBatch(List<ReadRow<NewFlag>> batch, Set<Place> taken, ImportTally tally, ImportRun run) {
        Map<String, SourceEntity> named = rated.byDomain(
                batch.stream().map(read -> read.content().sourceId()).toList());
        Map<Place, SourceFlagEntity> known = new HashMap<>();
        flags.history(RatedSources.ids(named)).forEach(flag -> known.put(Place.of(flag), flag));
        batch.forEach(read -> tally.take(read.row(), () -> take(read.content(), named, known, taken, run)));
        flags.flush();
    }

    private RowOutcome take(
            NewFlag incoming,
            Map<String, SourceEntity> named,
            Map<Place, SourceFlagEntity> known,
            Set<Place> taken,
            ImportRun run) {
        String sourceId = RatedSources.require(named, incoming.sourceId()).id;
        var place = new Place(
                sourceId,
                rated.requireRater(incoming.raterId()).id,
                incoming.flag(),
                incoming.endTime().orElse(null));
        boolean repeated = !taken.add(place);
        SourceFlagEntity flag = known.get(place);
        if (flag == null) {
            known.put(place, add(incoming, sourceId, run));
            return RowOutcome.ADDED;
        }
        if (flag.url.equals(incoming.url())
                && Objects.equals(flag.rateTime, incoming.rateTime().orElse(null))) {
            return RowOutcome.UNCHANGED;
        }
        if (repeated) {
            throw new Invalid(
                    "FLAG_REPEATED",
                    "%s is given %s by %s twice, not alike".formatted(sourceId, incoming.flag(), incoming.raterId()),
                    Map.of("source_id", sourceId, "flag", incoming.flag(), "rater_id", incoming.raterId()));
        }
        flag.url = incoming.url();
        flag.rateTime = incoming.rateTime().orElse(null);
        flag.importBatchId = run.batchId();
        return RowOutcome.CHANGED;
    }

    private SourceFlagEntity add(NewFlag incoming, String sourceId, ImportRun run) {
        var flag = new SourceFlagEntity();
        flag.sourceId = sourceId;
        flag.rater = rated.requireRater(incoming.raterId());
        flag.flag = incoming.flag();
        flag.rateTime = incoming.rateTime().orElse(null);
        flag.url = incoming.url();
        flag.endTime = incoming.endTime().orElse(null);
        flag.importBatchId = run.batchId();
        flags.persist(flag);
        return flag;
    }
}
