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
    private static final Comparator<RatingEntity> BY_RATER = Comparator.comparing(
                    (RatingEntity rating) -> rating.rater.name)
            .thenComparing(rating -> rating.rater.id)
            .thenComparing(rating -> rating.axis);

    private record Place(String sourceId, String raterId, String axis) {}

    /** Returns every rating that the sources ever had, newest first; those that ended too. */
    public List<RatingEntity> history(Collection<String> sourceIds) {
        return list("""
                from RatingEntity r join fetch r.rater where one_of(?1, r.sourceId)
                order by r.rateTime desc nulls last, r.endTime desc nulls first, r.id desc
                """, (Object) sourceIds.toArray(String[]::new));
    }

    /** Returns every rating that there ever was, by source, rater, axis and time. */
    public List<RatingEntity> all() {
        return list("""
                from RatingEntity r join fetch r.rater
                order by r.sourceId, r.rater.id, r.axis, r.rateTime nulls first, r.endTime nulls last, r.value
                """);
    }

    /** Returns the ratings that count, by source: of each rater and axis the newest, by name of the rater. */
    public Map<String, List<RatingEntity>> current(Collection<String> sourceIds) {
        return counted(history(sourceIds)).stream().collect(Collectors.groupingBy(rating -> rating.sourceId));
    }

    /** Returns those of a history that count. */
    public static List<RatingEntity> counted(Collection<RatingEntity> history) {
        Map<Place, RatingEntity> newest = history.stream()
                .filter(rating -> rating.endTime == null)
                .collect(Collectors.toMap(
                        rating -> new Place(rating.sourceId, rating.rater.id, rating.axis),
                        rating -> rating,
                        BinaryOperator.maxBy(BY_TIME)));
        return newest.values().stream().sorted(BY_RATER).toList();
    }
}
