-- Title and lead in the language of the edition, and the engine; null if the version that is stored is not translated.
alter table article add column translation jsonb;
