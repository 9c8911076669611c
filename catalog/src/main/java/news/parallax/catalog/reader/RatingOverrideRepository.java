package news.parallax.catalog.reader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.List;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;

/** Queries over the ratings of readers. */
@Singleton
class RatingOverrideRepository implements PanacheRepositoryBase<RatingOverrideEntity, RatingOverrideEntity.Key> {
    long count(String readerId) {
        return count("readerId", readerId);
    }

    /** Lists by source id. */
    Page<RatingOverrideEntity> page(PageRequest request, String readerId) {
        String after = request.first() ? "" : request.after().getFirst();
        return request.page(
                find("readerId = ?1 and sourceId > ?2 order by sourceId", readerId, after)
                        .page(0, request.fetchSize())
                        .list(),
                override -> List.of(override.sourceId));
    }
}
