-- The group that an outlet's page says it belongs to; empty where it does not say.
alter table article add column publisher_group text not null default '';
