package news.parallax.catalog.batch;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/** Queries over imports. */
@Singleton
public class ImportBatchRepository implements PanacheRepositoryBase<ImportBatchEntity, Long> {}
