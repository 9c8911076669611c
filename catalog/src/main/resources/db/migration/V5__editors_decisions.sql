-- What editors decided about an article: that it stays in its story, and which stories it stays out of.
alter table membership
    add column pinned boolean not null default false,
    -- not text[], as in story_event
    add column barred_story_ids varchar[] not null default '{}',
    -- the event that left it so; null if no editor ever decided about it
    add column placement_event_id bigint references story_event;
create index membership_by_placement_event on membership (placement_event_id, article_id)
    where placement_event_id is not null;
create index membership_by_barred_story on membership using gin (barred_story_ids)
    where placement_event_id is not null;

alter table story_event
    drop constraint story_event_kind_check,
    add constraint story_event_kind_check check (kind in ('MERGED', 'SPLIT', 'ARTICLES_MOVED', 'ARTICLES_PINNED'));

-- The last look of the clusterer at all stories; one row.
create table consolidation (
    id           int primary key check (id = 1),
    -- of the latest article that was there
    last_arrival bigint not null,
    -- of its last call, which may be repeated
    request_id   text not null
);
insert into consolidation select 1, coalesce(max(arrival), 0), '' from article;
