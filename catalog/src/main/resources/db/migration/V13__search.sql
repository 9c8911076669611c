-- Search: one row of words and facets for each story, the subjects that stories are about, and what is due to be indexed.

create extension if not exists unaccent schema public;
create extension if not exists pg_trgm schema public;

-- ---- words -----------------------------------------------------------------------------------------------------------

-- Words as they stand, without accents and case: for names, and for languages without a stemmer.
create text search configuration public.search_simple (copy = pg_catalog.simple);
alter text search configuration public.search_simple
    alter mapping for hword, hword_part, word with public.unaccent, pg_catalog.simple;

-- The stemmers that PostgreSQL brings, by language.
do $$
declare
    stemmer record;
begin
    for stemmer in
        select * from (values
            ('ar', 'arabic'), ('ca', 'catalan'), ('da', 'danish'), ('de', 'german'), ('el', 'greek'), ('en', 'english'),
            ('es', 'spanish'), ('et', 'estonian'), ('eu', 'basque'), ('fi', 'finnish'), ('fr', 'french'), ('ga', 'irish'),
            ('hi', 'hindi'), ('hu', 'hungarian'), ('hy', 'armenian'), ('id', 'indonesian'), ('it', 'italian'),
            ('lt', 'lithuanian'), ('ne', 'nepali'), ('nl', 'dutch'), ('no', 'norwegian'), ('pt', 'portuguese'),
            ('ro', 'romanian'), ('ru', 'russian'), ('sr', 'serbian'), ('sv', 'swedish'), ('ta', 'tamil'), ('tr', 'turkish'),
            ('yi', 'yiddish')) as known (language, name)
    loop
        execute format(
            'create text search configuration public.search_%s (copy = pg_catalog.%s)', stemmer.language, stemmer.name);
        execute format(
            'alter text search configuration public.search_%s alter mapping for hword, hword_part, word '
            || 'with public.unaccent, pg_catalog.%s_stem', stemmer.language, stemmer.name);
    end loop;
end $$;

create function search_configuration(language text) returns regconfig
language sql immutable parallel safe
return case lower(split_part(language, '-', 1))
    when 'ar' then 'public.search_ar'::regconfig when 'ca' then 'public.search_ca'::regconfig
    when 'da' then 'public.search_da'::regconfig when 'de' then 'public.search_de'::regconfig
    when 'el' then 'public.search_el'::regconfig when 'en' then 'public.search_en'::regconfig
    when 'es' then 'public.search_es'::regconfig when 'et' then 'public.search_et'::regconfig
    when 'eu' then 'public.search_eu'::regconfig when 'fi' then 'public.search_fi'::regconfig
    when 'fr' then 'public.search_fr'::regconfig when 'ga' then 'public.search_ga'::regconfig
    when 'hi' then 'public.search_hi'::regconfig when 'hu' then 'public.search_hu'::regconfig
    when 'hy' then 'public.search_hy'::regconfig when 'id' then 'public.search_id'::regconfig
    when 'it' then 'public.search_it'::regconfig when 'lt' then 'public.search_lt'::regconfig
    when 'ne' then 'public.search_ne'::regconfig when 'nl' then 'public.search_nl'::regconfig
    when 'no' then 'public.search_no'::regconfig when 'nb' then 'public.search_no'::regconfig
    when 'nn' then 'public.search_no'::regconfig when 'pt' then 'public.search_pt'::regconfig
    when 'ro' then 'public.search_ro'::regconfig when 'ru' then 'public.search_ru'::regconfig
    when 'sr' then 'public.search_sr'::regconfig when 'sv' then 'public.search_sv'::regconfig
    when 'ta' then 'public.search_ta'::regconfig when 'tr' then 'public.search_tr'::regconfig
    when 'yi' then 'public.search_yi'::regconfig else 'public.search_simple'::regconfig
end;

-- Without accents and case: how names are compared.
create function search_fold(content text) returns text
language sql immutable parallel safe
return lower(public.unaccent('public.unaccent', content));

