-- The roles of the catalog's database. Run in it by a superuser before the catalog first migrates; again changes nothing.
--
--   parallax_owner    owns the tables and migrates them
--   parallax_catalog  the service: reads and writes rows, makes and drops nothing
--   parallax_reports  reads what is about news, nothing about readers
--
-- What each may do with the tables is said where they are made: catalog/src/main/resources/db/migration/afterMigrate.sql.
-- No role can log in yet: that, and passwords, are given where they are known.
do $$
declare
    name text;
begin
    foreach name in array array['parallax_owner', 'parallax_catalog', 'parallax_reports'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin nosuperuser nocreatedb nocreaterole noreplication', name);
        end if;
    end loop;
    execute format('alter database %I owner to parallax_owner', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to parallax_catalog, parallax_reports', current_database());
end $$;
alter schema public owner to parallax_owner;
revoke all on schema public from public;
grant usage on schema public to parallax_catalog, parallax_reports;
alter role parallax_reports set default_transaction_read_only = on;
alter role parallax_reports set statement_timeout = '5min';
