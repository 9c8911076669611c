package news.parallax.catalog.metrics;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts feeds and what waits. */
@Singleton
class BacklogRepository {
    private final EntityManager entities;

    BacklogRepository(EntityManager entities) {
        this.entities = entities;
    }

    Backlog read() {
        Object[] row = (Object[]) entities.createNativeQuery("""
                        select due.feeds, due.overdue, (select count(*) from story_search_due), unsent.changes, unsent.seconds,
                            (select count(*) from webhook_delivery where state = 'WAITING')
                        from (select count(*) as feeds, coalesce(extract(epoch from now() - min(due_time)), 0) as overdue
                                from feed where retire_time is null and due_time <= now()
                                    and (lease_expire_time is null or lease_expire_time <= now())) due,
                            (select count(*) as changes, coalesce(extract(epoch from now() - min(change_time)), 0) as seconds
                                from story_change where id > (select change_id from webhook_place)) unsent
                        """).getSingleResult();
        return new Backlog(
                feeds(), value(row[0]), value(row[1]), value(row[2]), value(row[3]), value(row[4]), value(row[5]));
    }

    private Map<String, Long> feeds() {
        List<Object[]> rows = entities.createNativeQuery(
                        "select health, count(*) from feed where retire_time is null group by health", Object[].class)
                .getResultList();
        Map<String, Long> feeds = new HashMap<>();
        rows.forEach(row -> feeds.put((String) row[0], ((Number) row[1]).longValue()));
        return feeds;
    }

    private static double value(Object number) {
        return ((Number) number).doubleValue();
    }
}
