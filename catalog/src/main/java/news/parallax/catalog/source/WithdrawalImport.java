package news.parallax.catalog.source;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import news.parallax.catalog.batch.ImportRun;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.ImportTally.ReadRow;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.rating.RatingEntity;
import news.parallax.catalog.rating.RatingRepository;
import news.parallax.catalog.rating.SourceFlagEntity;
import news.parallax.catalog.rating.SourceFlagRepository;
import org.jspecify.annotations.Nullable;

/** Ends what raters no longer say. */
@Singleton
public class WithdrawalImport {
    private static final int BATCH = 1_000;

    private final RatedSources rated;
    private final RatingRepository ratings;
    private final SourceFlagRepository flags;
    private final DerivedRatings derived;

    WithdrawalImport(RatedSources rated, RatingRepository ratings, SourceFlagRepository flags, DerivedRatings derived) {
        this.rated = rated;
        this.ratings = ratings;
        this.flags = flags;
        this.derived = derived;
    }

    /** Counts a row as changed if it ends something. What a rater says of a source in one of the rows, it still says. */
    public void takeWithdrawals(List<Row<Withdrawal>> rows, ImportTally tally, ImportRun run) {
        rated.bySource(tally.read(rows), Withdrawal::sourceId, tally).entrySet().stream()
                .gather(Gatherers.windowFixed(BATCH))
                .forEach(batch -> takeBatch(batch, tally, run));
    }

    private void takeBatch(
            List<Map.Entry<SourceEntity, List<ReadRow<Withdrawal>>>> batch, ImportTally tally, ImportRun run) {
        List<String> ids = batch.stream().map(group -> group.getKey().id).toList();
        Map<String, List<RatingEntity>> ratingsOf =
                ratings.history(ids).stream().collect(Collectors.groupingBy(rating -> rating.sourceId));
        Map<String, List<SourceFlagEntity>> flagsOf = flags.current(ids);
        for (Map.Entry<SourceEntity, List<ReadRow<Withdrawal>>> group : batch) {
            String id = group.getKey().id;
            List<Withdrawal> all =
                    group.getValue().stream().map(ReadRow::content).toList();
            for (ReadRow<Withdrawal> row : group.getValue()) {
                tally.take(row.row(), () -> {
                    Withdrawal withdrawal = row.content().besides(all);
                    int ended = endRatings(ratingsOf.getOrDefault(id, List.of()), withdrawal, run)
                            + endFlags(flagsOf.getOrDefault(id, List.of()), withdrawal, run);
                    return ended == 0 ? RowOutcome.UNCHANGED : RowOutcome.CHANGED;
                });
            }
        }
        derived.derive(batch.stream().map(Map.Entry::getKey).toList(), run);
    }

    private static int endRatings(List<RatingEntity> held, Withdrawal withdrawal, ImportRun run) {
        List<RatingEntity> dropped = held.stream()
                .filter(rating -> rating.endTime == null
                        && rating.rater.id.equals(withdrawal.raterId())
                        && !withdrawal.axes().contains(rating.axis)
                        && saidBefore(rating.rateTime, withdrawal))
                .toList();
        dropped.forEach(rating -> rating.endTime = run.time());
        return dropped.size();
    }

    private static int endFlags(List<SourceFlagEntity> held, Withdrawal withdrawal, ImportRun run) {
        List<SourceFlagEntity> dropped = held.stream()
                .filter(flag -> flag.endTime == null
                        && flag.rater.id.equals(withdrawal.raterId())
                        && !withdrawal.flags().contains(flag.flag)
                        && saidBefore(flag.rateTime, withdrawal))
                .toList();
        dropped.forEach(flag -> flag.endTime = run.time());
        return dropped.size();
    }

    private static boolean saidBefore(@Nullable Instant rateTime, Withdrawal withdrawal) {
        return rateTime == null || !rateTime.isAfter(withdrawal.time());
    }
}
