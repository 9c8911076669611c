-- What became of the entries of a feed at the last visit that could read it.
alter table feed
    add stored_entry_count   int  not null default 0,
    add open_entry_count     int  not null default 0,
    add given_up_entry_count int  not null default 0,
    add entry_error          text not null default '';

-- that articles were still to come was told as a failure of the feed
update feed set
    open_entry_count = 1,
    entry_error = last_error,
    health = case when retire_time is null then 'HEALTHY' else health end,
    success_time = coalesce(success_time, failure_time),
    failure_count = 0,
    failing_since = null,
    last_error = '',
    error_kind = null
where error_kind = 'ENTRIES_OPEN';