-- Pattern of names that begin so, of text that is folded.
create function search_prefix(typed text) returns text
language sql immutable parallel safe
return regexp_replace(typed, '([\\%_])', '\\\1', 'g') || '%';

-- Letters of scripts whose words are not told apart by spaces, as the inside of a character class: Thai and Lao, Burmese,
-- Hangul (which has spaces, but carries its particles), Khmer, Kana, Han.
create function search_unspaced() returns text
language sql immutable parallel safe
return '\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\uac00-\ud7af\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff';

-- Each run of such letters becomes its overlapping pairs, as in Lucene's CJKAnalyzer. A phrase of pairs then finds exactly the
-- runs that contain it. With last_alone the last letter follows alone, so that a prefix of one letter finds it wherever it
-- stands.
create function search_pairs(content text, last_alone boolean) returns text
language sql immutable parallel safe
return case
    when content !~ ('[' || search_unspaced() || ']') then content
    else (
        select string_agg(
            case when run[1] is null then run[2] else (
                select string_agg(substr(run[1], place, 2), ' ' order by place)
                from generate_series(1, greatest(1, length(run[1]) - case when last_alone then 0 else 1 end)) place)
            end, ' ' order by position)
        from regexp_matches(content, format('([%1$s]+)|([^%1$s]+)', search_unspaced()), 'g')
            with ordinality as found (run, position))
end;

-- What a word or phrase of a reader asks for: its stem in the reader's language, or itself in any. Empty if there is no word in
-- it, or if it is a stop word that is not quoted.
create function search_term(language text, content text, quoted boolean, prefix boolean) returns tsquery
language plpgsql immutable parallel safe as $$
declare
    pairs constant text := search_pairs(content, false);
    literal constant tsquery := phraseto_tsquery('public.search_simple', pairs);
    stem constant tsquery := phraseto_tsquery(search_configuration(language), pairs);
begin
    if numnode(literal) = 0 then
        return literal;
    elsif prefix or (length(content) = 1 and search_pairs(content || content, true) <> content || content) then
        return (literal::text || ':*')::tsquery;
    elsif numnode(stem) = 0 then
        return case when quoted then literal else stem end;
    else
        return case when stem = literal then literal else literal || stem end;
    end if;
end $$;

