package news.parallax.catalog.change;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The outbox: what has changed of stories. */
@Singleton
class StoryChangeRepository implements PanacheRepositoryBase<StoryChangeEntity, Long> {
    /** Adds changes in one statement; past the session, as nobody reads them here. */
    void add(Collection<StoryChange> changes, Instant time) {
        getEntityManager()
                .createNativeQuery("""
                        insert into story_change (story_id, aspects, merged_into_story_id, change_time)
                        select story_id, string_to_array(aspects, ','), nullif(merged_into, ''), :time
                        from unnest(cast(:ids as text[]), cast(:aspects as text[]), cast(:targets as text[]))
                            with ordinality as change (story_id, aspects, merged_into, place)
                        order by place
                        """)
                .setParameter("ids", texts(changes, StoryChange::storyId))
                .setParameter("aspects", texts(changes, StoryChangeRepository::joined))
                .setParameter(
                        "targets", texts(changes, change -> change.mergedInto().orElse("")))
                .setParameter("time", time)
                .executeUpdate();
    }

    /** Returns the changes after one, in order of commit. */
    List<StoryChangeEntity> after(long id, int limit) {
        return find("id > ?1 order by id", id).page(0, limit).list();
    }

    /** Returns the id of the latest change that there ever was; 0 if there was none. */
    long lastId() {
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(c.id), (select l.prunedId from StoryChangeLogEntity l)) from StoryChangeEntity c",
                        Long.class)
                .getSingleResult();
    }

    StoryChangeLogEntity log() {
        return Objects.requireNonNull(getEntityManager().find(StoryChangeLogEntity.class, StoryChangeLogEntity.ONLY));
    }

    /**
     * Drops the changes before a moment, the oldest first and at most so many, and remembers how far they went. Those of which
     * messages to webhooks are still to be made (V27) stay.
     */
    void prune(Instant keepFrom, int limit) {
        getEntityManager()
                .createNativeQuery("""
                        with oldest as (select id, change_time from story_change order by id limit :limit),
                            gone as (delete from story_change c using oldest o
                                where c.id = o.id and o.change_time < :from
                                    and o.id <= (select change_id from webhook_place) returning c.id)
                        update story_change_log set pruned_id = (select max(id) from gone)
                        where exists (select 1 from gone)
                        """)
                .setParameter("limit", limit)
                .setParameter("from", keepFrom)
                .executeUpdate();
    }

    private static String joined(StoryChange change) {
        return change.aspects().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static String[] texts(Collection<StoryChange> changes, Function<StoryChange, String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }
}
