-- What people look for, so that neither a holder's name nor anything else that was searched stands in an address. A search
-- is no record: it stands outside the ledger, is its owner's alone, and goes after a day unless it was given a name.

create table search (
  account_id uuid not null,
  search_id uuid not null,
  criteria text not null check (octet_length(criteria) <= 8192),
  name text check (char_length(name) between 1 and 80),
  made_at timestamptz not null,
  primary key (account_id, search_id)
);
create index search_made on search (made_at);
comment on table search is 'Searches, each its owner''s alone; what they find is asked anew each time, within the rights of that moment. [distributed by account_id]';
comment on column search.criteria is 'Fields and values as typed, as JSON. May name persons, hence its short life.';
comment on column search.name is 'What its owner calls it; without a name it goes after a day, with one after a year.';

-- Pages of the work list go on after gravity, day and id.
create index work_item_page on work_item (severity, opened_at, item_id) where closed_at is null;

grant select, insert, update, delete on search to countermark_app;
