package news.parallax.catalog.reader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;

/** Queries over keys. */
@Singleton
class ApiKeyRepository implements PanacheRepositoryBase<ApiKeyEntity, String> {
    /** Adds a key; returns false if there is one of that hash. */
    boolean add(ApiKeyEntity key) {
        return getEntityManager()
                        .createNativeQuery("""
                        insert into api_key (hash, reader_id, id, name, scope, create_time, expire_time)
                        values (:hash, :reader, :id, :name, :scope, :created, cast(:expires as timestamptz))
                        on conflict do nothing
                        """)
                        .setParameter("hash", key.hash)
                        .setParameter("reader", key.reader.id)
                        .setParameter("id", key.id)
                        .setParameter("name", key.name)
                        .setParameter("scope", key.scope.name())
                        .setParameter("created", key.createTime)
                        .setParameter("expires", key.expireTime == null ? null : key.expireTime.toString())
                        .executeUpdate()
                == 1;
    }

    long count(ReaderEntity reader) {
        return count("reader", reader);
    }

    /** Lists by age, the oldest first. */
    Page<ApiKeyEntity> page(PageRequest request, ReaderEntity reader) {
        String query = "reader = ?1" + (request.first() ? "" : " and (createTime, id) > (?2, ?3)");
        Object[] values = request.first()
                ? new Object[] {reader}
                : new Object[] {
                    reader,
                    PageKey.moment(request.after().getFirst()),
                    request.after().getLast()
                };
        return request.page(
                find(query + " order by createTime, id", values)
                        .page(0, request.fetchSize())
                        .list(),
                key -> List.of(key.createTime.toString(), key.id));
    }

    /** Remembers that a key is used, unless it is known to have been since a moment. */
    void use(String hash, Instant now, Instant since) {
        update("lastUseTime = ?1 where hash = ?2 and (lastUseTime is null or lastUseTime < ?3)", now, hash, since);
    }

    /** Returns whether there was one of that id. */
    boolean delete(ReaderEntity reader, String id) {
        return delete("reader = ?1 and id = ?2", reader, id) == 1;
    }
}
