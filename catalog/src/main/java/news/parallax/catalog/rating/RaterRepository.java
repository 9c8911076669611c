package news.parallax.catalog.rating;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/** Queries over raters. */
@Singleton
public class RaterRepository implements PanacheRepositoryBase<RaterEntity, String> {}
