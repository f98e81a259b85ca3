-- The directory of contacts: whom to ask in another State or body, and one's own points of contact. Each change is a version
-- with an entry of the ledger; of a contact the last version counts, and the others stay to be seen. What may name or reach a
-- person stands apart, so that it can be erased.

create table contact (
  contact_id uuid not null,
  version integer not null check (version > 0),
  details text not null check (octet_length(details) <= 16384),
  person text check (octet_length(person) <= 8192),
  salt bytea,
  confirmed_on date,
  source text not null,
  how text not null check (how in ('recorded', 'confirmed')),
  operator text not null,
  recorded_at timestamptz not null,
  entry_id uuid not null,
  primary key (contact_id, version),
  constraint contact_person check ((person is null) = (salt is null))
);
comment on table contact is 'Contacts of States and bodies, each version a row that is only added; the last one counts. Few rows, made by hand. [distributed by contact_id]';
comment on column contact.details is 'State, kind, office, address, channels and so on as JSON: what also stands in the entry.';
comment on column contact.person is 'A published name, telephones and e-mail addresses as JSON: the ledger holds their salted digest. Null with its salt where there is none, or once it was erased.';
comment on column contact.source is 'Where the details, or their confirmation, come from.';

grant select, insert, update (person, salt) on contact to countermark_app;

-- Practices of marking stand beside the other reference tables, changed and taken back in the same way.
alter table reference_entry drop constraint reference_entry_table_name_check;
alter table reference_entry add constraint reference_entry_table_name_check
  check (table_name in ('maker', 'calibre', 'model', 'grammar', 'practice'));
