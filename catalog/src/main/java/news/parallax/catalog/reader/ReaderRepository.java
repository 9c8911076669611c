package news.parallax.catalog.reader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;

/** Queries over readers. */
@Singleton
public class ReaderRepository implements PanacheRepositoryBase<ReaderEntity, String> {
    /** Returns a reader; READER_NOT_FOUND if there is none of that id. */
    public ReaderEntity require(String id) {
        return findByIdOptional(id).orElseThrow(() -> missing(id));
    }

    /** Does the same, and has all others who change something of this reader wait until the transaction ends. */
    public ReaderEntity requireLocked(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(id));
    }

    Optional<ReaderEntity> byEmail(EmailAddress address) {
        return find("email", address.text()).firstResultOptional();
    }

    /**
     * Lists by when they were added, the latest first.
     *
     * @param prefix of id, name or address, in lowercase; empty for all
     */
    Page<ReaderEntity> page(PageRequest request, String prefix, Optional<ReaderEntity.Role> role) {
        Map<String, Object> values = new HashMap<>();
        String query = "1 = 1";
        if (!prefix.isEmpty()) {
            query += " and (locate(:prefix, id) = 1 or locate(:prefix, lower(name)) = 1 or locate(:prefix, email) = 1)";
            values.put("prefix", prefix);
        }
        if (role.isPresent()) {
            query += " and role = :role";
            values.put("role", role.get());
        }
        if (!request.first()) {
            query += " and (createTime, id) < (:time, :id)";
            values.put("time", PageKey.moment(request.after().getFirst()));
            values.put("id", request.after().getLast());
        }
        return request.page(
                find(query + " order by createTime desc, id desc", values)
                        .page(0, request.fetchSize())
                        .list(),
                reader -> List.of(reader.createTime.toString(), reader.id));
    }

    /** Adds a reader, without what belongs to an account; returns false if there is one of that id or address. */
    boolean add(ReaderEntity reader) {
        return getEntityManager()
                        .createNativeQuery("""
                        insert into reader (id, name, plan, role, email, password_hash, password_time, create_time)
                        values (:id, :name, :plan, :role, nullif(:email, ''), nullif(:hash, ''),
                            case when :email <> '' then cast(:created as timestamptz) end, :created)
                        on conflict do nothing
                        """)
                        .setParameter("id", reader.id)
                        .setParameter("name", reader.name)
                        .setParameter("plan", reader.plan)
                        .setParameter("role", reader.role.name())
                        .setParameter("email", Optional.ofNullable(reader.email).orElse(""))
                        .setParameter(
                                "hash", Optional.ofNullable(reader.passwordHash).orElse(""))
                        .setParameter("created", reader.createTime)
                        .executeUpdate()
                == 1;
    }

    /** Deletes a reader with everything that belongs to them. */
    void deleteWithEverything(ReaderEntity reader) {
        getEntityManager()
                .createNativeQuery("delete from reader where id = :id")
                .setParameter("id", reader.id)
                .executeUpdate();
    }

    private static NotFound missing(String id) {
        return new NotFound("READER_NOT_FOUND", "There is no reader %s".formatted(id), Map.of("reader_id", id));
    }
}
