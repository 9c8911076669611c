package news.parallax.catalog.reader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;

/** Queries over what readers follow and mute. */
@Singleton
class MarkRepository implements PanacheRepositoryBase<MarkEntity, MarkEntity.Key> {
    long count(String readerId, MarkEntity.Kind kind) {
        return count("readerId = ?1 and kind = ?2", readerId, kind);
    }

    /** Lists by time, the latest first. */
    Page<MarkEntity> page(PageRequest request, String readerId, MarkEntity.Kind kind) {
        Map<String, Object> values = new HashMap<>(Map.of("reader", readerId, "kind", kind));
        String query = "readerId = :reader and kind = :kind";
        if (!request.first()) {
            query += " and (createTime, targetId) < (:time, :id)";
            values.put("time", PageKey.moment(request.after().getFirst()));
            values.put("id", request.after().getLast());
        }
        return request.page(
                find(query + " order by createTime desc, targetId desc", values)
                        .page(0, request.fetchSize())
                        .list(),
                mark -> List.of(mark.createTime.toString(), mark.targetId));
    }
}
