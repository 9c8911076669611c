package news.parallax.catalog.source;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import news.parallax.catalog.batch.ImportRun;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.ImportTally.ReadRow;
import news.parallax.catalog.batch.Row;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.rating.RatingAxisEntity;
import news.parallax.catalog.rating.RatingAxisRepository;
import news.parallax.catalog.rating.RatingEntity;
import news.parallax.catalog.rating.RatingRepository;
import org.jspecify.annotations.Nullable;

/** Stores ratings, keeps what they were before, and has bias and factuality of the sources derived from the newest. */
@Singleton
public class RatingImport {
    private static final int BATCH = 1_000;

    private final RatedSources rated;
    private final RaterImport raters;
    private final RatingAxisRepository axes;
    private final RatingRepository ratings;
    private final DerivedRatings derived;

    RatingImport(
            RatedSources rated,
            RaterImport raters,
            RatingAxisRepository axes,
            RatingRepository ratings,
            DerivedRatings derived) {
        this.rated = rated;
        this.raters = raters;
        this.axes = axes;
        this.ratings = ratings;
        this.derived = derived;
    }

    /** What a rating is told from others by: one rater says one thing of a source at one time. */
    private record Place(
            String sourceId,
            String raterId,
            String axis,
            @Nullable Instant rateTime,
            @Nullable Instant endTime) {
        static Place of(RatingEntity rating) {
            return new Place(rating.sourceId, rating.rater.id, rating.axis, rating.rateTime, rating.endTime);
        }
    }

    /**
     * What rows of a batch refer to.
     *
     * @param taken filled with what rows of this import said
     */
    private record Context(
            Map<String, SourceEntity> named,
            Map<String, RatingAxisEntity> axes,
            Map<Place, RatingEntity> known,
            Set<Place> taken,
            ImportRun run) {}

    public void takeRatings(List<Row<NewRating>> rows, ImportTally tally, ImportRun run) {
        Set<Place> taken = new HashSet<>();
        Map<String, RatingAxisEntity> known =
                axes.listAll().stream().collect(Collectors.toMap(axis -> axis.id, Function.identity()));
        tally.read(rows).stream().gather(Gatherers.windowFixed(BATCH)).forEach(batch -> {
            Map<String, SourceEntity> named = rated.byDomain(
                    batch.stream().map(read -> read.content().sourceId()).toList());
            takeBatch(batch, tally, new Context(named, known, held(named), taken, run));
            derived.derive(named.values(), run);
        });
    }

    private Map<Place, RatingEntity> held(Map<String, SourceEntity> named) {
        Map<Place, RatingEntity> held = new HashMap<>();
        ratings.history(RatedSources.ids(named)).forEach(rating -> held.put(Place.of(rating), rating));
        return held;
    }

    private void takeBatch(List<ReadRow<NewRating>> batch, ImportTally tally, Context context) {
        batch.forEach(read -> tally.take(read.row(), () -> take(read.content(), context)));
        ratings.flush();
    }

    private RowOutcome take(NewRating incoming, Context context) {
        RatingEntity row = toRow(incoming, context);
        Place place = Place.of(row);
        boolean repeated = !context.taken().add(place);
        RatingEntity known = context.known().putIfAbsent(place, row);
        if (known == null) {
            ratings.persist(row);
            return RowOutcome.ADDED;
        }
        if (saysTheSame(known, row)) {
            return RowOutcome.UNCHANGED;
        }
        if (repeated) {
            throw new Invalid(
                    "RATING_REPEATED",
                    "%s is rated by %s on %s twice for one time, not alike"
                            .formatted(row.sourceId, row.rater.id, row.axis),
                    Map.of("source_id", row.sourceId, "rater_id", row.rater.id, "axis", row.axis));
        }
        correct(known, row, context.run());
        return RowOutcome.CHANGED;
    }

    private RatingEntity toRow(NewRating incoming, Context context) {
        var row = new RatingEntity();
        row.sourceId = RatedSources.require(context.named(), incoming.sourceId()).id;
        row.axis = requireStep(context.axes(), incoming);
        incoming.newRater().ifPresent(raters::take);
        row.rater = rated.requireRater(incoming.raterId());
        row.value = incoming.value();
        row.nativeValue = incoming.nativeValue();
        row.confidence = incoming.confidence().orElse(null);
        row.rateTime = incoming.rateTime().orElse(null);
        row.url = incoming.url();
        row.importBatchId = context.run().batchId();
        row.endTime = incoming.endTime().orElse(null);
        return row;
    }

    private static String requireStep(Map<String, RatingAxisEntity> axes, NewRating incoming) {
        RatingAxisEntity axis = axes.get(incoming.axis());
        if (axis == null) {
            throw new Invalid(
                    "AXIS_NOT_FOUND",
                    "There is no axis %s".formatted(incoming.axis()),
                    Map.of("axis", incoming.axis()));
        }
        if (!axis.steps.contains(incoming.value())) {
            String steps = String.join(", ", axis.steps);
            throw new Invalid(
                    "RATING_VALUE_INVALID",
                    "\"%s\" is no step of %s, which has %s".formatted(incoming.value(), axis.id, steps),
                    Map.of("value", incoming.value(), "axis", axis.id, "steps", steps));
        }
        return axis.id;
    }

    private static boolean saysTheSame(RatingEntity known, RatingEntity row) {
        return known.value.equals(row.value)
                && known.nativeValue.equals(row.nativeValue)
                && Objects.equals(known.confidence, row.confidence)
                && known.url.equals(row.url);
    }

    private void correct(RatingEntity known, RatingEntity row, ImportRun run) {
        ratings.persist(known.ended(run.time()));
        known.value = row.value;
        known.nativeValue = row.nativeValue;
        known.confidence = row.confidence;
        known.url = row.url;
        known.importBatchId = row.importBatchId;
    }
}
