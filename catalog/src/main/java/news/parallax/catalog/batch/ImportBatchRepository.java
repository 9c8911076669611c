package news.parallax.catalog.batch;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;

/** Queries over imports. */
@Singleton
public class ImportBatchRepository implements PanacheRepositoryBase<ImportBatchEntity, Long> {
    /** Writes what has changed and forgets all rows, so that a large import is not compared with itself again and again. */
    public void forgetRead() {
        getEntityManager().flush();
        getEntityManager().clear();
    }
}
