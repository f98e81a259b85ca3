-- What the migrations amount to, written from the catalogues of a migrated database by "node test/drift.ts --write".
-- For reading; the register itself is made by the numbered migrations.

create table access_log (
  access_id uuid not null,
  at timestamp with time zone not null,
  operator text not null,
  act text not null,
  purpose text not null,
  subjects text not null,
  batch_id uuid,
  constraint access_log_pkey PRIMARY KEY (access_id)
);
CREATE INDEX access_log_open ON access_log USING btree (access_id) WHERE (batch_id IS NULL);
comment on table access_log is 'Who looked at what, and why. Every few minutes an entry of the ledger carries the digest of a batch. [distributed by access_id]';
grant insert, select on access_log to countermark_app;
grant update (batch_id) on access_log to countermark_app;

create table arm (
  arm_id uuid not null,
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
  version integer not null,
  constraint arm_pkey PRIMARY KEY (arm_id)
);
CREATE INDEX arm_bearer ON arm USING btree (bearer_id, arm_id) WHERE (bearer_id IS NOT NULL);
CREATE INDEX arm_keeper ON arm USING btree (keeper_id, last_on, arm_id) WHERE (keeper_id IS NOT NULL);
CREATE INDEX arm_last ON arm USING btree (last_on, arm_id);
CREATE INDEX arm_maker ON arm USING btree (maker_key, model_key, arm_id) WHERE (maker_key IS NOT NULL);
CREATE INDEX arm_owner ON arm USING btree (owner_id, arm_id) WHERE (owner_id IS NOT NULL);
CREATE INDEX arm_pending ON arm USING btree (pending_due, arm_id) WHERE (pending_due IS NOT NULL);
CREATE INDEX arm_status ON arm USING btree (status, arm_id) WHERE (status <> ALL (ARRAY['registered'::text, 'in-stock'::text, 'in-evidence'::text, 'in-civil-possession'::text]));
CREATE INDEX arm_unit ON arm USING btree (unit_id, last_on, arm_id) WHERE (unit_id IS NOT NULL);
comment on table arm is 'What the entries of an arm amount to now: one row an arm, folded from the ledger and never believed against it. [distributed by arm_id]';
comment on column arm.keeper_id is 'The one keeper now. Owner, accounting unit, keeper and bearer are four things.';
comment on column arm.version is 'Entries folded so far; rises by one with each.';
grant insert, select, update on arm to countermark_app;

create table arm_holding (
  holding_id uuid not null,
  register_id integer not null,
  class text not null,
  maker text,
  model text,
  calibre text,
  quantity integer not null,
  counted_out integer not null default 0,
  keeper_id uuid,
  last_on date,
  constraint arm_holding_pkey PRIMARY KEY (holding_id),
  constraint arm_holding_quantity_check CHECK ((quantity > 0))
);
comment on table arm_holding is 'Unnumbered holdings: so many arms declared without numbers, to be counted out. Not arms. [distributed by holding_id]';
grant insert, select, update on arm_holding to countermark_app;

create table arm_mark (
  arm_id uuid not null,
  mark_no smallint not null,
  kind text not null,
  key text not null,
  constraint arm_mark_pkey PRIMARY KEY (arm_id, mark_no)
);
CREATE INDEX arm_mark_key ON arm_mark USING btree (key text_pattern_ops, arm_id);
comment on table arm_mark is 'Marks by the key they are found under; the readings themselves stand in the entries. [distributed by arm_id]';
grant delete, insert, select on arm_mark to countermark_app;

create table arm_number (
  number text not null,
  arm_id uuid not null,
  constraint arm_number_pkey PRIMARY KEY (number)
);
comment on table arm_number is 'State numbers, each given once. [distributed by number]';
grant insert, select on arm_number to countermark_app;

create table erasure (
  erasure_id uuid not null,
  what text not null,
  target_id uuid not null,
  ground text not null,
  at timestamp with time zone not null,
  constraint erasure_pkey PRIMARY KEY (erasure_id)
);
comment on table erasure is 'Erasures done, without what was erased; replayed after a restore. [distributed by erasure_id]';
grant insert, select on erasure to countermark_app;

