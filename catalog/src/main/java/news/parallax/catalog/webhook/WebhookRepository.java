package news.parallax.catalog.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import news.parallax.catalog.error.CatalogException.NotFound;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;

/** Queries over webhooks, and over how far changes have become messages. */
@Singleton
class WebhookRepository implements PanacheRepositoryBase<WebhookEntity, String> {
    /** Returns a webhook of a reader; WEBHOOK_NOT_FOUND if they have none of that id. */
    WebhookEntity require(String readerId, String id) {
        return find("reader.id = ?1 and id = ?2", readerId, id)
                .firstResultOptional()
                .orElseThrow(() -> missing(readerId, id));
    }

    /** Does the same, and has all others who change it wait until the transaction ends. */
    WebhookEntity requireLocked(String readerId, String id) {
        return findLocked(id)
                .filter(webhook -> webhook.reader.id.equals(readerId))
                .orElseThrow(() -> missing(readerId, id));
    }

    Optional<WebhookEntity> findLocked(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<WebhookEntity> active() {
        return list(
                "from WebhookEntity w join fetch w.reader where w.state = ?1 order by w.id",
                WebhookEntity.State.ACTIVE);
    }

    long count(String readerId) {
        return count("reader.id", readerId);
    }

    /** Lists by age, the oldest first. */
    Page<WebhookEntity> page(PageRequest request, String readerId) {
        Map<String, Object> values = new HashMap<>(Map.of("reader", readerId));
        String query = "reader.id = :reader";
        if (!request.first()) {
            query += " and (createTime, id) > (:time, :id)";
            values.put("time", PageKey.moment(request.after().getFirst()));
            values.put("id", request.after().getLast());
        }
        return request.page(
                find(query + " order by createTime, id", values)
                        .page(0, request.fetchSize())
                        .list(),
                webhook -> List.of(webhook.createTime.toString(), webhook.id));
    }

    /** Counts the messages of each webhook that wait; those without any are left out. */
    Map<String, Integer> waiting(Collection<String> ids) {
        return getEntityManager()
                .createQuery(
                        "select d.webhook.id, count(*) from DeliveryEntity d where one_of(:ids, d.webhook.id)"
                                + " and d.state = news.parallax.catalog.webhook.DeliveryEntity$State.WAITING group by d.webhook.id",
                        Object[].class)
                .setParameter("ids", ids.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Long) row[1]).intValue()));
    }

    /** Pauses those for which more messages wait than may; returns their ids. */
    List<String> pauseFull(Collection<String> ids, int limit) {
        return getEntityManager()
                .createNativeQuery("""
                        update webhook set state = 'PAUSED', pause_reason = 'TOO_MANY_WAITING'
                        where id = any(cast(:ids as text[])) and state = 'ACTIVE' and :limit < (
                            select count(*) from webhook_delivery where webhook_id = webhook.id and state = 'WAITING')
                        returning id
                        """, String.class)
                .setParameter("ids", ids.toArray(String[]::new))
                .setParameter("limit", limit)
                .getResultList();
    }

    void deleteWithMessages(WebhookEntity webhook) {
        getEntityManager()
                .createNativeQuery("delete from webhook where id = :id")
                .setParameter("id", webhook.id)
                .executeUpdate();
    }

    /** Returns the last change that became messages, and keeps others away from it; empty if another is at it. */
    OptionalLong lockPlace() {
        return getEntityManager()
                .createNativeQuery("select change_id from webhook_place for update skip locked", Long.class)
                .getResultStream()
                .mapToLong(Long.class::cast)
                .findFirst();
    }

    void movePlace(long changeId) {
        getEntityManager()
                .createNativeQuery("update webhook_place set change_id = :id")
                .setParameter("id", changeId)
                .executeUpdate();
    }

    private static NotFound missing(String readerId, String id) {
        return new NotFound(
                "WEBHOOK_NOT_FOUND",
                "Reader %s has no webhook %s".formatted(readerId, id),
                Map.of("reader_id", readerId, "webhook_id", id));
    }
}
