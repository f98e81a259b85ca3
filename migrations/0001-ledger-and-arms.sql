-- The ledger, the arms and what is remembered of them.
-- Tables that grow with arms or entries carry their distribution column inside every unique constraint, named in the
-- table's comment as [distributed by ...], so that the schema can be spread over several servers without a change.

create table home (
  only_row boolean primary key default true check (only_row),
  node_id uuid not null,
  state_code text not null check (state_code ~ '^[A-Z]{2}$'),
  kind text not null check (kind in ('live', 'demonstration')),
  began_at timestamptz not null
);
comment on table home is 'What this home is: its node, its State, and whether it is a demonstration, for ever.';
comment on column home.kind is 'A demonstration home can never become a live one: the row is never updated.';

create table ledger_act (
  act_id uuid primary key,
  kind text not null,
  operator text not null,
  recorded_at timestamptz not null,
  result text not null
);
comment on table ledger_act is 'One row per act, by the id its client made: a repeated submission finds its first result. [distributed by act_id]';

create table ledger_entry (
  subject_id uuid not null,
  entry_id uuid not null,
  act_id uuid not null,
  salt bytea not null,
  body bytea not null,
  constraint ledger_entry_pkey primary key (subject_id, entry_id),
  constraint ledger_entry_salt_size check (octet_length(salt) = 16),
  constraint ledger_entry_body_size check (octet_length(body) <= 65536)
);
alter table ledger_entry alter column body set storage external;
comment on table ledger_entry is 'Entries as the bytes that were hashed, by the arm, party or thing they are about. Never updated, never deleted. [distributed by subject_id]';
comment on column ledger_entry.body is 'Canonical JSON (RFC 8785), at most 64 KiB.';
comment on column ledger_entry.salt is 'Random; the leaf commits to SHA-256(salt || body), so a leaf tells nothing of its entry.';

create table ledger_pending (
  act_id uuid primary key,
  leaves bytea not null
);
alter table ledger_pending alter column leaves set storage external;
comment on table ledger_pending is 'Entries committed and not yet numbered, one row an act: subject (16 bytes), entry (16) and leaf hash (32), repeated. Emptied by the integrator. [distributed by act_id]';

create table ledger_leaf (
  leaf_index bigint primary key,
  subject_id uuid not null,
  entry_id uuid not null,
  hash bytea not null
);
create index ledger_leaf_subject on ledger_leaf (subject_id);
comment on table ledger_leaf is 'The numbered entries: place in the tree, entry, leaf hash. Insert only. [distributed by leaf_index]';

create table tree_node (
  level smallint not null,
  node_index bigint not null,
  hash bytea not null,
  primary key (level, node_index)
);
comment on table tree_node is 'Roots of complete subtrees of 256^level leaves, so that a proof reads a few hundred hashes and not the tree. Insert only. [distributed by node_index]';

create table ledger_checkpoint (
  epoch integer not null,
  size bigint not null,
  note text not null,
  signed_at timestamptz not null,
  primary key (epoch, size, signed_at)
);
comment on table ledger_checkpoint is 'Signed checkpoints, as handed out. Insert only. [distributed by size]';

create table ledger_epoch (
  epoch integer primary key,
  origin text not null,
  verifier_key text not null,
  base_size bigint not null,
  old_checkpoint text,
  began_at timestamptz not null
);
comment on table ledger_epoch is 'One row for each time the ledger began or was restored; a restored ledger has a new origin and names the checkpoint it stands on.';

