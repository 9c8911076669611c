-- Sources that turned out to be one with another: what their ids stand for, and what they were called.
create table merged_source (
    id         text primary key,
    name       text not null,
    -- never itself merged
    into_id    text not null references source,
    merge_time timestamptz not null,
    reason     text not null
);
create index merged_source_by_into on merged_source (into_id);

-- Whose an article was until a merge: past splits tell their articles by it.
create table merged_source_article (
    article_id text        not null references article on delete cascade,
    merge_time timestamptz not null,
    merged_id  text        not null,
    primary key (article_id, merge_time)
);
