package news.parallax.catalog.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;

/** Queries over feeds. */
@Singleton
public class FeedRepository implements PanacheRepositoryBase<FeedEntity, String> {
    /** Any number that nobody else locks in this database. */
    private static final long ADDRESSES_KEY = 0x7061_7261_6c6c_6664L;

    /**
     * Returns due feeds that nobody has, most overdue first, locked until the end of the transaction. Feeds that another
     * transaction is looking at are skipped, not waited for (FOR UPDATE SKIP LOCKED).
     */
    List<FeedEntity> lockDue(Instant now, int limit) {
        return getEntityManager()
                .createQuery("""
                        from FeedEntity where retireTime is null and dueTime <= :now
                            and (leaseExpireTime is null or leaseExpireTime <= :now)
                        order by dueTime, id
                        """, FeedEntity.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .getResultList();
    }

    /** Likewise, but without feeds at hosts that another crawler has claimed. */
    List<FeedEntity> lockDue(Instant now, int limit, String crawler) {
        return getEntityManager()
                .createNativeQuery("""
                        select f.* from feed f
                        where f.retire_time is null and f.due_time <= :now
                            and (f.lease_expire_time is null or f.lease_expire_time <= :now)
                            and not exists (select from host_claim c
                                where c.host = lower(substring(f.url from '^https?://([^/:?#]+)')) and c.holder <> :crawler
                                    and c.expire_time > clock_timestamp())
                        order by f.due_time, f.id limit :limit for update of f skip locked
                        """, FeedEntity.class)
                .setParameter("now", now)
                .setParameter("crawler", crawler)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Returns the feed, locked until the end of the transaction. */
    Optional<FeedEntity> lock(String id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Waits until nobody else adds or moves feeds, until the end of the transaction: two feeds may move to one place.
     * To be called before any feed is locked.
     */
    void lockAddresses() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:key)")
                .setParameter("key", ADDRESSES_KEY)
                .getSingleResult();
    }

    /** Returns the feeds that are at some addresses, or were there once, by the ids that belong to these. */
    Map<String, FeedEntity> byAddresses(Collection<String> ids) {
        Map<String, FeedEntity> found = new HashMap<>();
        getEntityManager()
                .createQuery(
                        "select a.id, f from FeedAddressEntity a join FeedEntity f on f.id = a.feedId where a.id in :ids",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(row -> found.put((String) row[0], (FeedEntity) row[1]));
        list("id in ?1", ids).forEach(feed -> found.put(feed.id, feed));
        return found;
    }

    /** Returns the feeds that are not gone, by id. */
    public List<FeedEntity> inUse() {
        return list("retireTime is null order by id");
    }

    /** Gives a feed another address; all else stays as it is. It is to be read anew afterwards. */
    void rename(FeedEntity feed, FeedUrl target) {
        flush();
        execute("delete from feed_address where id = :target", Map.of("target", target.id()));
        execute("""
                update feed set id = :target, url = :url, redirect_url = '', redirect_count = 0 where id = :id
                """, Map.of("target", target.id(), "url", target.url(), "id", feed.id));
        getEntityManager().detach(feed);
    }

    /** Removes a feed whose articles another one lists; all its addresses mean that one from now on. */
    void absorb(FeedEntity feed, FeedEntity other) {
        flush();
        execute(
                "update feed_address set feed_id = :other where feed_id = :id",
                Map.of("other", other.id, "id", feed.id));
        delete(feed);
        flush();
    }

    /** Remembers where a feed was. */
    void remember(String id, String url, String feedId, Instant moment) {
        var address = new FeedAddressEntity();
        address.id = id;
        address.url = url;
        address.feedId = feedId;
        address.moveTime = moment;
        getEntityManager().persist(address);
    }

    private void execute(String statement, Map<String, Object> values) {
        var query = getEntityManager().createNativeQuery(statement);
        values.forEach(query::setParameter);
        query.executeUpdate();
    }

    Page<FeedEntity> page(PageRequest request, FeedFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("id > :after"));
        Map<String, Object> values = new HashMap<>();
        values.put("after", request.first() ? "" : request.after().getFirst());
        if (!filter.healths().isEmpty()) {
            conditions.add("health in :healths");
            values.put("healths", filter.healths());
        }
        if (!filter.errors().isEmpty()) {
            conditions.add("errorKind in :errors");
            values.put("errors", filter.errors());
        }
        filter.sourceId().ifPresent(source -> {
            conditions.add("sourceId = :source");
            values.put("source", source);
        });
        return request.page(
                find(String.join(" and ", conditions) + " order by id", values)
                        .page(0, request.fetchSize())
                        .list(),
                feed -> List.of(feed.id));
    }

    FeedSummary summary(Instant now) {
        Object[] work = getEntityManager()
                .createQuery("""
                        select count(*) filter (where leaseExpireTime > :now),
                            count(*) filter (where dueTime <= :now and (leaseExpireTime is null or leaseExpireTime <= :now)),
                            min(dueTime) filter (where leaseExpireTime is null or leaseExpireTime <= :now)
                        from FeedEntity where retireTime is null
                        """, Object[].class)
                .setParameter("now", now)
                .getSingleResult();
        return new FeedSummary(
                counts("select health, count(*) from FeedEntity group by health", FeedHealth.class),
                counts(
                        "select errorKind, count(*) from FeedEntity where errorKind is not null group by errorKind",
                        FetchError.class),
                ((Long) work[0]).intValue(),
                ((Long) work[1]).intValue(),
                overdue((Instant) work[2], now));
    }

    private static Duration overdue(@Nullable Instant firstDue, Instant now) {
        return firstDue == null || firstDue.isAfter(now) ? Duration.ZERO : Duration.between(firstDue, now);
    }

    private <K extends Comparable<K>> Map<K, Integer> counts(String query, Class<K> key) {
        Map<K, Integer> counts = new TreeMap<>();
        getEntityManager()
                .createQuery(query, Object[].class)
                .getResultStream()
                .forEach(row -> counts.put(key.cast(row[0]), ((Long) row[1]).intValue()));
        return counts;
    }
}
