-- The service's role writes rows and neither makes nor drops tables; the months of these two are made and dropped in the name of
-- their owner, and of no other table.
create or replace function add_month(parent text, month date) returns boolean language plpgsql
security definer set search_path = public, pg_temp as $$
declare
    name constant text := parent || to_char(month, '_YYYY_MM');
begin
    if parent not in ('article_text', 'story_coverage') then
        raise insufficient_privilege using message = format('%I does not lie in months', parent);
    end if;
    if to_regclass(name) is not null then
        return false;
    end if;
    execute format('create table %I (like %I including all)', name, parent);
    execute format('alter table %I attach partition %I for values from (%L) to (%L)',
        parent, name, month || ' 00:00:00+00', (month + interval '1 month')::date || ' 00:00:00+00');
    return true;
end $$;

create or replace function drop_months(parent text, before date) returns setof date language plpgsql
security definer set search_path = public, pg_temp as $$
declare
    month date;
begin
    if parent <> 'article_text' then
        raise insufficient_privilege using message = format('months of %I are kept', parent);
    end if;
    perform set_config('lock_timeout', '2s', true);
    for month in
        select to_date(right(relname, 7), 'YYYY_MM')
        from pg_inherits join pg_class on pg_class.oid = inhrelid
        where inhparent = parent::regclass
        order by 1
    loop
        if month < before then
            execute format('drop table if exists %I', parent || to_char(month, '_YYYY_MM'));
            return next month;
        end if;
    end loop;
end $$;

-- afterMigrate.sql gives it to the service's role
revoke execute on function add_month(text, date), drop_months(text, date) from public;
