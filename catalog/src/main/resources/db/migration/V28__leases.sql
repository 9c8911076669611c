-- Who may do what only one process at a time may do. The token grows each time another takes the lease over.
create table lease (
    name text primary key check (char_length(name) between 1 and 100),
    holder text not null check (char_length(holder) <= 100),
    address text not null check (char_length(address) <= 300),
    token bigint not null,
    expire_time timestamptz not null
);
