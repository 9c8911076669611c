package news.parallax.catalog.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageRequest;
import org.hibernate.Timeouts;

/** Queries over feeds. */
@Singleton
public class FeedRepository implements PanacheRepositoryBase<FeedEntity, String> {
    /**
     * Returns due feeds that nobody has, most overdue first, locked until the end of the transaction. Feeds that another
     * transaction is looking at are skipped, not waited for (FOR UPDATE SKIP LOCKED).
     */
    List<FeedEntity> lockDue(Instant now, int limit) {
        return getEntityManager()
                .createQuery("""
                        from FeedEntity where dueTime <= :now and (leaseExpireTime is null or leaseExpireTime <= :now)
                        order by dueTime, id
                        """, FeedEntity.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .getResultList();
    }

    /** Returns the feed, locked until the end of the transaction. */
    Optional<FeedEntity> lock(String id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    Map<String, FeedEntity> byIds(Collection<String> ids) {
        return list("id in ?1", ids).stream().collect(Collectors.toMap(feed -> feed.id, feed -> feed));
    }

    Page<FeedEntity> page(PageRequest request) {
        String after = request.first() ? "" : request.after().getFirst();
        return request.page(
                find("id > ?1 order by id", after).page(0, request.fetchSize()).list(), feed -> List.of(feed.id));
    }
}
