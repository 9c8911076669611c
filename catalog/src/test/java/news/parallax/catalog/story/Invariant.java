package news.parallax.catalog.story;

import java.util.List;

/**
 * What holds of the rows after whatever happened.
 *
 * @param exceptions a query that returns nothing, or what breaks it
 */
record Invariant(String name, String exceptions) {
    static final List<Invariant> ALL = List.of(
            new Invariant("every article is in a story", """
                    select id from article where id not in (select article_id from membership)
                    """),
            new Invariant("every count equals a recount", """
                    with counted as (
                        select m.story_id, count(*) articles, count(distinct a.source_id) sources,
                            count(distinct a.source_id) filter (where o.article_id is null) independent,
                            min(least(a.list_time, a.discover_time)) published
                        from membership m join article a on a.id = m.article_id
                            left join membership o on o.article_id = m.copy_of_article_id and o.story_id = m.story_id
                        group by m.story_id)
                    select s.id from story s left join counted c on c.story_id = s.id
                    where (s.article_count, s.source_count, s.independent_source_count)
                            <> (coalesce(c.articles, 0), coalesce(c.sources, 0), coalesce(c.independent, 0))
                        or s.publish_time is distinct from c.published
                        or jsonb_array_length(s.coverage_sources) <> s.source_count
                    """),
            new Invariant("the last of a series is what the story says", """
                    select s.id from story s left join lateral (
                        select as_of_time, sources from story_coverage c
                        where c.story_id = s.id order by as_of_time desc limit 1) last on true
                    where s.coverage_time is distinct from last.as_of_time
                        or s.coverage_time is not null and s.coverage_sources <> last.sources
                    """),
            new Invariant("a story without articles stands for another, and no other does", """
                    select id from story where (article_count = 0) <> (id in (select story_id from story_redirect))
                    """),
            new Invariant("a redirect leads to the end of its chain", """
                    with recursive chain as (
                        select story_id, merged_into_story_id as at from story_redirect
                        union select c.story_id, r.merged_into_story_id
                        from chain c join story_redirect r on r.story_id = c.at)
                    select story_id from story_redirect r where not exists (
                        select 1 from chain c where c.story_id = r.story_id and c.at = r.target_story_id)
                        or target_story_id in (select story_id from story_redirect)
                    """),
            new Invariant("an article is where its last event put it", """
                    select m.article_id from membership m join lateral (
                        select e.* from story_event_move v join story_event e on e.id = v.event_id
                        where v.article_id = m.article_id order by e.id desc limit 1) last on true
                    where m.story_id
                        <> case last.kind when 'SPLIT' then last.other_story_ids[1] else last.story_id end
                    """),
            new Invariant("nothing is barred from where it is, nor from a story that became part of another", """
                    select article_id from membership
                    where story_id = any (barred_story_ids)
                        or exists (select 1 from story_redirect r where r.story_id = any (barred_story_ids))
                    """),
            new Invariant("a headline is that of an article of the story", """
                    select s.id from story s left join membership m on m.article_id = s.title_article_id
                    where s.article_count > 0 and m.story_id is distinct from s.id
                    """));
}
