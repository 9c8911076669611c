-- What has changed of stories: the outbox that the change stream is read from. Written by the transaction that makes the
-- change; writers take turns, so ids ascend in order of commit, and who reads on from an id misses nothing.
create table story_change (
    id                   bigint generated always as identity primary key,
    story_id             text not null,
    aspects              text[] not null,
    -- set if the story became part of this one
    merged_into_story_id text,
    change_time          timestamptz not null
);

-- The history that those ids belong to; one row.
create table story_change_log (
    id        int primary key check (id = 1),
    -- another in every database, so that a place in one is not taken for a place in another
    epoch     text not null,
    -- of the latest change that is no longer kept
    pruned_id bigint not null
);
insert into story_change_log select 1, replace(gen_random_uuid()::text, '-', ''), 0;
