package news.parallax.catalog.lease;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Leases. Their time is that of the database. A writer holds the key of its lease until it has committed
 * ({@code WriterTurnRepository}): renewing does not touch the key, taking over locks it.
 */
@Singleton
class LeaseRepository {
    private final EntityManager entities;

    LeaseRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Takes a lease that nobody ever had. */
    boolean found(LeaseWish wish) {
        return with(wish, entities.createNativeQuery("""
                        insert into lease (name, holder, address, token, expire_time)
                        values (:name, :holder, :address, 1, clock_timestamp() + :millis * interval '1 millisecond')
                        on conflict (name) do nothing
                        """)).executeUpdate() > 0;
    }

    /** Renews a lease, if it is the holder's, even one that has run out: nobody had it since. */
    boolean renew(LeaseWish wish) {
        return with(wish, entities.createNativeQuery("""
                        update lease set address = :address,
                            expire_time = clock_timestamp() + :millis * interval '1 millisecond'
                        where name = :name and holder = :holder
                        """)).executeUpdate() > 0;
    }

    /**
     * Takes over a lease that has run out, unless somebody is committing under it: asked again a little later it will be had,
     * or be found renewed.
     */
    boolean takeOver(LeaseWish wish) {
        return with(wish, entities.createNativeQuery("""
                        update lease set holder = :holder, address = :address, token = token + 1,
                            expire_time = clock_timestamp() + :millis * interval '1 millisecond'
                        where name = (select name from lease
                            where name = :name and expire_time <= clock_timestamp() for update skip locked)
                        """)).executeUpdate() > 0;
    }

    void release(String name, String holder) {
        entities.createNativeQuery("""
                        update lease set holder = '', expire_time = clock_timestamp() where name = :name and holder = :holder
                        """)
                .setParameter("name", name)
                .setParameter("holder", holder)
                .executeUpdate();
    }

    Optional<Lease> find(String name) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select holder, address, token,
                            cast(extract(epoch from expire_time - clock_timestamp()) * 1000 as bigint)
                        from lease where name = :name
                        """, Object[].class)
                .setParameter("name", name)
                .getResultList();
        return rows.stream()
                .map(row -> new Lease(
                        name,
                        (String) row[0],
                        (String) row[1],
                        ((Number) row[2]).longValue(),
                        Duration.ofMillis(Math.max(0, ((Number) row[3]).longValue()))))
                .findFirst();
    }

    private static Query with(LeaseWish wish, Query query) {
        return query.setParameter("name", wish.name())
                .setParameter("holder", wish.holder())
                .setParameter("address", wish.address())
                .setParameter("millis", wish.duration().toMillis());
    }
}
