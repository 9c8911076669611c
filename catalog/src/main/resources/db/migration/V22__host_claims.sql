-- Which crawler may ask a host, so that its pace is kept by all crawlers together. A row whose time is over claims nothing.
create table host_claim (
    host        text primary key,
    -- empty when it was released: until the end nobody asks
    holder      text not null,
    expire_time timestamptz not null
);
create index host_claim_by_expire_time on host_claim (expire_time);
