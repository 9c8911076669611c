-- What readers say is grouped wrongly. Stays when its reader goes, without them. Names an article without a foreign key: it may
-- be kept shorter.
create table grouping_report (
    id             bigint generated always as identity primary key,
    create_time    timestamptz not null,
    reader_id      text        references reader on delete set null,
    story_id       text        not null references story,
    -- empty if none was named
    article_id     text        not null,
    kind           text        not null check (kind in ('WRONG_ARTICLE', 'SAME_STORY', 'OTHER')),
    other_story_id text        references story,
    text           text        not null,
    -- null while it is open
    resolution     text        check (resolution in ('ACCEPTED', 'DECLINED')),
    settle_time    timestamptz,
    settler_name   text        not null default '',
    note           text        not null default '',
    check ((resolution is null) = (settle_time is null))
);
create index grouping_report_by_story on grouping_report (story_id, id);
create index grouping_report_by_reader on grouping_report (reader_id, id);
create index grouping_report_open on grouping_report (id) where resolution is null;
