package news.parallax.catalog.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;

/** Queries over what operators did. Nothing here changes an entry. */
@Singleton
class AuditRepository implements PanacheRepositoryBase<AuditEntity, Long> {
    /** Which entries: empty texts let all pass. */
    record Filter(String actorId, String action, String target) {}

    /** Adds an entry and returns it as it is kept; an actor who is no reader stays unnamed, whoever deletes them meanwhile. */
    AuditEntity add(AuditEntity entry) {
        Object id = getEntityManager()
                .createNativeQuery("""
                        insert into audit_entry
                            (create_time, actor_id, actor_name, action, target, detail, client_address, outcome)
                        values (:time, (select id from reader where id = :actor for key share), :name, :action, :target,
                            :detail, :address, nullif(:outcome, ''))
                        returning id
                        """)
                .setParameter("time", entry.createTime)
                .setParameter("actor", Objects.requireNonNullElse(entry.actorId, ""))
                .setParameter("name", entry.actorName)
                .setParameter("action", entry.action)
                .setParameter("target", entry.target)
                .setParameter("detail", entry.detail)
                .setParameter("address", entry.clientAddress)
                .setParameter(
                        "outcome",
                        Optional.ofNullable(entry.outcome).map(Enum::name).orElse(""))
                .getSingleResult();
        return Objects.requireNonNull(findById(((Number) id).longValue()));
    }

    /** Lists the latest first. */
    Page<AuditEntity> page(PageRequest request, Filter filter) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> values = new HashMap<>();
        add(conditions, values, "actorId", filter.actorId());
        add(conditions, values, "action", filter.action());
        add(conditions, values, "target", filter.target());
        if (!request.first()) {
            conditions.add("id < :id");
            values.put("id", PageKey.number(request.after().getFirst()));
        }
        return request.page(
                find(String.join(" and ", conditions) + " order by id desc", values)
                        .page(0, request.fetchSize())
                        .list(),
                entry -> List.of(String.valueOf(entry.id)));
    }

    private static void add(List<String> conditions, Map<String, Object> values, String column, String value) {
        if (!value.isEmpty()) {
            conditions.add("%1$s = :%1$s".formatted(column));
            values.put(column, value);
        }
    }

    /** Deletes what was done before a moment; returns how much it was. */
    long deleteBefore(Instant moment) {
        return delete("createTime < ?1", moment);
    }
}
