package news.parallax.catalog.rating;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** Queries over ratings. */
@Singleton
public class RatingRepository implements PanacheRepositoryBase<RatingEntity, Long> {
    private static final Comparator<RatingEntity> BY_TIME = Comparator.comparing(
            (RatingEntity rating) -> rating.rateTime, Comparator.nullsFirst(Comparator.naturalOrder()));

    private record Place(String sourceId, String raterId, RatingAxis axis) {}

    /** Returns every rating that the sources ever had. */
    public List<RatingEntity> history(Collection<String> sourceIds) {
        return list("from RatingEntity r join fetch r.rater where r.sourceId in ?1", sourceIds);
    }

    /** Returns the ratings that count, by source: of each rater and axis the newest, by name of the rater. */
    public Map<String, List<RatingEntity>> current(Collection<String> sourceIds) {
        Map<Place, RatingEntity> newest = history(sourceIds).stream()
                .collect(Collectors.toMap(
                        rating -> new Place(rating.sourceId, rating.rater.id, rating.axis),
                        rating -> rating,
                        BinaryOperator.maxBy(BY_TIME)));
        return newest.values().stream()
                .sorted(Comparator.comparing((RatingEntity rating) -> rating.rater.name)
                        .thenComparing(rating -> rating.rater.id)
                        .thenComparing(rating -> rating.axis))
                .collect(Collectors.groupingBy(rating -> rating.sourceId));
    }
}
