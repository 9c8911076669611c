-- What the version after this one may do while this one runs.
set local lock_timeout = '5s';
alter table story add column mood text not null default '';
alter table article add column mood text;
alter table source add column mood text not null default '';
create table mood (story_id text primary key references story on delete cascade, name text not null);