create table holder_right (
  right_id uuid not null,
  holder_id uuid not null,
  kind text not null,
  number text not null,
  authority text not null,
  from_time text not null,
  until_time text not null,
  state text not null,
  state_since text not null,
  version integer not null,
  constraint holder_right_pkey PRIMARY KEY (right_id)
);
CREATE INDEX holder_right_holder ON holder_right USING btree (holder_id, right_id);
comment on table holder_right is 'Rights of holders to arms: possession, carrying, dealer and so on. [distributed by right_id]';
grant insert, select, update on holder_right to countermark_app;

create table home (
  only_row boolean not null default true,
  node_id uuid not null,
  state_code text not null,
  kind text not null,
  began_at timestamp with time zone not null,
  constraint home_kind_check CHECK ((kind = ANY (ARRAY['live'::text, 'demonstration'::text]))),
  constraint home_only_row_check CHECK (only_row),
  constraint home_pkey PRIMARY KEY (only_row),
  constraint home_state_code_check CHECK ((state_code ~ '^[A-Z]{2}$'::text))
);
comment on table home is 'What this home is: its node, its State, and whether it is a demonstration, for ever.';
comment on column home.kind is 'A demonstration home can never become a live one: the row is never updated.';
grant insert, select on home to countermark_app;

create table import_job (
  import_id uuid not null,
  register_id integer not null,
  file_name text not null,
  file_digest text not null,
  mapping text not null,
  cursor_rows bigint not null,
  counters text not null,
  state text not null,
  started_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  constraint import_job_pkey PRIMARY KEY (import_id),
  constraint import_job_state_check CHECK ((state = ANY (ARRAY['running'::text, 'stopped'::text, 'done'::text])))
);
CREATE INDEX import_job_file ON import_job USING btree (register_id, file_digest, started_at);
comment on table import_job is 'One file brought in: how far it came, moved on in the transaction of each batch. [distributed by import_id]';
grant insert, select, update on import_job to countermark_app;

create table import_mapping (
  name text not null,
  mapping text not null,
  constraint import_mapping_pkey PRIMARY KEY (name)
);
comment on table import_mapping is 'Column mappings saved by name.';
grant insert, select, update on import_mapping to countermark_app;

create table import_quarantine (
  import_id uuid not null,
  sheet text not null,
  row_no integer not null,
  reasons text not null,
  cells text,
  constraint import_quarantine_pkey PRIMARY KEY (import_id, sheet, row_no)
);
comment on table import_quarantine is 'Rows that cannot be an arm or an event, with their reasons, to be mended and tried again. [distributed by import_id]';
grant delete, insert, select, update on import_quarantine to countermark_app;

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
  constraint import_row_pkey PRIMARY KEY (fingerprint, register_id, occurrence)
);
comment on table import_row is 'Rows of files by what they say, so that they are known again; with the row as it stood, which can be erased. [distributed by fingerprint]';
comment on column import_row.seen_by is 'The last import in which this row stood.';
comment on column import_row.outcome is 'a: arm, h: holding, o: other object, q: quarantined.';
grant insert, select, update on import_row to countermark_app;

create table ledger_act (
  act_id uuid not null,
  kind text not null,
  operator text not null,
  recorded_at timestamp with time zone not null,
  result text not null,
  constraint ledger_act_pkey PRIMARY KEY (act_id)
);
comment on table ledger_act is 'One row per act, by the id its client made: a repeated submission finds its first result. [distributed by act_id]';
grant insert, select on ledger_act to countermark_app;

create table ledger_checkpoint (
  epoch integer not null,
  size bigint not null,
  note text not null,
  signed_at timestamp with time zone not null,
  constraint ledger_checkpoint_pkey PRIMARY KEY (epoch, size, signed_at)
);
comment on table ledger_checkpoint is 'Signed checkpoints, as handed out. Insert only. [distributed by size]';
grant insert, select on ledger_checkpoint to countermark_app;

create table ledger_entry (
  subject_id uuid not null,
  entry_id uuid not null,
  act_id uuid not null,
  salt bytea not null,
  body bytea not null,
  constraint ledger_entry_body_size CHECK ((octet_length(body) <= 65536)),
  constraint ledger_entry_pkey PRIMARY KEY (subject_id, entry_id),
  constraint ledger_entry_salt_size CHECK ((octet_length(salt) = 16))
);
alter table ledger_entry alter column body set storage external;
comment on table ledger_entry is 'Entries as the bytes that were hashed, by the arm, party or thing they are about. Never updated, never deleted. [distributed by subject_id]';
comment on column ledger_entry.salt is 'Random; the leaf commits to SHA-256(salt || body), so a leaf tells nothing of its entry.';
comment on column ledger_entry.body is 'Canonical JSON (RFC 8785), at most 64 KiB.';
grant insert, select on ledger_entry to countermark_app;

