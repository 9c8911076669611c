-- Webhooks, and the messages to them.

create table webhook (
    id                 text        primary key,
    reader_id          text        not null references reader on delete cascade,
    url                text        not null,
    name               text        not null,
    -- as it is told, as it signs
    secret             text        not null,
    state              text        not null check (state in ('ACTIVE', 'PAUSED')),
    pause_reason       text        check (pause_reason in ('READER', 'FAILING', 'GONE', 'TOO_MANY_WAITING')),
    aspects            text[]      not null,
    gap_only           boolean     not null,
    source_ids         text[]      not null,
    subject_ids        text[]      not null,
    countries          text[]      not null,
    languages          text[]      not null,
    min_sources        int         not null,
    create_time        timestamptz not null,
    secret_time        timestamptz not null,
    last_delivery_time timestamptz,
    failing_since_time timestamptz,
    last_error         text        not null,
    -- it is told what changes after this change
    after_change_id    bigint      not null,
    check ((state = 'PAUSED') = (pause_reason is not null))
);
create index webhook_by_reader on webhook (reader_id, create_time, id);
create index webhook_active on webhook (id) where state = 'ACTIVE';
create index webhook_by_source on webhook using gin (source_ids);

-- Messages to webhooks: those that wait, and for a while those that ended.
create table webhook_delivery (
    id                   text        primary key,
    webhook_id           text        not null references webhook on delete cascade,
    -- the same for all webhooks
    event_id             text        not null,
    story_id             text        not null,
    aspects              text[]      not null,
    merged_into_story_id text,
    change_time          timestamptz not null,
    create_time          timestamptz not null,
    state                text        not null check (state in ('WAITING', 'DELIVERED', 'DEAD')),
    attempt_count        int         not null default 0,
    -- when it is sent (again); while it is leased, when the lease ends
    due_time             timestamptz not null,
    -- of the latest lease, until that is reported on
    lease_id             text,
    end_time             timestamptz,
    http_status          int         not null default 0,
    error                text        not null default '',
    check ((state = 'WAITING') = (end_time is null)),
    -- each change once
    unique (webhook_id, event_id)
);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, due_time, id) where state = 'WAITING';
create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, create_time desc, id desc);
create index webhook_delivery_by_end_time on webhook_delivery (end_time) where end_time is not null;

-- The last change of stories of which messages were made; one row. Later ones are not dropped from story_change.
create table webhook_place (
    id        int    primary key check (id = 1),
    change_id bigint not null
);
insert into webhook_place
select 1, greatest((select pruned_id from story_change_log), coalesce(max(id), 0)) from story_change;
