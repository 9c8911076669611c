package news.parallax.catalog.rating;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Queries over flags. */
@Singleton
public class SourceFlagRepository implements PanacheRepositoryBase<SourceFlagEntity, Long> {
    /** Returns every flag that the sources ever had, by name of the rater and flag. */
    public List<SourceFlagEntity> history(Collection<String> sourceIds) {
        return list("""
                from SourceFlagEntity f join fetch f.rater where one_of(?1, f.sourceId)
                order by f.rater.name, f.rater.id, f.flag, f.id
                """, (Object) sourceIds.toArray(String[]::new));
    }

    /** Returns every flag that there ever was, by source, rater, flag and time. */
    public List<SourceFlagEntity> all() {
        return list("""
                from SourceFlagEntity f join fetch f.rater
                order by f.sourceId, f.rater.id, f.flag, f.endTime nulls last, f.rateTime nulls first
                """);
    }

    /** Returns the flags that count, by source. */
    public Map<String, List<SourceFlagEntity>> current(Collection<String> sourceIds) {
        return history(sourceIds).stream()
                .filter(flag -> flag.endTime == null)
                .collect(Collectors.groupingBy(flag -> flag.sourceId));
    }
}