create table arm (
  arm_id uuid primary key,
  number text not null,
  register_id integer not null,
  class text not null,
  maker text,
  model text,
  calibre text,
  serial text,
  maker_key text,
  model_key text,
  country text,
  year smallint,
  status text not null,
  owner_id uuid,
  unit_id uuid,
  keeper_id uuid,
  bearer_id uuid,
  last_on date,
  seen_on date,
  seen_how text,
  pending_due date,
  contradictions smallint not null default 0,
  version integer not null
);
-- Room on each page, so that an arm seen again does not touch every index.
alter table arm set (fillfactor = 85);
create index arm_keeper on arm (keeper_id, last_on, arm_id) where keeper_id is not null;
create index arm_bearer on arm (bearer_id, arm_id) where bearer_id is not null;
create index arm_owner on arm (owner_id, arm_id) where owner_id is not null;
create index arm_unit on arm (unit_id, last_on, arm_id) where unit_id is not null;
create index arm_last on arm (last_on, arm_id);
create index arm_maker on arm (maker_key, model_key, arm_id) where maker_key is not null;
create index arm_status on arm (status, arm_id) where status not in ('registered', 'in-stock', 'in-evidence', 'in-civil-possession');
create index arm_pending on arm (pending_due, arm_id) where pending_due is not null;
comment on table arm is 'What the entries of an arm amount to now: one row an arm, folded from the ledger and never believed against it. [distributed by arm_id]';
comment on column arm.keeper_id is 'The one keeper now. Owner, accounting unit, keeper and bearer are four things.';
comment on column arm.version is 'Entries folded so far; rises by one with each.';

create table arm_mark (
  arm_id uuid not null,
  mark_no smallint not null,
  kind text not null,
  key text not null,
  primary key (arm_id, mark_no)
);
create index arm_mark_key on arm_mark (key text_pattern_ops, arm_id);
comment on table arm_mark is 'Marks by the key they are found under; the readings themselves stand in the entries. [distributed by arm_id]';

create table arm_number (
  number text primary key,
  arm_id uuid not null
);
comment on table arm_number is 'State numbers, each given once. [distributed by number]';

create table arm_holding (
  holding_id uuid primary key,
  register_id integer not null,
  class text not null,
  maker text,
  model text,
  calibre text,
  quantity integer not null check (quantity > 0),
  counted_out integer not null default 0,
  keeper_id uuid,
  last_on date
);
comment on table arm_holding is 'Unnumbered holdings: so many arms declared without numbers, to be counted out. Not arms. [distributed by holding_id]';

create table production_lot (
  lot_id uuid primary key,
  maker_id uuid not null,
  class text not null,
  model text,
  calibre text,
  prefix text not null,
  first_number bigint not null,
  last_number bigint not null,
  digits smallint not null,
  quantity integer not null,
  made_year smallint,
  licence text
);
create index production_lot_range on production_lot (prefix, digits, first_number, last_number);
comment on table production_lot is 'Declared production lots and their serial ranges (A-05). [distributed by lot_id]';

create table party (
  party_id uuid primary key,
  kind text not null,
  name text not null,
  name_key text not null,
  parent_id uuid,
  state text not null,
  into_id uuid,
  uses_register boolean not null,
  version integer not null
);
create index party_name on party (name_key, party_id);
comment on table party is 'Agencies, units, depots, courts, companies and persons; the names of persons are not here. [distributed by party_id]';

create table person_data (
  person_id uuid primary key,
  salt bytea not null,
  data text not null,
  name_key text not null,
  retain_until date
);
create index person_data_name on person_data (name_key, person_id);
comment on table person_data is 'Data of persons, apart from the ledger, which holds only a salted digest of it. A lawful erasure deletes the row. [distributed by person_id]';

create table holder_right (
  right_id uuid primary key,
  holder_id uuid not null,
  kind text not null,
  number text not null,
  authority text not null,
  from_time text not null,
  until_time text not null,
  state text not null,
  state_since text not null,
  version integer not null
);
create index holder_right_holder on holder_right (holder_id, right_id);
comment on table holder_right is 'Rights of holders to arms: possession, carrying, dealer and so on. [distributed by right_id]';

create table register (
  register_id integer primary key,
  name text not null unique,
  kind text not null
);
comment on table register is 'The registers whose files are brought in: of State holdings, of evidence, of civil holders.';

