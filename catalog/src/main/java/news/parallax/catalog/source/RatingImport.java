package news.parallax.catalog.source;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import news.parallax.catalog.batch.ImportTally;
import news.parallax.catalog.batch.RowOutcome;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.FactualityLevel;
import news.parallax.catalog.database.WriterTurn;
import news.parallax.catalog.error.CatalogException.Invalid;
import news.parallax.catalog.rating.RaterEntity;
import news.parallax.catalog.rating.RaterRepository;
import news.parallax.catalog.rating.RatingAxis;
import news.parallax.catalog.rating.RatingEntity;
import news.parallax.catalog.rating.RatingRepository;
import org.jboss.logging.Logger;

/** Stores ratings, keeps the older ones, and derives bias and factuality of the sources from the newest. */
@Singleton
public class RatingImport {
    private static final Logger LOG = Logger.getLogger(RatingImport.class);

    private final WriterTurn turn;
    private final SourceRepository sources;
    private final RatingRepository ratings;
    private final RaterRepository raters;
    private final Event<SourcesChanged> changes;

    RatingImport(
            WriterTurn turn,
            SourceRepository sources,
            RatingRepository ratings,
            RaterRepository raters,
            Event<SourcesChanged> changes) {
        this.turn = turn;
        this.sources = sources;
        this.ratings = ratings;
        this.raters = raters;
        this.changes = changes;
    }

    /**
     * Imports each row that can be read.
     *
     * @param rows each gives its rating, or throws the reason why it is none
     */
    ImportTally importRatings(List<Supplier<NewRating>> rows) {
        return turn.take(() -> {
            var tally = new ImportTally();
            Map<String, SourceEntity> concerned = new HashMap<>();
            Map<String, List<RatingEntity>> histories = new HashMap<>();
            for (int row = 0; row < rows.size(); row++) {
                Supplier<NewRating> reader = rows.get(row);
                tally.row(row, () -> take(reader.get(), concerned, histories));
            }
            ratings.flush();
            Set<String> changed = derive(concerned.values());
            if (!changed.isEmpty()) {
                changes.fire(new SourcesChanged(changed));
            }
            LOG.infof(
                    "ratings imported rows=%d refused=%d sources_changed=%d",
                    rows.size(), tally.refusals().size(), changed.size());
            return tally;
        });
    }

    private RowOutcome take(
            NewRating rating, Map<String, SourceEntity> concerned, Map<String, List<RatingEntity>> histories) {
        SourceEntity source = concerned.computeIfAbsent(rating.sourceId(), sources::findById);
        if (source == null) {
            throw new Invalid(
                    "SOURCE_NOT_FOUND",
                    "There is no source %s".formatted(rating.sourceId()),
                    Map.of("source_id", rating.sourceId()));
        }
        List<RatingEntity> history =
                histories.computeIfAbsent(source.id, id -> new ArrayList<>(ratings.history(List.of(id))));
        RaterEntity rater = rater(rating);
        return history.stream()
                .filter(known -> known.rater.id.equals(rater.id)
                        && known.axis == rating.axis()
                        && Objects.equals(known.rateTime, rating.rateTime().orElse(null)))
                .findFirst()
                .map(known -> change(known, rating))
                .orElseGet(() -> {
                    history.add(add(rating, rater));
                    return RowOutcome.ADDED;
                });
    }

    private RaterEntity rater(NewRating rating) {
        RaterEntity rater = raters.findById(rating.raterId());
        if (rater == null) {
            rater = new RaterEntity();
            rater.id = rating.raterId();
            rater.name = rating.raterId();
            rater.homeUrl = "";
            raters.persist(rater);
        }
        rater.name = rating.raterName().isBlank() ? rater.name : rating.raterName();
        rater.homeUrl = rating.raterUrl().isBlank() ? rater.homeUrl : rating.raterUrl();
        return rater;
    }

    private RatingEntity add(NewRating rating, RaterEntity rater) {
        var row = new RatingEntity();
        row.sourceId = rating.sourceId();
        row.rater = rater;
        row.axis = rating.axis();
        row.value = rating.value();
        row.rateTime = rating.rateTime().orElse(null);
        row.url = rating.url();
        ratings.persist(row);
        return row;
    }

    private static RowOutcome change(RatingEntity known, NewRating rating) {
        if (known.value.equals(rating.value()) && known.url.equals(rating.url())) {
            return RowOutcome.UNCHANGED;
        }
        known.value = rating.value();
        known.url = rating.url();
        return RowOutcome.CHANGED;
    }

    /** Returns the ids of those whose bias or factuality is another now. */
    private Set<String> derive(Collection<SourceEntity> concerned) {
        Map<String, List<RatingEntity>> current =
                ratings.current(concerned.stream().map(source -> source.id).toList());
        Set<String> changed = new TreeSet<>();
        for (SourceEntity source : concerned) {
            Map<RatingAxis, List<String>> values = current.getOrDefault(source.id, List.of()).stream()
                    .collect(Collectors.groupingBy(
                            rating -> rating.axis, Collectors.mapping(rating -> rating.value, Collectors.toList())));
            List<String> biases = values.getOrDefault(RatingAxis.BIAS, List.of());
            List<String> factualities = values.getOrDefault(RatingAxis.FACTUALITY, List.of());
            BiasStep bias = biases.isEmpty()
                    ? null
                    : BiasStep.mean(biases.stream().map(BiasStep::valueOf).toList());
            FactualityLevel factuality = factualities.isEmpty()
                    ? null
                    : FactualityLevel.mean(
                            factualities.stream().map(FactualityLevel::valueOf).toList());
            if (bias != source.bias || factuality != source.factuality) {
                source.bias = bias;
                source.factuality = factuality;
                changed.add(source.id);
            }
        }
        return changed;
    }
}
