package news.parallax.catalog.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.paging.Page;
import news.parallax.catalog.paging.PageKey;
import news.parallax.catalog.paging.PageRequest;
import news.parallax.catalog.reader.ReaderEntity;

/** Queries over sessions. */
@Singleton
class SessionRepository implements PanacheRepositoryBase<SessionEntity, String> {
    /** Lists those that are not over, the latest made first. */
    Page<SessionEntity> page(PageRequest request, ReaderEntity reader, Instant now) {
        Map<String, Object> values = new HashMap<>(Map.of("reader", reader, "now", now));
        String query = "reader = :reader and expireTime > :now"
                + " and (reader.passwordTime is null or createTime >= reader.passwordTime)";
        if (!request.first()) {
            query += " and (createTime, id) < (:time, :id)";
            values.put("time", PageKey.moment(request.after().getFirst()));
            values.put("id", request.after().getLast());
        }
        return request.page(
                find(query + " order by createTime desc, id desc", values)
                        .page(0, request.fetchSize())
                        .list(),
                session -> List.of(session.createTime.toString(), session.id));
    }

    /** Remembers that a session is used, unless it is known to have been since a moment. */
    void use(String hash, Instant now, Instant since) {
        update("lastUseTime = ?1 where hash = ?2 and lastUseTime < ?3", now, hash, since);
    }

    /** Ends those of a reader that are more than so many: those used longest ago. */
    void deleteBeyond(ReaderEntity reader, int limit) {
        getEntityManager()
                .createNativeQuery("""
                        delete from session where hash in (
                            select hash from session where reader_id = :reader
                            order by last_use_time desc, create_time desc, id desc offset :limit)
                        """)
                .setParameter("reader", reader.id)
                .setParameter("limit", limit)
                .executeUpdate();
    }

    /** Returns whether there was one of that id. */
    boolean delete(ReaderEntity reader, String id) {
        return delete("reader = ?1 and id = ?2", reader, id) == 1;
    }

    int deleteExcept(ReaderEntity reader, String id) {
        return (int) delete("reader = ?1 and id <> ?2", reader, id);
    }

    /** Deletes those that are over; returns how many. */
    int deleteOver(Instant now) {
        return getEntityManager()
                .createNativeQuery("""
                        delete from session using reader
                        where reader.id = session.reader_id
                            and (session.expire_time <= :now or session.create_time < reader.password_time)
                        """)
                .setParameter("now", now)
                .executeUpdate();
    }
}
