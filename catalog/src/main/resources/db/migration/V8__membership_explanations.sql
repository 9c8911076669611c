-- The comparisons behind a membership, apart from it so that lists of articles do not read them. Memberships that were
-- stored before have none.
create table membership_explanation (
    article_id     text primary key references membership,
    -- the story that was explained: another one than the membership's if the article was moved since
    story_id       text not null references story,
    threshold      double precision not null,
    founder        boolean not null,
    compared_count int not null,
    nearest        jsonb not null,
    runner_up      jsonb
);
