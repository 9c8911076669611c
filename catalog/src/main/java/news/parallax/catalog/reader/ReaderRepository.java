package news.parallax.catalog.reader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.Optional;
import news.parallax.catalog.error.CatalogException.NotFound;

/** Queries over readers. */
@Singleton
class ReaderRepository implements PanacheRepositoryBase<ReaderEntity, String> {
    /** Returns a reader; READER_NOT_FOUND if there is none of that id. */
    ReaderEntity require(String id) {
        return findByIdOptional(id).orElseThrow(() -> missing(id));
    }

    /** Does the same, and has all others who change something of this reader wait until the transaction ends. */
    ReaderEntity requireLocked(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> missing(id));
    }

    Optional<ReaderEntity> byEmail(EmailAddress address) {
        return find("email", address.text()).firstResultOptional();
    }

    /** Adds a reader, without what belongs to an account; returns false if there is one of that id or address. */
    boolean add(ReaderEntity reader) {
        return getEntityManager()
                        .createNativeQuery("""
                        insert into reader (id, name, plan, email, password_hash, password_time, create_time)
                        values (:id, :name, :plan, nullif(:email, ''), nullif(:hash, ''),
                            case when :email <> '' then cast(:created as timestamptz) end, :created)
                        on conflict do nothing
                        """)
                        .setParameter("id", reader.id)
                        .setParameter("name", reader.name)
                        .setParameter("plan", reader.plan)
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