create table import_job (
  import_id uuid primary key,
  register_id integer not null,
  file_name text not null,
  file_digest text not null,
  mapping text not null,
  cursor_rows bigint not null,
  counters text not null,
  state text not null check (state in ('running', 'stopped', 'done')),
  started_at timestamptz not null,
  touched_at timestamptz not null
);
create index import_job_file on import_job (register_id, file_digest, started_at);
comment on table import_job is 'One file brought in: how far it came, moved on in the transaction of each batch. [distributed by import_id]';

create table import_row (
  fingerprint uuid not null,
  register_id integer not null,
  occurrence integer not null,
  import_id uuid not null,
  seen_by uuid not null,
  sheet text not null,
  row_no integer not null,
  outcome "char" not null,
  subject_id uuid,
  salt bytea,
  cells text,
  primary key (fingerprint, register_id, occurrence)
);
comment on table import_row is 'Rows of files by what they say, so that they are known again; with the row as it stood, which can be erased. [distributed by fingerprint]';
comment on column import_row.outcome is 'a: arm, h: holding, o: other object, q: quarantined.';
comment on column import_row.seen_by is 'The last import in which this row stood.';

create table import_quarantine (
  import_id uuid not null,
  sheet text not null,
  row_no integer not null,
  reasons text not null,
  cells text,
  primary key (import_id, sheet, row_no)
);
comment on table import_quarantine is 'Rows that cannot be an arm or an event, with their reasons, to be mended and tried again. [distributed by import_id]';

create table import_mapping (
  name text primary key,
  mapping text not null
);
comment on table import_mapping is 'Column mappings saved by name.';

create table work_item (
  subject_id uuid not null,
  item_id uuid not null,
  kind text not null,
  severity text not null,
  entry_id uuid not null,
  against_id uuid,
  opened_at timestamptz not null,
  due_on date,
  closed_at timestamptz,
  primary key (subject_id, item_id)
);
create index work_item_open on work_item (severity, opened_at) where closed_at is null;
comment on table work_item is 'Alarms, contradictions and proposals that wait for a person. [distributed by subject_id]';

create table access_log (
  access_id uuid primary key,
  at timestamptz not null,
  operator text not null,
  act text not null,
  purpose text not null,
  subjects text not null,
  batch_id uuid
);
create index access_log_open on access_log (access_id) where batch_id is null;
comment on table access_log is 'Who looked at what, and why. Every few minutes an entry of the ledger carries the digest of a batch. [distributed by access_id]';

create table erasure (
  erasure_id uuid primary key,
  what text not null,
  target_id uuid not null,
  ground text not null,
  at timestamptz not null
);
comment on table erasure is 'Erasures done, without what was erased; replayed after a restore. [distributed by erasure_id]';

-- Tables to which is mostly added need housekeeping seldom: when they have doubled, not at every tenth or fifth.
do $$ declare grown text; begin
  foreach grown in array array['ledger_act', 'ledger_entry', 'ledger_leaf', 'tree_node', 'arm', 'arm_mark', 'arm_number', 'import_row'] loop
    execute format('alter table %I set (autovacuum_vacuum_insert_scale_factor = 1, autovacuum_vacuum_insert_threshold = 200000,
      autovacuum_analyze_scale_factor = 0.5)', grown);
  end loop;
end $$;

do $$ begin
  if not exists (select 1 from pg_roles where rolname = 'countermark_app') then
    create role countermark_app nologin;
  end if;
end $$;
grant countermark_app to current_user;
grant usage on schema public to countermark_app;
grant select, insert on home, ledger_act, ledger_entry, ledger_leaf, tree_node, ledger_checkpoint, ledger_epoch to countermark_app;
grant select, insert, delete on ledger_pending to countermark_app;
grant select, insert on arm_number, production_lot, erasure to countermark_app;
grant select, insert, update on arm, arm_holding, party, holder_right, register, import_job, import_row,
  import_mapping, work_item to countermark_app;
grant select, insert, delete on arm_mark to countermark_app;
grant select, insert, update, delete on person_data, import_quarantine to countermark_app;
grant select, insert on access_log to countermark_app;
grant update (batch_id) on access_log to countermark_app;
