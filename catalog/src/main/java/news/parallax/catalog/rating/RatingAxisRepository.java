package news.parallax.catalog.rating;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/** Queries over axes. */
@Singleton
public class RatingAxisRepository implements PanacheRepositoryBase<RatingAxisEntity, String> {
    /** Returns whether somebody has rated on the axis. */
    public boolean isUsed(String id) {
        return find("from RatingEntity r where r.axis = ?1", id)
                .firstResultOptional()
                .isPresent();
    }
}
