-- Rights on the tables for the roles of deploy/…/roles.sql, after every migration; where those roles are not, nothing happens. What
-- is granted already is left alone, so that catalogs that start at one time do not disturb each other.
do $$
declare
    -- About news, not about readers. A table that is not named here cannot be read for reports.
    reported constant text[] := array['article', 'article_title', 'consolidation', 'feed', 'feed_address', 'feed_entry', 'import_batch',
        'job_run', 'membership', 'membership_explanation', 'merged_source', 'merged_source_article', 'owner', 'past_contribution',
        'rater', 'rating', 'rating_axis', 'recount_rules', 'removed_article', 'source', 'source_domain', 'source_flag', 'source_link',
        'source_owner', 'story', 'story_change', 'story_change_log', 'story_coverage', 'story_details', 'story_event',
        'story_event_move', 'story_event_placement', 'story_redirect', 'story_search', 'story_subject', 'subject'];
    relation record;
begin
    perform pg_advisory_xact_lock(hashtextextended('rights of parallax', 0));

    if exists (select from pg_roles where rolname = 'parallax_catalog' and rolname <> current_user) then
        if not exists (select from pg_default_acl where defaclnamespace = 'public'::regnamespace and defaclrole = current_user::regrole) then
            -- months that are made later
            alter default privileges in schema public grant select, insert, update, delete on tables to parallax_catalog;
            alter default privileges in schema public grant usage, select on sequences to parallax_catalog;
        end if;
        for relation in
            select oid, relname, relkind from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'S')
        loop
            if relation.relname = 'flyway_schema_history' then
                if not has_table_privilege('parallax_catalog', relation.oid, 'select') then
                    grant select on flyway_schema_history to parallax_catalog;
                end if;
            elsif relation.relkind = 'S' then
                if not has_sequence_privilege('parallax_catalog', relation.oid, 'usage') then
                    execute format('grant usage, select on sequence %I to parallax_catalog', relation.relname);
                end if;
            elsif not has_table_privilege('parallax_catalog', relation.oid, 'delete') then
                execute format('grant select, insert, update, delete on %I to parallax_catalog', relation.relname);
            end if;
        end loop;
        if to_regprocedure('add_month(text, date)') is not null
            and not has_function_privilege('parallax_catalog', 'add_month(text, date)', 'execute') then
            grant execute on function add_month(text, date), drop_months(text, date) to parallax_catalog;
        end if;
    end if;

    if exists (select from pg_roles where rolname = 'parallax_reports' and rolname <> current_user) then
        for relation in
            select oid, relname from pg_class where relnamespace = 'public'::regnamespace and relname = any (reported)
        loop
            if not has_table_privilege('parallax_reports', relation.oid, 'select') then
                execute format('grant select on %I to parallax_reports', relation.relname);
            end if;
        end loop;
    end if;
end $$;