create table ledger_epoch (
  epoch integer not null,
  origin text not null,
  verifier_key text not null,
  base_size bigint not null,
  old_checkpoint text,
  began_at timestamp with time zone not null,
  constraint ledger_epoch_pkey PRIMARY KEY (epoch)
);
comment on table ledger_epoch is 'One row for each time the ledger began or was restored; a restored ledger has a new origin and names the checkpoint it stands on.';
grant insert, select on ledger_epoch to countermark_app;

create table ledger_leaf (
  leaf_index bigint not null,
  subject_id uuid not null,
  entry_id uuid not null,
  hash bytea not null,
  constraint ledger_leaf_pkey PRIMARY KEY (leaf_index)
);
CREATE INDEX ledger_leaf_subject ON ledger_leaf USING btree (subject_id);
comment on table ledger_leaf is 'The numbered entries: place in the tree, entry, leaf hash. Insert only. [distributed by leaf_index]';
grant insert, select on ledger_leaf to countermark_app;

create table ledger_pending (
  act_id uuid not null,
  leaves bytea not null,
  constraint ledger_pending_pkey PRIMARY KEY (act_id)
);
alter table ledger_pending alter column leaves set storage external;
comment on table ledger_pending is 'Entries committed and not yet numbered, one row an act: subject (16 bytes), entry (16) and leaf hash (32), repeated. Emptied by the integrator. [distributed by act_id]';
grant delete, insert, select on ledger_pending to countermark_app;

create table party (
  party_id uuid not null,
  kind text not null,
  name text not null,
  name_key text not null,
  parent_id uuid,
  state text not null,
  into_id uuid,
  uses_register boolean not null,
  version integer not null,
  constraint party_pkey PRIMARY KEY (party_id)
);
CREATE INDEX party_name ON party USING btree (name_key, party_id);
comment on table party is 'Agencies, units, depots, courts, companies and persons; the names of persons are not here. [distributed by party_id]';
grant insert, select, update on party to countermark_app;

create table person_data (
  person_id uuid not null,
  salt bytea not null,
  data text not null,
  name_key text not null,
  retain_until date,
  constraint person_data_pkey PRIMARY KEY (person_id)
);
CREATE INDEX person_data_name ON person_data USING btree (name_key, person_id);
comment on table person_data is 'Data of persons, apart from the ledger, which holds only a salted digest of it. A lawful erasure deletes the row. [distributed by person_id]';
grant delete, insert, select, update on person_data to countermark_app;

create table production_lot (
  lot_id uuid not null,
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
  licence text,
  constraint production_lot_pkey PRIMARY KEY (lot_id)
);
CREATE INDEX production_lot_range ON production_lot USING btree (prefix, digits, first_number, last_number);
comment on table production_lot is 'Declared production lots and their serial ranges (A-05). [distributed by lot_id]';
grant insert, select on production_lot to countermark_app;

create table register (
  register_id integer not null,
  name text not null,
  kind text not null,
  constraint register_name_key UNIQUE (name),
  constraint register_pkey PRIMARY KEY (register_id)
);
comment on table register is 'The registers whose files are brought in: of State holdings, of evidence, of civil holders.';
grant insert, select, update on register to countermark_app;

create table schema_migration (
  number integer not null,
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_pkey PRIMARY KEY (number)
);

create table tree_node (
  level smallint not null,
  node_index bigint not null,
  hash bytea not null,
  constraint tree_node_pkey PRIMARY KEY (level, node_index)
);
comment on table tree_node is 'Roots of complete subtrees of 256^level leaves, so that a proof reads a few hundred hashes and not the tree. Insert only. [distributed by node_index]';
grant insert, select on tree_node to countermark_app;

create table work_item (
  subject_id uuid not null,
  item_id uuid not null,
  kind text not null,
  severity text not null,
  entry_id uuid not null,
  against_id uuid,
  opened_at timestamp with time zone not null,
  due_on date,
  closed_at timestamp with time zone,
  constraint work_item_pkey PRIMARY KEY (subject_id, item_id)
);
CREATE INDEX work_item_open ON work_item USING btree (severity, opened_at) WHERE (closed_at IS NULL);
comment on table work_item is 'Alarms, contradictions and proposals that wait for a person. [distributed by subject_id]';
grant insert, select, update on work_item to countermark_app;
