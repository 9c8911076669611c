-- Subscriptions to what hubs say of feeds (WebSub).
create table feed_subscription (
    id          text primary key,
    feed_id     text not null unique references feed on update cascade on delete cascade,
    hub_url     text not null,
    topic_url   text not null,
    secret      text not null,
    -- when the hub is to be asked (again)
    due_time    timestamptz not null,
    -- times that the hub was asked and has not answered
    ask_count   int not null default 0,
    -- null before it was first asked
    ask_time    timestamptz,
    active      boolean not null default false,
    expire_time timestamptz,
    -- whether something new was told while somebody fetched the feed
    pushed      boolean not null default false
);
create index feed_subscription_by_due_time on feed_subscription (due_time, id);
