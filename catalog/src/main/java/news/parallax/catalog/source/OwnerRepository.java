package news.parallax.catalog.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import news.parallax.catalog.error.CatalogException.NotFound;

/** Queries over owners. */
@Singleton
public class OwnerRepository implements PanacheRepositoryBase<OwnerEntity, String> {
    /** Returns an owner; OWNER_NOT_FOUND if there is none of that id. */
    public OwnerEntity require(String id) {
        return findByIdOptional(id)
                .orElseThrow(() ->
                        new NotFound("OWNER_NOT_FOUND", "There is no owner %s".formatted(id), Map.of("owner_id", id)));
    }

    public Map<String, OwnerEntity> byIds(Collection<String> ids) {
        return list("one_of(?1, id)", (Object) ids.toArray(String[]::new)).stream()
                .collect(Collectors.toMap(owner -> owner.id, owner -> owner));
    }
}
