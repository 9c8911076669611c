package news.parallax.catalog.reader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Queries over readers and their keys. */
@Singleton
public class ReaderRepository implements PanacheRepositoryBase<ReaderEntity, String> {
    Optional<ApiKeyEntity> findKey(String hash) {
        return Optional.ofNullable(getEntityManager().find(ApiKeyEntity.class, hash));
    }

    void add(ApiKeyEntity key) {
        getEntityManager().persist(key);
    }
}
