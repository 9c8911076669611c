-- Readers in full. Everything that has a reader_id goes with the reader. What names a source, a subject or an owner does so
-- without a foreign key: it must not keep others from being merged or deleted.

alter table reader
    -- in lowercase; who has none has no password either
    add email         text unique,
    -- Argon2id, in the PHC string format
    add password_hash text,
    add password_time timestamptz,
    add create_time   timestamptz not null default now(),
    add check ((email is null) = (password_hash is null) and (password_hash is null) = (password_time is null));

alter table api_key
    add id            text,
    add name          text        not null default '',
    add scope         text        not null default 'PERSONAL' check (scope in ('READ', 'PERSONAL')),
    add create_time   timestamptz not null default now(),
    add last_use_time timestamptz,
    add expire_time   timestamptz,
    drop constraint api_key_reader_id_fkey,
    add foreign key (reader_id) references reader on delete cascade;
update api_key set id = substr(encode(sha256(convert_to(hash, 'UTF8')), 'hex'), 1, 16);
alter table api_key alter id set not null;
drop index api_key_by_reader;
create unique index api_key_by_reader on api_key (reader_id, id);

-- What readers follow and mute.
create table reader_mark (
    reader_id   text        not null references reader on delete cascade,
    kind        text        not null check (kind in ('FOLLOW', 'MUTE')),
    target_kind text        not null check (target_kind in ('SOURCE', 'SUBJECT', 'OWNER')),
    target_id   text        not null,
    create_time timestamptz not null,
    primary key (reader_id, kind, target_kind, target_id)
);

-- A mute of an owner is one of all that is below it.
create index owner_by_parent on owner (parent_owner_id) where parent_owner_id is not null;
create index source_owner_by_owner on source_owner (owner_id);

-- Under the id that was saved; what that stands for now is told by story_redirect.
create table saved_story (
    reader_id text        not null references reader on delete cascade,
    story_id  text        not null references story,
    save_time timestamptz not null,
    primary key (reader_id, story_id)
);

create table rating_override (
    reader_id text        not null references reader on delete cascade,
    source_id text        not null,
    bias      text        not null check (bias in ('FAR_LEFT', 'LEFT', 'LEAN_LEFT', 'CENTER', 'LEAN_RIGHT', 'RIGHT', 'FAR_RIGHT')),
    set_time  timestamptz not null,
    primary key (reader_id, source_id)
);

-- Each article once, and each story's own page. An article may no longer be kept, or have gone to another story; its source is
-- told here.
create table reading (
    reader_id text        not null references reader on delete cascade,
    -- the article, or the story if it was its own page
    item_id   text        not null,
    story_id  text        not null references story,
    -- empty if it was the story's own page
    source_id text        not null,
    read_time timestamptz not null,
    primary key (reader_id, item_id)
);
create index reading_by_time on reading (reader_id, read_time desc, item_id desc);
