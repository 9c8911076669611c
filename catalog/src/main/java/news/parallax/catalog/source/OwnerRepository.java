package news.parallax.catalog.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/** Queries over owners. */
@Singleton
public class OwnerRepository implements PanacheRepositoryBase<OwnerEntity, String> {}
