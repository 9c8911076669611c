package news.parallax.catalog.source;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.batch.ImportRun;
import news.parallax.catalog.coverage.BiasStep;
import news.parallax.catalog.coverage.FactualityLevel;
import news.parallax.catalog.rating.RatingAxisEntity;
import news.parallax.catalog.rating.RatingEntity;
import news.parallax.catalog.rating.RatingRepository;

/** Derives bias and factuality of sources from the ratings that count. */
@Singleton
class DerivedRatings {
    private final RatingRepository ratings;

    DerivedRatings(RatingRepository ratings) {
        this.ratings = ratings;
    }

    /** Derives anew, and notes the sources whose bias or factuality is another now. */
    void derive(Collection<SourceEntity> sources, ImportRun run) {
        var concerned = new HashSet<>(sources);
        Map<String, List<RatingEntity>> current =
                ratings.current(concerned.stream().map(source -> source.id).toList());
        for (SourceEntity source : concerned) {
            List<RatingEntity> counted = current.getOrDefault(source.id, List.of());
            BiasStep bias = bias(counted).orElse(null);
            FactualityLevel factuality = factuality(counted).orElse(null);
            if (bias != source.bias || factuality != source.factuality) {
                source.bias = bias;
                source.factuality = factuality;
                run.changedSources().add(source.id);
            }
        }
    }

    private static Optional<BiasStep> bias(List<RatingEntity> counted) {
        List<BiasStep> steps = values(counted, RatingAxisEntity.BIAS).stream()
                .map(BiasStep::valueOf)
                .toList();
        return steps.isEmpty() ? Optional.empty() : Optional.of(BiasStep.mean(steps));
    }

    private static Optional<FactualityLevel> factuality(List<RatingEntity> counted) {
        List<FactualityLevel> levels = values(counted, RatingAxisEntity.FACTUALITY).stream()
                .map(FactualityLevel::valueOf)
                .toList();
        return levels.isEmpty() ? Optional.empty() : Optional.of(FactualityLevel.mean(levels));
    }

    private static List<String> values(List<RatingEntity> counted, String axis) {
        return counted.stream()
                .filter(rating -> rating.axis.equals(axis))
                .map(rating -> rating.value)
                .toList();
    }
}
