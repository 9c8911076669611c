package news.parallax.catalog.limit;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;

/** Queries over counts of requests. */
@Singleton
class RequestCountRepository {
    private final EntityManager entities;

    RequestCountRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Adds to the counts of windows, and returns what they come to. Rows are locked in the order of the map, so that no two
     * calls wait for each other.
     */
    Map<Window, Long> add(SortedMap<Window, Long> counts) {
        List<?> rows = entities.createNativeQuery("""
                        insert into request_count as kept (subject, window_start, window_seconds, end_time, count)
                        select subject, cast(start as timestamptz), seconds, cast(ending as timestamptz), added
                        from unnest(cast(:subjects as text[]), cast(:starts as text[]), cast(:seconds as int[]),
                            cast(:ends as text[]), cast(:counts as bigint[]))
                            with ordinality as wanted (subject, start, seconds, ending, added, place)
                        order by place
                        on conflict (subject, window_start, window_seconds)
                            do update set count = kept.count + excluded.count
                        returning subject, window_start, window_seconds, count
                        """)
                .setParameter("subjects", texts(counts, Window::subject))
                .setParameter("starts", texts(counts, window -> window.start().toString()))
                .setParameter(
                        "seconds", counts.keySet().stream().map(Window::seconds).toArray(Integer[]::new))
                .setParameter("ends", texts(counts, window -> window.end().toString()))
                .setParameter("counts", counts.values().toArray(Long[]::new))
                .getResultList();
        Map<Window, Long> totals = new HashMap<>();
        for (Object row : rows) {
            Object[] values = (Object[]) row;
            totals.put(new Window((String) values[0], (Instant) values[1], (Integer) values[2]), (Long) values[3]);
        }
        return totals;
    }

    /** Deletes counts of windows that were over before a moment, at most so many; returns how many. */
    int deleteBefore(Instant moment, int limit) {
        return entities.createNativeQuery("""
                        delete from request_count where ctid = any(array(
                            select ctid from request_count where end_time < :moment limit :limit for update skip locked))
                        """)
                .setParameter("moment", moment)
                .setParameter("limit", limit)
                .executeUpdate();
    }

    private static String[] texts(SortedMap<Window, Long> counts, Function<Window, String> text) {
        return counts.keySet().stream().map(text).toArray(String[]::new);
    }
}
