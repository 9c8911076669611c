-- The settings that the derived columns of all stories were counted with; one row.
create table recount_rules (
    id    int primary key check (id = 1),
    rules text not null
);
