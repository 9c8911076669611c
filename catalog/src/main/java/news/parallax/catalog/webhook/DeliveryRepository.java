package news.parallax.catalog.webhook;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import news.parallax.catalog.change.StoryChanges.Change;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;

/** Queries over messages to webhooks. */
@Singleton
class DeliveryRepository implements PanacheRepositoryBase<DeliveryEntity, String> {
    /** A change that a webhook is told. */
    record Told(String webhookId, Change change) {}

    /** Which messages: empty lets all pass. */
    record Filter(String readerId, Optional<String> webhookId, Optional<DeliveryEntity.State> state) {}

    /** Adds a message for each, in one statement. */
    void add(Collection<Told> all, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into webhook_delivery (id, webhook_id, event_id, story_id, aspects, merged_into_story_id,
                            change_time, create_time, state, due_time)
                        select substr(replace(cast(gen_random_uuid() as text), '-', ''), 1, 20), webhook_id, event_id, story_id,
                            string_to_array(aspects, ','), nullif(merged_into, ''), cast(change_time as timestamptz),
                            :now, 'WAITING', :now
                        from unnest(cast(:webhooks as text[]), cast(:events as text[]), cast(:stories as text[]),
                            cast(:aspects as text[]), cast(:targets as text[]), cast(:times as text[]))
                            as told (webhook_id, event_id, story_id, aspects, merged_into, change_time)
                        """)
                .setParameter("webhooks", texts(all, Told::webhookId))
                .setParameter("events", texts(all, told -> told.change().eventId()))
                .setParameter("stories", texts(all, told -> told.change().storyId()))
                .setParameter(
                        "aspects",
                        texts(
                                all,
                                told -> told.change().aspects().stream()
                                        .sorted()
                                        .map(Enum::name)
                                        .collect(Collectors.joining(","))))
                .setParameter(
                        "targets", texts(all, told -> told.change().mergedInto().orElse("")))
                .setParameter("times", texts(all, told -> told.change().time().toString()))
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Which messages are leased: so many in all, so many of each webhook, of those that were sent fewer times than a limit. */
    record Wanted(int limit, int webhookLimit, int attemptsMax) {}

    /**
     * Leases messages of active webhooks that are due, those that have been due longest first. Looks at the first few of each
     * webhook, so that one with many does not keep others waiting; what another caller is at is passed over.
     */
    List<DeliveryEntity> lease(Wanted wanted, String leaseId, Instant now, Instant until) {
        List<String> ids = getEntityManager()
                .createNativeQuery("""
                        with candidate as materialized (
                            select first.id from webhook cross join lateral (
                                select id, due_time from webhook_delivery
                                where webhook_id = webhook.id and state = 'WAITING' and due_time <= :now
                                    and attempt_count < :attempts
                                order by due_time, id limit :each) first
                            where webhook.state = 'ACTIVE' order by first.due_time, first.id limit :limit
                        ), locked as (
                            select delivery.id from webhook_delivery delivery join candidate on candidate.id = delivery.id
                            where delivery.state = 'WAITING' and delivery.due_time <= :now
                            for update of delivery skip locked
                        )
                        update webhook_delivery leased
                        set due_time = :until, lease_id = :lease, attempt_count = attempt_count + 1
                        from locked where leased.id = locked.id returning leased.id
                        """, String.class)
                .setParameter("now", now)
                .setParameter("until", until)
                .setParameter("lease", leaseId)
                .setParameter("attempts", wanted.attemptsMax())
                .setParameter("each", wanted.webhookLimit())
                .setParameter("limit", wanted.limit())
                .getResultList();
        return list(
                "from DeliveryEntity d join fetch d.webhook w join fetch w.reader where one_of(?1, d.id)"
                        + " order by d.changeTime, d.id",
                (Object) ids.toArray(String[]::new));
    }

    /** Returns the webhook of a message. */
    Optional<String> webhookOf(String id) {
        return getEntityManager()
                .createQuery("select d.webhook.id from DeliveryEntity d where d.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<DeliveryEntity> findLocked(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Lists the latest made first. */
    Page<DeliveryEntity> page(PageRequest request, Filter filter) {
        List<String> conditions = new ArrayList<>(List.of("webhook.reader.id = :reader"));
        Map<String, Object> values = new HashMap<>(Map.of("reader", filter.readerId()));
        filter.webhookId().ifPresent(id -> {
            conditions.add("webhook.id = :webhook");
            values.put("webhook", id);
        });
        filter.state().ifPresent(state -> {
            conditions.add("state = :state");
            values.put("state", state);
        });
        if (!request.first()) {
            conditions.add("(createTime, id) < (:time, :id)");
            values.put("time", PageKey.moment(request.after().getFirst()));
            values.put("id", request.after().getLast());
        }
        return request.page(
                find(String.join(" and ", conditions) + " order by createTime desc, id desc", values)
                        .page(0, request.fetchSize())
                        .list(),
                delivery -> List.of(delivery.createTime.toString(), delivery.id));
    }

    /** Gives up messages that were made before a moment, or sent as often as may be without a word of how it went. */
    int giveUp(Instant madeBefore, int attemptsMax, Instant now) {
        return getEntityManager()
                .createNativeQuery("""
                        update webhook_delivery set state = 'DEAD', end_time = :now, lease_id = null,
                            error = case when error = '' then 'It was not sent in time.' else error end
                        where state = 'WAITING' and due_time <= :now
                            and (create_time < :before or attempt_count >= :attempts)
                        """)
                .setParameter("now", now)
                .setParameter("before", madeBefore)
                .setParameter("attempts", attemptsMax)
                .executeUpdate();
    }

    /** Deletes messages that ended before a moment; returns how many. */
    int deleteEndedBefore(Instant moment) {
        return (int) delete("endTime < ?1", moment);
    }

    private static String[] texts(Collection<Told> all, Function<Told, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }
}
