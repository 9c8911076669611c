-- What is undone, and by what.
alter table story_event
    add column undoes_event_id bigint references story_event,
    add column undone_by_event_id bigint references story_event,
    -- what is undone at once: of a story that a move left without articles, the move; of one undo, its first event
    add column part_of_event_id bigint references story_event,
    drop constraint story_event_kind_check,
    add constraint story_event_kind_check check (kind in ('MERGED', 'SPLIT', 'ARTICLES_MOVED', 'ARTICLES_PINNED',
                                                          'ARTICLES_UNPINNED'));

-- Where each article came from by an event, however many there were.
create table story_event_move (
    event_id      bigint not null references story_event,
    article_id    text not null,
    from_story_id text not null,
    primary key (event_id, article_id)
);
-- Of earlier events as far as it is told: all articles are named, and all came from one story.
insert into story_event_move
select id, unnest(article_ids), case kind when 'SPLIT' then story_id else other_story_ids[1] end
from story_event
where kind <> 'ARTICLES_PINNED' and cardinality(other_story_ids) = 1 and cardinality(article_ids) = article_count;

-- What editors had decided about an article before an event decided otherwise.
create table story_event_placement (
    event_id           bigint not null references story_event,
    article_id         text not null,
    pinned             boolean not null,
    barred_story_ids   varchar[] not null,
    placement_event_id bigint,
    primary key (event_id, article_id)
);

-- How a redirect came about, so that it can be taken back: the story that it went to first, and the event.
alter table story_redirect
    add column merged_into_story_id text references story,
    add column event_id bigint references story_event;
update story_redirect r set (merged_into_story_id, event_id) = (
    select e.story_id, e.id from story_event e
    where e.kind = 'MERGED' and e.other_story_ids @> array[r.story_id]::varchar[] order by e.id desc limit 1);
update story_redirect set merged_into_story_id = target_story_id where merged_into_story_id is null;
alter table story_redirect alter column merged_into_story_id set not null;

-- The first headline that was told, for addresses; empty until one is.
alter table story add column slug text not null default '';
