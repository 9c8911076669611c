package news.parallax.catalog.search;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import news.parallax.catalog.CatalogConfig;

/** Writes what can be searched. The tables are described where they are made (V13, V18). */
@Singleton
class IndexRepository {
    /** Any number that nobody else locks in this database. */
    private static final long KEY = 0x7061_7261_6c6c_7365L;

    private final EntityManager entities;
    private final CatalogConfig.Search config;

    IndexRepository(EntityManager entities, CatalogConfig config) {
        this.entities = entities;
        this.config = config.search();
    }

    /** Tells whether this transaction is the one that indexes now; if so it is until it ends. */
    boolean tryLock() {
        return (Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(:key)")
                .setParameter("key", KEY)
                .getSingleResult();
    }

    /**
     * Takes stories that are due from the queue, the longest waiting first, with all that makes them due; empty if none is.
     * Stories that count articles which are no longer kept stay indexed as they were.
     */
    List<String> takeDue() {
        return entities.createNativeQuery("""
                        with taken as (
                            delete from story_search_due
                            where story_id = any(array(select story_id from story_search_due order by id limit :batch))
                            returning story_id)
                        select distinct story_id from taken
                        where exists (select from membership where membership.story_id = taken.story_id)
                            or exists (select from story where story.id = taken.story_id and article_count = 0)
                        order by story_id
                        """, String.class)
                .setParameter("batch", config.indexBatch())
                .getResultList();
    }

    /** Writes anew what can be searched of some stories. */
    void index(List<String> storyIds) {
        var ids = Map.<String, Object>of("ids", storyIds.toArray(String[]::new));
        run(ADD_SUBJECTS, ids);
        run(KNOW_PERSONS, ids);
        run(LINK_SUBJECTS, ids);
        run(
                WRITE_STORIES,
                Map.of(
                        "ids", storyIds.toArray(String[]::new),
                        "articles", config.articlesPerStory(),
                        "lead", config.leadCharacters()));
        run(FORGET_STORIES, ids);
    }

    private void run(String statement, Map<String, Object> values) {
        var query = entities.createNativeQuery(statement);
        values.forEach(query::setParameter);
        query.executeUpdate();
    }

    /** Of several ways to write a name none in capitals is taken. */
    private static final String ADD_SUBJECTS = """
            insert into subject (id, kind, name, folded, country)
            select distinct on (subject_id) subject_id, kind, name, search_fold(name), country
            from told_subject
            where story_id = any(cast(:ids as text[])) and not exists (select 1 from subject where id = subject_id)
            order by subject_id, name desc
            """;

    /** A name that one story knows to be a person's is a person's. */
    private static final String KNOW_PERSONS = """
            update subject set kind = 'PERSON' from told_subject
            where story_id = any(cast(:ids as text[])) and id = subject_id
                and told_subject.kind = 'PERSON' and subject.kind = 'NAME'
            """;

    private static final String LINK_SUBJECTS = """
            with told as (
                select distinct on (story_id, subject_id) story_id, subject_id, name
                from told_subject where story_id = any(cast(:ids as text[])) order by story_id, subject_id, name
            ), gone as (
                delete from story_subject linked where story_id = any(cast(:ids as text[]))
                    and not exists (select 1 from told
                        where told.story_id = linked.story_id and told.subject_id = linked.subject_id)
                returning subject_id
            ), come as (
                insert into story_subject (story_id, subject_id, name) select story_id, subject_id, name from told
                on conflict (story_id, subject_id) do update set name = excluded.name
                where story_subject.name <> excluded.name
                returning new.subject_id, old.subject_id is null as linked
            ), changes as (
                select subject_id, sum(change) as change
                from (select subject_id, 1 as change from come where linked
                    union all select subject_id, -1 from gone) each
                group by subject_id
            )
            update subject set story_count = story_count + change from changes where id = subject_id and change <> 0
            """;

    /**
     * Words stand as stems of their language, for readers of that language, and as they are, for all. Between two texts
     * stands a number that is taken out again: it leaves a gap, so that no phrase reaches from one into the next.
     */
    private static final String WRITE_STORIES = """
            with wanted as (
                select * from story where id = any(cast(:ids as text[])) and article_count > 0
            ), member as (
                select membership.story_id, article.*, row_number() over (
                    partition by membership.story_id order by article.list_time desc, article.id desc) as place
                from membership join article on article.id = membership.article_id
                where membership.story_id = any(cast(:ids as text[]))
            ), told as (
                select story_id, language, title, lead from member where place <= :articles
                union all
                select story_id, translation ->> 'language', translation ->> 'title', translation ->> 'lead'
                from member where place <= :articles and translation is not null
            ), content as (
                select story_id, search_configuration(language) as configuration,
                    string_agg(concat_ws(' 00000000 ', title, left(lead, :lead)), ' 00000000 ') as told
                from told group by story_id, search_configuration(language)
            ), outlet as (
                select story_id, string_agg(name, ' 00000000 ') as names
                from (select distinct member.story_id, source.name
                    from member join source on source.id = member.source_id) each
                group by story_id
            ), about as (
                select story_id, string_agg(name, ' 00000000 ') as names, array_agg('t:' || subject_id) as facets
                from story_subject where story_id = any(cast(:ids as text[])) group by story_id
            ), words as (
                select content.story_id,
                    search_words_together(to_tsvector(configuration, search_pairs(content.told, true)))
                        filter (where configuration <> cast('public.search_simple' as regconfig)) as stems,
                    string_agg(content.told, ' 00000000 ') as literal
                from content group by content.story_id
            ), facet as (
                select member.story_id, unnest(array[
                    's:' || source_id,
                    'c:' || source.country,
                    'q:' || nullif(source.kind, ''),
                    'w:' || nullif(search_fold(source.place), ''),
                    'l:' || lower(member.language),
                    'l:' || lower(split_part(member.language, '-', 1)),
                    'k:' || member.kind,
                    case when member.paywall then 'p:PAID' else 'p:FREE' end]) as value
                from member join source on source.id = member.source_id
                union
                select wanted.id, unnest(array[
                    'b:' || counted.b,
                    'f:' || counted.f,
                    case when counted.b is null then 'd:UNRATED' else 'd:' || substring(counted.b from '[A-Z]+$') end])
                from wanted cross join lateral jsonb_to_recordset(coverage_sources) as counted (b text, f text)
                union
                select wanted.id, 'o:' || owner
                from wanted cross join lateral jsonb_to_recordset(coverage_sources) as counted (o jsonb)
                    cross join lateral jsonb_array_elements_text(counted.o) as owner
            ), facets as (
                select story_id, array_agg(value order by value) as found
                from facet where value is not null group by story_id
            ), written as (
                select wanted.id as story_id,
                    ts_delete(
                        coalesce(words.stems, '') || to_tsvector('public.search_simple', search_pairs(
                            concat_ws(' 00000000 ', words.literal, outlet.names, about.names), true)),
                        '00000000') as words,
                    setweight(to_tsvector(search_configuration(headline.language), search_pairs(wanted.title, true))
                        || to_tsvector('public.search_simple', search_pairs(wanted.title, true)), 'A')
                        || ts_delete(setweight(to_tsvector(
                            'public.search_simple', search_pairs(coalesce(about.names, ''), true)), 'B'), '00000000')
                        as headline,
                    facets.found || coalesce(about.facets, '{}')
                        || case when wanted.gap then array['g:YES'] else '{}' end as facets,
                    wanted.source_count, wanted.rank, wanted.publish_time, wanted.update_time
                from wanted
                    join words on words.story_id = wanted.id
                    join outlet on outlet.story_id = wanted.id
                    join facets on facets.story_id = wanted.id
                    left join about on about.story_id = wanted.id
                    left join article headline on headline.id = wanted.title_article_id
            )
            insert into story_search as kept
                (story_id, words, headline, facets, source_count, rank, publish_time, update_time)
            select * from written
            on conflict (story_id) do update set
                words = excluded.words, headline = excluded.headline, facets = excluded.facets,
                source_count = excluded.source_count, rank = excluded.rank,
                publish_time = excluded.publish_time, update_time = excluded.update_time
            where (kept.words, kept.headline, kept.facets, kept.source_count, kept.rank, kept.publish_time, kept.update_time)
                is distinct from (excluded.words, excluded.headline, excluded.facets, excluded.source_count,
                    excluded.rank, excluded.publish_time, excluded.update_time)
            """;

    private static final String FORGET_STORIES = """
            delete from story_search using story
            where story_search.story_id = story.id and story.article_count = 0
                and story.id = any(cast(:ids as text[]))
            """;
}
