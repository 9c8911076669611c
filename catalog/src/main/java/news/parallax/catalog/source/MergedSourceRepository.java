package news.parallax.catalog.source;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Queries over merged sources, and the statements that merge two. */
@Singleton
public class MergedSourceRepository implements PanacheRepositoryBase<MergedSourceEntity, String> {
    /** Returns the ids that stand for a source because they were merged into it. */
    Set<String> idsInto(String sourceId) {
        return list("intoId", sourceId).stream().map(merged -> merged.id).collect(Collectors.toSet());
    }

    /** Keeps others from naming either source in what they write, until the transaction ends. */
    void lock(String sourceId, String intoId) {
        getEntityManager()
                .createNativeQuery("select id from source where id in (:old, :into) order by id for update")
                .setParameter("old", sourceId)
                .setParameter("into", intoId)
                .getResultList();
    }

    /** Returns how many articles, stories, feeds and ratings a source has; those of ratings that ended too. */
    MergeCounts counts(String sourceId) {
        Object[] row = (Object[]) getEntityManager()
                .createNativeQuery("""
                        select (select count(*) from article where source_id = :old),
                            (select count(distinct story_id) from membership join article on article.id = article_id
                                where source_id = :old),
                            (select count(*) from feed where source_id = :old),
                            (select count(*) from rating where source_id = :old)
                        """)
                .setParameter("old", sourceId)
                .getSingleResult();
        return new MergeCounts(count(row[0]), count(row[1]), count(row[2]), count(row[3]));
    }

    private static int count(Object number) {
        return ((Number) number).intValue();
    }

    /** Moves all that names a source to another, and removes it. Rows that were read before are let go. */
    void move(String sourceId, String intoId, Instant now, String reason) {
        Map<String, Object> values = Map.of("old", sourceId, "into", intoId, "now", now, "reason", reason);
        getEntityManager().flush();
        for (String statement : MOVES) {
            var query = getEntityManager().createNativeQuery(statement);
            query.getParameters()
                    .forEach(parameter -> query.setParameter(parameter.getName(), values.get(parameter.getName())));
            query.executeUpdate();
        }
        getEntityManager().clear();
    }

    /**
     * Of one rater, axis and moment one rating is held, of one rater and flag one flag: what gives way stays, ended. Two that
     * ended at one moment get moments of their own, so that an export can tell them apart.
     */
    private static final List<String> MOVES = List.of(
            """
            insert into merged_source (id, name, into_id, merge_time, reason)
            select id, name, :into, :now, :reason from source where id = :old
            """,
            "update merged_source set into_id = :into where into_id = :old",
            """
            insert into merged_source_article (article_id, merge_time, merged_id)
            select id, :now, :old from article where source_id = :old
            """,
            "update article set source_id = :into where source_id = :old",
            "update past_contribution set source_id = :into where source_id = :old",
            // stories whose articles are no longer kept are not indexed anew
            """
            update story_search set facets = array_replace(facets, 's:' || :old, 's:' || :into)
            where facets @> array['s:' || :old]
                and not exists (select from membership where membership.story_id = story_search.story_id)
            """,
            "update feed set source_id = :into where source_id = :old",
            """
            update source_domain set source_id = :into,
                position = position + (select max(position) + 1 from source_domain where source_id = :into)
            where source_id = :old
            """,
            """
            insert into source_owner (source_id, position, owner_id, share_percent, since)
            select :into, (select coalesce(max(position), -1) from source_owner where source_id = :into)
                + row_number() over (order by position), owner_id, share_percent, since
            from source_owner other
            where source_id = :old
                and not exists (select from source_owner where source_id = :into and owner_id = other.owner_id)
            """,
            "delete from source_owner where source_id = :old",
            """
            insert into source_link (source_id, kind, url) select :into, kind, url from source_link where source_id = :old
            on conflict do nothing
            """,
            "delete from source_link where source_id = :old",
            """
            update rating moved set end_time = coalesce(moved.end_time + interval '1 microsecond', :now)
            from rating held
            where moved.source_id = :old and held.source_id = :into
                and (held.rater_id, held.axis) = (moved.rater_id, moved.axis)
                and (held.rate_time, held.end_time) is not distinct from (moved.rate_time, moved.end_time)
            """,
            "update rating set source_id = :into where source_id = :old",
            """
            update source_flag older set end_time = :now
            from source_flag newer
            where older.source_id in (:old, :into) and newer.source_id in (:old, :into)
                and older.source_id <> newer.source_id
                and (older.rater_id, older.flag) = (newer.rater_id, newer.flag)
                and older.end_time is null and newer.end_time is null
                and (coalesce(older.rate_time, '-infinity'), older.source_id = :into)
                    < (coalesce(newer.rate_time, '-infinity'), newer.source_id = :into)
            """,
            """
            update source_flag moved set end_time = moved.end_time + interval '1 microsecond'
            from source_flag held
            where moved.source_id = :old and held.source_id = :into
                and (held.rater_id, held.flag, held.end_time) = (moved.rater_id, moved.flag, moved.end_time)
            """,
            "update source_flag set source_id = :into where source_id = :old",
            """
            insert into reader_mark (reader_id, kind, target_kind, target_id, create_time)
            select reader_id, kind, target_kind, :into, create_time from reader_mark
            where target_kind = 'SOURCE' and target_id = :old
            on conflict do nothing
            """,
            "delete from reader_mark where target_kind = 'SOURCE' and target_id = :old",
            """
            insert into rating_override as kept (reader_id, source_id, bias, set_time)
            select reader_id, :into, bias, set_time from rating_override where source_id = :old
            on conflict (reader_id, source_id) do update set bias = excluded.bias, set_time = excluded.set_time
            where kept.set_time < excluded.set_time
            """,
            "delete from rating_override where source_id = :old",
            "update reading set source_id = :into where source_id = :old",
            """
            update webhook set source_ids = array(
                select distinct unnest(array_replace(source_ids, cast(:old as text), cast(:into as text))))
            where source_ids @> array[cast(:old as text)]
            """,
            "delete from source where id = :old");
}
