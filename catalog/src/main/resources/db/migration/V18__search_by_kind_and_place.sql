-- Stories are found by what their sources are, and by where these are: as facets, which are written anew when that changes.

-- Each of them without accents and case.
create function search_folded(contents text[]) returns text[]
language sql immutable parallel safe
return array(select search_fold(content) from unnest(contents) content);

drop trigger search_due_updated on source;
create trigger search_due_updated after update on source
    for each row when (
        (old.name, old.country, old.kind, old.place) is distinct from (new.name, new.country, new.kind, new.place))
    execute function story_search_due_of_source();

insert into story_search_due (story_id)
select distinct membership.story_id
from membership
    join article on article.id = membership.article_id
    join source on source.id = article.source_id
where source.kind <> '' or source.place <> '';
