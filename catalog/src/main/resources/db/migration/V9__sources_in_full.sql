-- A domain may carry a path ("harbor.example/sport"): only the pages below it are the source.
alter table source
    add place   text not null default '',
    add kind    text not null default '',
    add paywall text check (paywall in ('NONE', 'PARTIAL', 'FULL'));

alter table source_owner
    add share_percent double precision check (share_percent > 0 and share_percent <= 100),
    -- a date, or its year or month
    add since         text not null default '';

-- Pages about sources.
create table source_link (
    source_id text not null references source,
    kind      text not null,
    url       text not null,
    primary key (source_id, kind, url)
);
