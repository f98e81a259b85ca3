-- What people have typed and not sent yet, so that a closed tab or a dropped link loses nothing. A draft is no record: it
-- stands outside the ledger and goes when its form is sent, when its owner throws it away, or after thirty days.

create table draft (
  account_id uuid not null,
  draft_id uuid not null,
  path text not null check (char_length(path) between 1 and 300),
  fields text not null check (octet_length(fields) <= 65536),
  saved_at timestamptz not null,
  primary key (account_id, draft_id)
);
create index draft_saved on draft (saved_at);
comment on table draft is 'Unfinished forms, each its owner''s alone, under the id that its submission will have. [distributed by account_id]';
comment on column draft.path is 'The address of the form it belongs to.';
comment on column draft.fields is 'Names and values as typed, as JSON. May name persons, hence its short life.';

grant select, insert, update, delete on draft to countermark_app;