-- Joins words of texts in several languages.
create aggregate search_words_together (tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');

-- ---- subjects --------------------------------------------------------------------------------------------------------

-- Whom and what stories are about. Rows stay when no story is left, so that links and follows keep their meaning.
create table subject (
    id          text primary key,
    kind        text not null check (kind in ('TOPIC', 'NAME', 'PERSON', 'PLACE')),
    -- as one of the stories that named it first writes it
    name        text not null,
    folded      text not null,
    -- of a place that is a country
    country     text not null,
    story_count int not null default 0
);
create index subject_by_letters on subject using gin (folded public.gin_trgm_ops) where story_count > 0;
create index subject_by_story_count on subject (story_count desc, id desc) where story_count > 0;
create index source_by_letters on source using gin (search_fold(name) public.gin_trgm_ops);

create table story_subject (
    story_id   text not null references story,
    subject_id text not null references subject,
    -- as the story writes it
    name       text not null,
    primary key (story_id, subject_id)
);
create index story_subject_by_subject on story_subject (subject_id);

-- The subjects that stories tell of themselves, as far as the articles that bear them out are still there. A country is the
-- same in all languages, a topic only in its own; a name is one subject whether or not a story knows it to be a person.
create view told_subject as
select
    told.story_id,
    substr(encode(sha256(convert_to(
        case
            when told.kind = 'PLACE' and told.country <> '' then 'country:' || told.country
            when told.kind = 'PLACE' then 'place:' || search_fold(told.name)
            when told.kind = 'TOPIC' then 'topic:' || told.language || ':' || search_fold(told.name)
            else 'name:' || search_fold(told.name)
        end, 'UTF8')), 'hex'), 1, 20) as subject_id,
    told.kind,
    told.name,
    told.country
from (
    select
        details.story_id,
        coalesce(substr(subject.kind, length('SUBJECT_KIND_') + 1), 'NAME') as kind,
        subject.text as name,
        coalesce(subject.country, '') as country,
        lower(split_part(article.language, '-', 1)) as language
    from story_details details
    cross join lateral jsonb_to_recordset(details.details -> 'subjects')
        as subject (text text, kind text, country text, "articleId" text)
    join membership on membership.article_id = subject."articleId" and membership.story_id = details.story_id
    join article on article.id = membership.article_id
    where length(subject.text) <= 200
) told;

-- ---- stories ---------------------------------------------------------------------------------------------------------

-- What can be asked of a story, written again whenever it is due. Only stories with articles.
create table story_search (
    story_id     text primary key references story,
    -- titles and leads of its articles, names of its sources and subjects
    words        tsvector not null,
    -- headline (A) and subjects (B): what relevance is counted by; short, so that ranking reads no more than the row
    headline     tsvector not null,
    -- what its articles and sources are, each as a letter for the kind of facet, a colon and a value
    facets       text[] not null,
    source_count int not null,
    rank         double precision not null,
    publish_time timestamptz not null,
    update_time  timestamptz not null
);
create index story_search_by_words on story_search using gin (words, facets) with (gin_pending_list_limit = 1024);
create index story_search_by_rank on story_search (rank desc, story_id desc);
create index story_search_by_update_time on story_search (update_time desc, story_id desc);

-- Stories whose row in story_search is to be written again. Rows are only added by those who change stories, in their
-- transaction, and only removed by who indexes: neither waits for the other.
create table story_search_due (
    id       bigint generated always as identity primary key,
    story_id text not null
);
insert into story_search_due (story_id) select id from story;

create function story_search_due_of_story() returns trigger language plpgsql as $$
begin
    insert into story_search_due (story_id) select id from changed;
    return null;
end $$;
create trigger search_due_inserted after insert on story
    referencing new table as changed for each statement execute function story_search_due_of_story();
create trigger search_due_updated after update on story
    referencing new table as changed for each statement execute function story_search_due_of_story();

create function story_search_due_of_member() returns trigger language plpgsql as $$
begin
    insert into story_search_due (story_id) select distinct story_id from changed;
    return null;
end $$;
create trigger search_due_inserted after insert on membership
    referencing new table as changed for each statement execute function story_search_due_of_member();
create trigger search_due_inserted after insert on story_details
    referencing new table as changed for each statement execute function story_search_due_of_member();
create trigger search_due_updated after update on story_details
    referencing new table as changed for each statement execute function story_search_due_of_member();

-- A membership that goes to another story is due in both; one whose explanation is told anew is not.
create function story_search_due_of_move() returns trigger language plpgsql as $$
begin
    insert into story_search_due (story_id) values (old.story_id), (new.story_id);
    return null;
end $$;
create trigger search_due_moved after update of story_id on membership
    for each row when (old.story_id <> new.story_id) execute function story_search_due_of_move();

create function story_search_due_of_article() returns trigger language plpgsql as $$
begin
    insert into story_search_due (story_id) select story_id from membership where article_id = new.id;
    return null;
end $$;
create trigger search_due_updated after update on article
    for each row when (
        (old.title, old.lead, old.language, old.kind, old.paywall, old.source_id, old.translation)
            is distinct from (new.title, new.lead, new.language, new.kind, new.paywall, new.source_id, new.translation))
    execute function story_search_due_of_article();

create function story_search_due_of_source() returns trigger language plpgsql as $$
begin
    insert into story_search_due (story_id)
    select distinct membership.story_id
    from membership join article on article.id = membership.article_id
    where article.source_id = new.id;
    return null;
end $$;
create trigger search_due_updated after update on source
    for each row when ((old.name, old.country) is distinct from (new.name, new.country))
    execute function story_search_due_of_source();
