-- Changes that a State makes to the reference tables that come with the program: a row of its own, or one in the place of the
-- program's. Each change is an entry of the ledger and makes a version of the tables; none is ever altered.

create table reference_entry (
  version integer primary key check (version > 0),
  table_name text not null check (table_name in ('maker', 'calibre', 'model', 'grammar')),
  code text not null check (char_length(code) between 1 and 80),
  fields text check (octet_length(fields) <= 65536),
  why text not null,
  operator text not null,
  recorded_at timestamptz not null,
  entry_id uuid not null
);
create index reference_entry_code on reference_entry (table_name, code, version);
comment on table reference_entry is 'Each change of the reference tables by the State: of an entry the last one counts. Few rows, made by hand.';
comment on column reference_entry.version is 'Counts the changes of all tables, so that the highest tells the state of all of them.';
comment on column reference_entry.fields is 'The row as JSON, by the columns of its file; null where the State took its own row back.';

grant select, insert on reference_entry to countermark_app;
