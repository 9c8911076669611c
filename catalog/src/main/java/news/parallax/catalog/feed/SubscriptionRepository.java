package news.parallax.catalog.feed;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Timeouts;

/** Queries over subscriptions. */
@Singleton
class SubscriptionRepository implements PanacheRepositoryBase<SubscriptionEntity, String> {

    Optional<SubscriptionEntity> ofFeed(String feedId) {
        return find("feedId", feedId).firstResultOptional();
    }

    /** Returns the subscription, locked until the end of the transaction. */
    Optional<SubscriptionEntity> lock(String id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Returns those that are due, longest first, locked; those that another transaction looks at are skipped. */
    List<SubscriptionEntity> lockDue(Instant now, int limit) {
        return getEntityManager()
                .createQuery(
                        "from SubscriptionEntity where dueTime <= :now order by dueTime, id", SubscriptionEntity.class)
                .setParameter("now", now)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .getResultList();
    }
}
