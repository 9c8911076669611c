-- What only the page of a story shows, as StoryDetails in JSON. Of its own, as lists of stories do not read it.
create table story_details (
    story_id text primary key references story,
    details  jsonb not null
);
