package news.parallax.catalog.feed;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Claims on hosts. Their time is that of the database, whichever catalog is asked. */
@Singleton
class HostClaimRepository {
    private final EntityManager entities;

    HostClaimRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Claims or renews what nobody else has, never for shorter than it was; returns those hosts. */
    Set<String> claim(String holder, Set<String> hosts, Duration duration) {
        return new HashSet<>(entities.createNativeQuery("""
                        insert into host_claim (host, holder, expire_time)
                        select host, :holder, clock_timestamp() + :millis * interval '1 millisecond'
                        from unnest(:hosts) host order by host
                        on conflict (host) do update set holder = excluded.holder,
                            expire_time = greatest(host_claim.expire_time, excluded.expire_time)
                            where host_claim.holder = excluded.holder or host_claim.expire_time <= clock_timestamp()
                        returning host
                        """, String.class)
                .setParameter("holder", holder)
                .setParameter("millis", duration.toMillis())
                .setParameter("hosts", hosts.toArray(new String[0]))
                .getResultList());
    }

    /** Returns for how long some hosts are claimed, by host. */
    Map<String, Duration> left(Set<String> hosts) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select host, cast(extract(epoch from expire_time - clock_timestamp()) * 1000 as bigint)
                        from host_claim where host = any(:hosts)
                        """, Object[].class)
                .setParameter("hosts", hosts.toArray(new String[0]))
                .getResultList();
        Map<String, Duration> left = new HashMap<>();
        rows.forEach(row -> left.put((String) row[0], Duration.ofMillis(Math.max(0, ((Number) row[1]).longValue()))));
        return left;
    }

    /** Ends a claim, if it is the holder's: nobody has the host until its rest is over. */
    void release(String holder, String host, Duration rest) {
        entities.createNativeQuery("""
                        update host_claim set holder = '', expire_time = clock_timestamp() + :millis * interval '1 millisecond'
                        where host = :host and holder = :holder
                        """)
                .setParameter("holder", holder)
                .setParameter("host", host)
                .setParameter("millis", rest.toMillis())
                .executeUpdate();
    }

    /** Removes some of the rows that claim nothing since long. */
    void sweep(Duration age, int limit) {
        entities.createNativeQuery("""
                        delete from host_claim where host in (
                            select host from host_claim
                            where expire_time < clock_timestamp() - :millis * interval '1 millisecond'
                            limit :limit for update skip locked)
                        """)
                .setParameter("millis", age.toMillis())
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
