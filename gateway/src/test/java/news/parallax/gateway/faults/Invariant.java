package news.parallax.gateway.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds of the rows whatever happened, told by SQL that shares nothing with the catalog's code.
 *
 * @param exceptions a query for what breaks it
 */
record Invariant(String name, String exceptions) {
    static final List<Invariant> ALL = List.of(
            new Invariant("an article is in exactly one story, which exists", """
                    select a.id from article a left join membership m on m.article_id = a.id
                        left join story s on s.id = m.story_id
                    group by a.id having count(s.id) <> 1
                    """),
            new Invariant("one address is one article", """
                    select canonical_url from article group by canonical_url having count(*) <> 1
                    """),
            new Invariant("every count equals a recount", """
                    with counted as (
                        select m.story_id, count(*) articles, count(distinct a.source_id) sources,
                            count(distinct a.source_id) filter (where original.article_id is null) independent
                        from membership m join article a on a.id = m.article_id
                            left join membership original
                                on original.article_id = m.copy_of_article_id and original.story_id = m.story_id
                        group by m.story_id)
                    select s.id from story s left join counted c on c.story_id = s.id
                    where (s.article_count, s.source_count, s.independent_source_count)
                        is distinct from (coalesce(c.articles, 0), coalesce(c.sources, 0), coalesce(c.independent, 0))
                    """),
            new Invariant("every split equals one that is counted anew", """
                    with counted as (
                        select distinct m.story_id, a.source_id, source.bias
                        from membership m join article a on a.id = m.article_id join source on source.id = a.source_id),
                    stored as (
                        select s.id story_id, part ->> 's' source_id, part ->> 'b' bias
                        from story s, jsonb_array_elements(s.coverage_sources) part)
                    (select story_id from (select * from counted except select * from stored) missing)
                    union (select story_id from (select * from stored except select * from counted) surplus)
                    """),
            new Invariant("the last of a series of splits is what the story says", """
                    select s.id from story s left join lateral (
                        select sources from story_coverage c
                        where c.story_id = s.id order by as_of_time desc limit 1) last on true
                    where s.coverage_time is not null and s.coverage_sources is distinct from last.sources
                    """),
            new Invariant("a story without articles stands for another, and no other does", """
                    select id from story where (article_count = 0) <> (id in (select story_id from story_redirect))
                    """),
            new Invariant("a redirect leads to a story with articles", """
                    select r.story_id from story_redirect r left join story s on s.id = r.target_story_id
                    where coalesce(s.article_count, 0) = 0
                    """),
            new Invariant("a headline is that of an article of the story", """
                    select s.id from story s left join membership m on m.article_id = s.title_article_id
                    where s.article_count > 0 and m.story_id is distinct from s.id
                    """));

    /** Returns what breaks it; nothing if it holds. */
    List<String> broken(Connection database) throws SQLException {
        return texts(database, exceptions);
    }

    /** Returns the first column of a query. */
    static List<String> texts(Connection database, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
