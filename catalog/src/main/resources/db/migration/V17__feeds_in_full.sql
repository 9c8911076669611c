-- What is known of how a feed goes. A feed that its server calls gone stays, with the time; it is not handed out any more.
alter table feed
    add retire_time       timestamptz,
    add success_time      timestamptz,
    add failure_time      timestamptz,
    add failing_since     timestamptz,
    add error_kind        text,
    add http_status       int  not null default 0,
    add health            text not null default 'NEW'
        check (health in ('NEW', 'HEALTHY', 'SILENT', 'FAILING', 'GONE')),
    add redirect_url      text not null default '',
    add redirect_count    int  not null default 0,
    -- new entries and hours of observation by hour of the day (UTC), old ones worth less
    add rhythm_entries    double precision[] not null default '{}',
    add rhythm_hours      double precision[] not null default '{}',
    -- seconds: the longest pause of each of the last days with news, the latest last
    add pauses            bigint[] not null default '{}';

-- what was known is kept as far as it goes: the next report of each feed says the rest
update feed set health = case
    when failure_count >= 3 then 'FAILING'
    when change_time is not null then 'HEALTHY'
    else 'NEW' end;

drop index feed_by_due_time;
create index feed_by_due_time on feed (due_time, id) where retire_time is null;
create index feed_by_health on feed (health, id);
create index feed_by_source on feed (source_id, id);

-- Where a feed was before it moved for good.
create table feed_address (
    id        text primary key,
    url       text not null,
    feed_id   text not null references feed on update cascade,
    move_time timestamptz not null
);
create index feed_address_by_feed on feed_address (feed_id);
