-- What a gateway of several copies needs to share: who has entered, what is limited, what operators did. And what the catalog
-- does by itself.

alter table reader
    add role     text not null default 'READER' check (role in ('READER', 'OPERATOR')),
    -- of pages; empty is as the browser says
    add language text not null default '',
    -- a country in capitals, or a language in lowercase; empty is none
    add edition  text not null default '';
create index reader_by_create_time on reader (create_time desc, id desc);

create table session (
    -- SHA-256 of the secret
    hash          text        primary key,
    reader_id     text        not null references reader on delete cascade,
    -- for its reader; tells nothing of the secret
    id            text        not null,
    create_time   timestamptz not null,
    last_use_time timestamptz not null,
    expire_time   timestamptz not null,
    client        text        not null,
    unique (reader_id, id)
);
create index session_by_expire_time on session (expire_time);

-- Requests in windows of time. Unlogged: a write for each request must not wait for the disk, and what a crash empties is over
-- in a moment anyway.
create unlogged table request_count (
    subject        text        not null,
    window_start   timestamptz not null,
    window_seconds int         not null,
    -- of the window
    end_time       timestamptz not null,
    count          bigint      not null,
    primary key (subject, window_start, window_seconds)
);
create index request_count_by_end_time on request_count (end_time);

-- What operators did. Only added to; goes by age.
create table audit_entry (
    id             bigint generated always as identity primary key,
    create_time    timestamptz not null,
    -- null if it was no reader, or one that is gone; the name stays
    actor_id       text        references reader on delete set null,
    actor_name     text        not null,
    action         text        not null,
    target         text        not null,
    detail         text        not null,
    client_address text        not null,
    outcome        text        check (outcome in ('DONE', 'REFUSED', 'FAILED'))
);
create index audit_entry_by_actor on audit_entry (actor_id, id) where actor_id is not null;
create index audit_entry_by_action on audit_entry (action, id);
create index audit_entry_by_target on audit_entry (target, id);
create index audit_entry_by_create_time on audit_entry (create_time);

-- The last run of each thing that the catalog does by itself.
create table job_run (
    name       text        primary key,
    start_time timestamptz not null,
    -- null while it goes on
    end_time   timestamptz,
    outcome    text        check (outcome in ('DONE', 'FAILED')),
    error      text        not null,
    item_count bigint      not null,
    check ((end_time is null) = (outcome is null))
);
