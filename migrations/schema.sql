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

create table access_subject (
  subject_id uuid not null,
  access_id uuid not null,
  constraint access_subject_pkey PRIMARY KEY (subject_id, access_id)
);
comment on table access_subject is 'What each line of the access log is about, filled when a batch of lines gets its digest, so that looking stays cheap. [distributed by subject_id]';
grant insert, select on access_subject to countermark_app;

create table account (
  account_id uuid not null,
  login text not null,
  password_hash text,
  totp_secret text,
  totp_step bigint,
  state text not null,
  must_change boolean not null default false,
  language text not null,
  created_at timestamp with time zone not null,
  constraint account_login_check CHECK ((login ~ '^[a-z0-9][a-z0-9.-]{0,38}[a-z0-9]$'::text)),
  constraint account_login_key UNIQUE (login),
  constraint account_pkey PRIMARY KEY (account_id),
  constraint account_state_check CHECK ((state = ANY (ARRAY['invited'::text, 'active'::text, 'suspended'::text])))
);
comment on table account is 'One row per person who can sign in; thousands at most. The id stands in the ledger, the name never.';
comment on column account.password_hash is 'Argon2id with its parameters; empty until the person has set one.';
comment on column account.totp_secret is 'Sealed with the sign-in secret of the home, under the id of the key that sealed it.';
comment on column account.totp_step is 'The last step of time whose code was taken: no code counts twice.';
grant insert, select, update on account to countermark_app;

create table account_name (
  account_id uuid not null,
  salt bytea not null,
  name text not null,
  constraint account_name_pkey PRIMARY KEY (account_id)
);
comment on table account_name is 'Names of those who sign in, apart from the ledger, which holds a salted digest. An erasure deletes the row. [distributed by account_id]';
grant delete, insert, select, update on account_name to countermark_app;

create table agency_question (
  trace_id uuid not null,
  question_id uuid not null,
  agency_id uuid not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  answered_at timestamp with time zone,
  constraint agency_question_pkey PRIMARY KEY (trace_id, question_id)
);
CREATE INDEX agency_question_answered ON agency_question USING btree (answered_at) WHERE (answered_at IS NOT NULL);
CREATE INDEX agency_question_due ON agency_question USING btree (due_at) WHERE (answered_at IS NULL);
CREATE INDEX agency_question_open ON agency_question USING btree (agency_id, due_at) WHERE (answered_at IS NULL);
comment on table agency_question is 'What other agencies of the State were asked, with their days. [distributed by trace_id]';
grant insert, select, update on agency_question to countermark_app;

create table api_key (
  hash bytea not null,
  key_id uuid not null,
  name text not null,
  role text not null,
  party_id uuid,
  made_by text not null,
  made_at timestamp with time zone not null,
  expires_on date not null,
  ended_at timestamp with time zone,
  per_minute integer not null,
  constraint api_key_hash_check CHECK ((octet_length(hash) = 32)),
  constraint api_key_per_minute_check CHECK (((per_minute >= 1) AND (per_minute <= 100000))),
  constraint api_key_pkey PRIMARY KEY (hash)
);
CREATE INDEX api_key_id ON api_key USING btree (key_id);
comment on table api_key is 'Keys of other programs, by the SHA-256 of their secret, which is shown once and kept nowhere. [distributed by hash]';
grant insert, select on api_key to countermark_app;
grant update (ended_at) on api_key to countermark_app;

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
  receiver_id uuid,
  constraint arm_pkey PRIMARY KEY (arm_id)
);
CREATE INDEX arm_bearer ON arm USING btree (bearer_id, arm_id) WHERE (bearer_id IS NOT NULL);
CREATE INDEX arm_keeper ON arm USING btree (keeper_id, last_on, arm_id) WHERE (keeper_id IS NOT NULL);
CREATE INDEX arm_last ON arm USING btree (last_on, arm_id);
CREATE INDEX arm_maker ON arm USING btree (maker_key, model_key, arm_id) WHERE (maker_key IS NOT NULL);
CREATE INDEX arm_owner ON arm USING btree (owner_id, arm_id) WHERE (owner_id IS NOT NULL);
CREATE INDEX arm_pending ON arm USING btree (pending_due, arm_id) WHERE (pending_due IS NOT NULL);
CREATE INDEX arm_receiver ON arm USING btree (receiver_id, arm_id) WHERE (receiver_id IS NOT NULL);
CREATE INDEX arm_status ON arm USING btree (status, arm_id) WHERE (status <> ALL (ARRAY['registered'::text, 'in-stock'::text, 'in-evidence'::text, 'in-civil-possession'::text]));
CREATE INDEX arm_unit ON arm USING btree (unit_id, last_on, arm_id) WHERE (unit_id IS NOT NULL);
comment on table arm is 'What the entries of an arm amount to now: one row an arm, folded from the ledger and never believed against it. [distributed by arm_id]';
comment on column arm.keeper_id is 'The one keeper now. Owner, accounting unit, keeper and bearer are four things.';
comment on column arm.version is 'Entries folded so far; rises by one with each.';
comment on column arm.receiver_id is 'To whom the arm was posted and who has not confirmed: may see it before it is there.';
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
  fold text not null,
  said bigint not null,
  constraint arm_mark_pkey PRIMARY KEY (arm_id, mark_no)
);
CREATE STATISTICS arm_mark_backwards ON reverse(fold) FROM arm_mark;
CREATE INDEX arm_mark_fold ON arm_mark USING btree (fold, arm_id) INCLUDE (key, said) WHERE (kind = ANY (ARRAY['serial'::text, 'state-number'::text, 'assembly'::text]));
CREATE INDEX arm_mark_fold_backwards ON arm_mark USING btree (reverse(fold)) WHERE (kind = ANY (ARRAY['serial'::text, 'state-number'::text, 'assembly'::text]));
comment on table arm_mark is 'Marks by the key they are found under; the readings themselves stand in the entries. [distributed by arm_id]';
comment on column arm_mark.fold is 'One byte for each place; what looks alike has one byte. Finds, and never replaces what was read.';
comment on column arm_mark.said is 'What is said of the arm, as one number: arms that are described alike share it. Tells descriptions apart, and is never shown.';
grant delete, insert, select on arm_mark to countermark_app;

create table arm_number (
  number text not null,
  arm_id uuid not null,
  constraint arm_number_pkey PRIMARY KEY (number)
);
comment on table arm_number is 'State numbers, each given once. [distributed by number]';
grant insert, select on arm_number to countermark_app;

create table contact (
  contact_id uuid not null,
  version integer not null,
  details text not null,
  person text,
  salt bytea,
  confirmed_on date,
  source text not null,
  how text not null,
  operator text not null,
  recorded_at timestamp with time zone not null,
  entry_id uuid not null,
  constraint contact_details_check CHECK ((octet_length(details) <= 16384)),
  constraint contact_how_check CHECK ((how = ANY (ARRAY['recorded'::text, 'confirmed'::text]))),
  constraint contact_person CHECK (((person IS NULL) = (salt IS NULL))),
  constraint contact_person_check CHECK ((octet_length(person) <= 8192)),
  constraint contact_pkey PRIMARY KEY (contact_id, version),
  constraint contact_version_check CHECK ((version > 0))
);
comment on table contact is 'Contacts of States and bodies, each version a row that is only added; the last one counts. Few rows, made by hand. [distributed by contact_id]';
comment on column contact.details is 'State, kind, office, address, channels and so on as JSON: what also stands in the entry.';
comment on column contact.person is 'A published name, telephones and e-mail addresses as JSON: the ledger holds their salted digest. Null with its salt where there is none, or once it was erased.';
comment on column contact.source is 'Where the details, or their confirmation, come from.';
grant insert, select on contact to countermark_app;
grant update (person, salt) on contact to countermark_app;

create table document (
  document_id uuid not null,
  arm_id uuid,
  kind text not null,
  media text not null,
  size_bytes integer not null,
  digest bytea not null,
  title text,
  part text,
  taken text,
  added_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  trace_id uuid,
  constraint document_digest_check CHECK ((octet_length(digest) = 32)),
  constraint document_kind_check CHECK ((kind = ANY (ARRAY['photograph'::text, 'document'::text]))),
  constraint document_pkey PRIMARY KEY (document_id),
  constraint document_size_bytes_check CHECK ((size_bytes > 0)),
  constraint document_subject CHECK (((arm_id IS NULL) OR (trace_id IS NULL)))
);
CREATE INDEX document_arm ON document USING btree (arm_id, added_at, document_id);
CREATE INDEX document_trace ON document USING btree (trace_id, added_at, document_id) WHERE (trace_id IS NOT NULL);
CREATE INDEX document_waiting ON document USING btree (added_at, document_id) WHERE ((arm_id IS NULL) AND (trace_id IS NULL));
comment on table document is 'Photographs and documents of arms and of traces, by the id of the act that added them. [distributed by document_id]';
comment on column document.media is 'Told by the first bytes, never by a name.';
comment on column document.digest is 'SHA-256 of the original; the same stands in an entry of the arm, which is what is believed.';
comment on column document.title is 'May name a person, so it stands here and not in the ledger, and goes with an erasure.';
comment on column document.erased_at is 'When its bytes, copies and title were erased by order.';
comment on column document.trace_id is 'The trace that a paper belongs to; with no arm either, it waits to be registered.';
grant insert, select on document to countermark_app;
grant update (erased_at, title, trace_id) on document to countermark_app;

create table document_chunk (
  document_id uuid not null,
  form text not null,
  chunk_no integer not null,
  bytes bytea not null,
  constraint document_chunk_form_check CHECK ((form = ANY (ARRAY['original'::text, 'large'::text, 'thumb'::text]))),
  constraint document_chunk_pkey PRIMARY KEY (document_id, form, chunk_no),
  constraint document_chunk_size CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 49152)))
);
alter table document_chunk alter column bytes set storage external;
comment on table document_chunk is 'The bytes of originals and copies, 48 KiB to a row: no reader or backup has to hold a whole file. [distributed by document_id]';
grant delete, insert, select on document_chunk to countermark_app;

create table document_copy (
  document_id uuid not null,
  form text not null,
  media text not null,
  width integer not null,
  height integer not null,
  size_bytes integer not null,
  digest bytea not null,
  constraint document_copy_form_check CHECK ((form = ANY (ARRAY['large'::text, 'thumb'::text]))),
  constraint document_copy_pkey PRIMARY KEY (document_id, form)
);
comment on table document_copy is 'Our own re-encoded copies of pictures, turned upright, bounded, without position, device or any other metadata: all that is ever shown in a page. [distributed by document_id]';
grant delete, insert, select on document_copy to countermark_app;

create table draft (
  account_id uuid not null,
  draft_id uuid not null,
  path text not null,
  fields text not null,
  saved_at timestamp with time zone not null,
  constraint draft_fields_check CHECK ((octet_length(fields) <= 65536)),
  constraint draft_path_check CHECK (((char_length(path) >= 1) AND (char_length(path) <= 300))),
  constraint draft_pkey PRIMARY KEY (account_id, draft_id)
);
CREATE INDEX draft_saved ON draft USING btree (saved_at);
comment on table draft is 'Unfinished forms, each its owner''s alone, under the id that its submission will have. [distributed by account_id]';
comment on column draft.path is 'The address of the form it belongs to.';
comment on column draft.fields is 'Names and values as typed, as JSON. May name persons, hence its short life.';
grant delete, insert, select, update on draft to countermark_app;

create table emergency_access (
  arm_id uuid not null,
  emergency_id uuid not null,
  account_id uuid not null,
  reason text,
  salt bytea,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  reviewed_at timestamp with time zone,
  reviewed_by text,
  verdict text,
  review text,
  match_id uuid,
  constraint emergency_access_ground CHECK ((((reason IS NULL) = (match_id IS NOT NULL)) AND ((salt IS NULL) = (match_id IS NOT NULL)))),
  constraint emergency_access_pkey PRIMARY KEY (arm_id, emergency_id),
  constraint emergency_access_verdict_check CHECK ((verdict = ANY (ARRAY['justified'::text, 'not-justified'::text])))
);
CREATE INDEX emergency_access_account ON emergency_access USING btree (account_id) WHERE (reviewed_at IS NULL);
CREATE INDEX emergency_access_id ON emergency_access USING btree (emergency_id);
CREATE INDEX emergency_access_open ON emergency_access USING btree (until_at, emergency_id) WHERE (reviewed_at IS NULL);
comment on table emergency_access is 'One arm opened to one person for an hour, with the reason, to be reviewed the next day. [distributed by arm_id]';
comment on column emergency_access.salt is 'The ledger holds the salted digest of the reason, whose words may name persons.';
comment on column emergency_access.match_id is 'The decision by which holder and site were opened in the place of a reason; its why stands in match.';
grant insert, select on emergency_access to countermark_app;
grant update (review, reviewed_at, reviewed_by, verdict) on emergency_access to countermark_app;

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

create table exchange_card (
  node_id uuid not null,
  seq integer not null,
  signed text not null,
  made_at timestamp with time zone not null,
  entry_id uuid not null,
  constraint exchange_card_pkey PRIMARY KEY (node_id, seq),
  constraint exchange_card_seq_check CHECK ((seq > 0)),
  constraint exchange_card_signed_check CHECK ((octet_length(signed) <= 16384))
);
comment on table exchange_card is 'The cards of this node itself, none ever altered; the newest counts. Few rows. [distributed by node_id]';
comment on column exchange_card.signed is 'The card signed by its own key (JWS), as it is handed to others.';
grant insert, select on exchange_card to countermark_app;

create table exchange_refused (
  code text not null,
  day date not null,
  count bigint not null,
  constraint exchange_refused_code_check CHECK ((char_length(code) <= 40)),
  constraint exchange_refused_pkey PRIMARY KEY (code, day)
);
comment on table exchange_refused is 'How often something was not taken, by code and day: all that is kept of what strangers send. [distributed by code]';
grant delete, insert, select, update on exchange_refused to countermark_app;

create table export_request (
  request_id uuid not null,
  asker text not null,
  asked_at timestamp with time zone not null,
  asks text[] not null,
  arms integer not null,
  purpose text not null,
  reach text not null,
  parties uuid[] not null,
  criteria text,
  reason text,
  salt bytea,
  decided_at timestamp with time zone,
  decided_by uuid,
  verdict text,
  said text,
  drawn_at timestamp with time zone,
  drawn_arms integer,
  digest text,
  constraint export_request_arms_check CHECK ((arms > 0)),
  constraint export_request_asks_check CHECK (((asks <@ '{holder,site}'::text[]) AND ((cardinality(asks) >= 1) AND (cardinality(asks) <= 2)))),
  constraint export_request_criteria_check CHECK ((octet_length(criteria) <= 8192)),
  constraint export_request_decided CHECK ((((decided_at IS NULL) = (verdict IS NULL)) AND ((decided_by IS NULL) = (verdict IS NULL)))),
  constraint export_request_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint export_request_drawn CHECK (((drawn_at IS NULL) OR (verdict = 'approved'::text))),
  constraint export_request_pkey PRIMARY KEY (request_id),
  constraint export_request_purpose_check CHECK (((char_length(purpose) >= 1) AND (char_length(purpose) <= 200))),
  constraint export_request_reach_check CHECK ((reach = ANY (ARRAY['all'::text, 'own'::text, 'civil'::text]))),
  constraint export_request_verdict_check CHECK ((verdict = ANY (ARRAY['approved'::text, 'refused'::text])))
);
CREATE INDEX export_request_asker ON export_request USING btree (asker, request_id);
CREATE INDEX export_request_kept ON export_request USING btree (asked_at) WHERE (reason IS NOT NULL);
CREATE INDEX export_request_waiting ON export_request USING btree (request_id) WHERE (verdict IS NULL);
comment on table export_request is 'Requests for a file that names persons or sites, with what a second person said of each and what was drawn. [distributed by request_id]';
comment on column export_request.asker is 'Id of an account, or key: and the id of a key. Only the asker draws the file.';
comment on column export_request.arms is 'How many arms fitted when it was asked, within the rights of that moment.';
comment on column export_request.reach is 'How far the asker reached when asking, with parties: the file never goes further, whatever was granted since.';
comment on column export_request.criteria is 'The search as typed, as JSON. May name persons, so it goes after thirty days, with the reason, what was said of it, and the salt.';
comment on column export_request.salt is 'The ledger holds the salted digest of search and reason, whose words may name persons.';
grant insert, select on export_request to countermark_app;
grant update (criteria, decided_at, decided_by, digest, drawn_arms, drawn_at, reason, said, salt, verdict) on export_request to countermark_app;

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

create table inbox (
  node_id uuid not null,
  message_id uuid not null,
  thread_id uuid not null,
  seq integer not null,
  type text not null,
  digest text not null,
  made_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  state text not null,
  code text,
  reason text,
  signed bytea,
  receipt bytea not null,
  receipt_due boolean not null,
  conflicts integer not null default 0,
  constraint inbox_code CHECK (((code IS NOT NULL) = (state = 'refused'::text))),
  constraint inbox_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint inbox_node_id_thread_id_seq_key UNIQUE (node_id, thread_id, seq),
  constraint inbox_pkey PRIMARY KEY (node_id, message_id),
  constraint inbox_receipt_check CHECK ((octet_length(receipt) <= 32768)),
  constraint inbox_seq_check CHECK ((seq > 0)),
  constraint inbox_signed CHECK (((signed IS NULL) = (state = 'refused'::text))),
  constraint inbox_signed_check CHECK ((octet_length(signed) <= 8388608)),
  constraint inbox_state_check CHECK ((state = ANY (ARRAY['held'::text, 'done'::text, 'refused'::text]))),
  constraint inbox_type_check CHECK ((char_length(type) <= 60))
);
CREATE INDEX inbox_due ON inbox USING btree (node_id) WHERE receipt_due;
CREATE INDEX inbox_held ON inbox USING btree (node_id, thread_id, seq) WHERE (state = 'held'::text);
CREATE INDEX inbox_received ON inbox USING btree (node_id, received_at);
comment on table inbox is 'What came from peers and was known to come from them. Of a message that was refused nothing stands here but that. [distributed by node_id]';
comment on column inbox.node_id is 'The peer that it came from.';
comment on column inbox.signed is 'As the peer signed it (JWS); absent where it was refused.';
comment on column inbox.receipt is 'The receipt as it travels, given again where the same message comes again.';
comment on column inbox.receipt_due is 'True where the message came in a file, so that the next file takes its receipt back.';
comment on column inbox.conflicts is 'How often something else came under this id or for this place.';
grant insert, select, update on inbox to countermark_app;

create table ledger_act (
  act_id uuid not null,
  kind text not null,
  operator text not null,
  recorded_at timestamp with time zone not null,
  result text not null,
  constraint ledger_act_pkey PRIMARY KEY (act_id)
);
CREATE INDEX ledger_act_facts ON ledger_act USING btree (recorded_at, act_id) WHERE (kind = ANY (ARRAY['record-event'::text, 'register-arm'::text, 'correct-entry'::text]));
CREATE INDEX ledger_act_match ON ledger_act USING btree ((((result)::jsonb ->> 'arm'::text))) WHERE (kind = 'decide-match'::text);
CREATE INDEX ledger_act_rights ON ledger_act USING btree (recorded_at, act_id) WHERE (kind = ANY (ARRAY['add-person'::text, 'rename-person'::text, 'suspend-person'::text, 'reinstate-person'::text, 'reset-person'::text, 'post-person'::text, 'end-posting'::text, 'define-role'::text, 'make-api-key'::text, 'end-api-key'::text, 'erase-personal-data'::text, 'open-first-link'::text, 'restore-home'::text]));
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

create table listing (
  listing_id uuid not null,
  side text not null,
  peer_id uuid,
  their_id uuid,
  country text,
  arm_id uuid,
  listed_as text not null,
  standing text not null,
  renewed integer not null default 0,
  expires_on date not null,
  came_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  class text not null,
  maker text,
  model text,
  calibre text,
  made_in text,
  content bytea,
  salt bytea,
  constraint listing_content CHECK (((content IS NULL) = (salt IS NULL))),
  constraint listing_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint listing_listed_as_check CHECK ((listed_as = ANY (ARRAY['lost'::text, 'stolen'::text, 'trafficked'::text]))),
  constraint listing_pkey PRIMARY KEY (listing_id),
  constraint listing_side CHECK (
CASE side
    WHEN 'own'::text THEN ((arm_id IS NOT NULL) AND (peer_id IS NULL))
    ELSE ((peer_id IS NOT NULL) AND (their_id IS NOT NULL) AND (country IS NOT NULL))
END),
  constraint listing_side_check CHECK ((side = ANY (ARRAY['own'::text, 'partner'::text]))),
  constraint listing_standing_check CHECK ((standing = ANY (ARRAY['proposed'::text, 'live'::text, 'cancelled'::text, 'expired'::text])))
);
CREATE INDEX listing_arm ON listing USING btree (arm_id) WHERE (standing = ANY (ARRAY['proposed'::text, 'live'::text]));
CREATE INDEX listing_came ON listing USING btree (peer_id, came_at);
CREATE INDEX listing_expires ON listing USING btree (expires_on) WHERE (standing = ANY (ARRAY['proposed'::text, 'live'::text]));
CREATE INDEX listing_theirs ON listing USING btree (peer_id, their_id);
comment on table listing is 'Entries of lists of lost, stolen and trafficked arms: our own, and those of partners. [distributed by listing_id]';
comment on column listing.peer_id is 'The partner whose entry it is; null for our own.';
comment on column listing.their_id is 'What that partner calls it: the thread of its messages.';
comment on column listing.content is 'Canonical JSON of what the entry describes; the ledger holds its salted digest.';
grant insert, select, update on listing to countermark_app;

create table listing_hit (
  listing_id uuid not null,
  hit_id uuid not null,
  met_with uuid not null,
  side text not null,
  peer_id uuid,
  country text,
  arm_id uuid,
  trace_id uuid,
  met text not null,
  probability smallint,
  standing text not null,
  told boolean not null,
  withheld text,
  met_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  due_at timestamp with time zone,
  reminded_at timestamp with time zone,
  constraint listing_hit_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint listing_hit_met_check CHECK ((met = ANY (ARRAY['arrival'::text, 'registration'::text, 'seizure'::text, 'licence'::text, 'trace'::text, 'elsewhere'::text]))),
  constraint listing_hit_once UNIQUE (listing_id, met_with),
  constraint listing_hit_pkey PRIMARY KEY (listing_id, hit_id),
  constraint listing_hit_probability_check CHECK (((probability >= 0) AND (probability <= 1000))),
  constraint listing_hit_side_check CHECK ((side = ANY (ARRAY['finder'::text, 'lister'::text]))),
  constraint listing_hit_standing_check CHECK ((standing = ANY (ARRAY['open'::text, 'asked'::text, 'confirmed'::text, 'not-live'::text, 'not-same'::text, 'cannot-tell'::text])))
);
CREATE INDEX listing_hit_arm ON listing_hit USING btree (arm_id) WHERE (arm_id IS NOT NULL);
CREATE INDEX listing_hit_day ON listing_hit USING btree (peer_id, met_at);
CREATE INDEX listing_hit_due ON listing_hit USING btree (due_at) WHERE (standing = 'asked'::text);
CREATE INDEX listing_hit_id ON listing_hit USING btree (hit_id);
CREATE INDEX listing_hit_theirs ON listing_hit USING btree (peer_id, met_with);
comment on table listing_hit is 'Something was met that looks like a listed arm: a lead, and no more until the listing side confirmed it. [distributed by listing_id]';
comment on column listing_hit.met_with is 'What was met: an arm, a trace, or the hit as the partner that met it calls it. One entry meets one thing once.';
comment on column listing_hit.probability is 'In thousandths, as it was weighed when it was met.';
comment on column listing_hit.told is 'True where the listing side knows of it.';
comment on column listing_hit.withheld is 'Why the listing side was not told.';
grant insert, select, update on listing_hit to countermark_app;

create table listing_number (
  fold text not null,
  listing_id uuid not null,
  key text not null,
  constraint listing_number_pkey PRIMARY KEY (fold, listing_id, key)
);
CREATE INDEX listing_number_backwards ON listing_number USING btree (reverse(fold));
CREATE INDEX listing_number_listing ON listing_number USING btree (listing_id);
comment on table listing_number is 'The numbers of live entries under every fold that they may be, so that one indexed look tells whether an arm is listed. Gone where the entry is not live. [distributed by fold]';
grant delete, insert, select on listing_number to countermark_app;

create table listing_partner (
  listing_id uuid not null,
  peer_id uuid not null,
  country text not null,
  last_sent text,
  message_id uuid,
  sent_at timestamp with time zone,
  cancel_told_at timestamp with time zone,
  constraint listing_partner_last_sent_check CHECK ((last_sent = ANY (ARRAY['published'::text, 'renewed'::text, 'cancelled'::text]))),
  constraint listing_partner_pkey PRIMARY KEY (listing_id, peer_id)
);
comment on table listing_partner is 'To which partners an own entry goes, what was sent to each last, and who told that it cancelled. [distributed by listing_id]';
grant insert, select, update on listing_partner to countermark_app;

create table listing_words (
  subject_id uuid not null,
  entry_id uuid not null,
  words text,
  salt bytea,
  constraint listing_words_pkey PRIMARY KEY (subject_id, entry_id),
  constraint listing_words_salt CHECK (((words IS NULL) = (salt IS NULL)))
);
comment on table listing_words is 'Free words of an entry of a listing or a hit: reasons, questions, answers. [distributed by subject_id]';
grant insert, select, update on listing_words to countermark_app;

create table match (
  arm_id uuid not null,
  match_id uuid not null,
  operator text not null,
  decided_at timestamp with time zone not null,
  reading text not null,
  decision text not null,
  probability double precision not null,
  why text,
  salt bytea,
  proposal_entry uuid not null,
  entry_id uuid not null,
  constraint match_decision_check CHECK ((decision = ANY (ARRAY['same'::text, 'not-same'::text, 'unsure'::text]))),
  constraint match_pkey PRIMARY KEY (arm_id, match_id),
  constraint match_probability_check CHECK (((probability >= (0)::double precision) AND (probability <= (1)::double precision))),
  constraint match_reading_check CHECK ((octet_length(reading) <= 16384)),
  constraint match_words CHECK (((why IS NULL) = (salt IS NULL)))
);
CREATE INDEX match_id ON match USING btree (match_id);
CREATE INDEX match_operator ON match USING btree (operator, match_id);
comment on table match is 'Decisions on whether a reading is of an arm, one row each; of one reading and arm the latest counts. Nothing of the arm changes by it. [distributed by arm_id]';
comment on column match.reading is 'The readings as they were understood, in the canonical writing.';
comment on column match.probability is 'What the machine gave this arm when it was decided.';
comment on column match.why is 'May name a person: the ledger holds its salted digest. Null with its salt once it was erased.';
grant delete, insert, select, update on match to countermark_app;

create table notice_address (
  address_id uuid not null,
  address text not null,
  agency_id uuid,
  language text not null,
  sent_at timestamp with time zone not null,
  constraint notice_address_address_check CHECK ((octet_length(address) <= 320)),
  constraint notice_address_language_check CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'ar'::text]))),
  constraint notice_address_pkey PRIMARY KEY (address_id)
);
comment on table notice_address is 'Mailboxes that are told that something waits. [distributed by address_id]';
comment on column notice_address.agency_id is 'The agency whose questions are meant; null for the trace desk.';
comment on column notice_address.sent_at is 'When the last notice went out: only what came after it is news.';
grant delete, insert, select, update on notice_address to countermark_app;

create table one_time_link (
  token_hash bytea not null,
  purpose text not null,
  account_id uuid,
  clears_second_factor boolean not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint one_time_link_pkey PRIMARY KEY (token_hash),
  constraint one_time_link_purpose_check CHECK ((purpose = ANY (ARRAY['first-administrator'::text, 'invitation'::text, 'reset'::text]))),
  constraint one_time_link_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
CREATE INDEX one_time_link_account ON one_time_link USING btree (account_id) WHERE (account_id IS NOT NULL);
comment on table one_time_link is 'Addresses handed over in person that set a password once, by the SHA-256 of their token. [distributed by token_hash]';
grant delete, insert, select, update on one_time_link to countermark_app;

create table outbox (
  node_id uuid not null,
  message_id uuid not null,
  thread_id uuid not null,
  seq integer not null,
  type text not null,
  digest text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  signed bytea not null,
  sealed bytea,
  attempts integer not null default 0,
  next_at timestamp with time zone,
  last_answer text,
  result text,
  code text,
  reason text,
  receipt bytea,
  receipt_at timestamp with time zone,
  given_back text,
  constraint outbox_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint outbox_given_back_check CHECK ((given_back = ANY (ARRAY['proven'::text, 'unproven'::text]))),
  constraint outbox_node_id_thread_id_seq_key UNIQUE (node_id, thread_id, seq),
  constraint outbox_open CHECK (((sealed IS NULL) = (next_at IS NULL))),
  constraint outbox_pkey PRIMARY KEY (node_id, message_id),
  constraint outbox_result_check CHECK ((result = ANY (ARRAY['taken'::text, 'held'::text, 'refused'::text]))),
  constraint outbox_sealed_check CHECK ((octet_length(sealed) <= 8388608)),
  constraint outbox_seq_check CHECK ((seq > 0)),
  constraint outbox_signed_check CHECK ((octet_length(signed) <= 8388608))
);
CREATE INDEX outbox_due ON outbox USING btree (next_at) WHERE (next_at IS NOT NULL);
comment on table outbox is 'What was sent to peers, as the bytes that were signed, with the receipt where one came. A row is made in the transaction of the act that sends. [distributed by node_id]';
comment on column outbox.node_id is 'The peer that it is for.';
comment on column outbox.sealed is 'As it travels, by whatever way; null once a receipt ended it.';
comment on column outbox.next_at is 'When it is tried next; null once a receipt ended it.';
comment on column outbox.last_answer is 'What the last attempt brought in the place of a receipt: a word, of no authority.';
comment on column outbox.receipt is 'The receipt as its sender signed it (JWS).';
comment on column outbox.given_back is 'Set where this node had lost the message and the receiver gave it back: proven by our own signature, or only named, so that its place is known as taken.';
grant insert, select, update on outbox to countermark_app;

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
CREATE INDEX party_into ON party USING btree (into_id, party_id) WHERE (into_id IS NOT NULL);
CREATE INDEX party_name ON party USING btree (name_key, party_id);
CREATE INDEX party_parent ON party USING btree (parent_id, party_id) WHERE (parent_id IS NOT NULL);
comment on table party is 'Agencies, units, depots, courts, companies and persons; the names of persons are not here. [distributed by party_id]';
grant insert, select, update on party to countermark_app;

create table passkey (
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  sign_count bigint not null,
  transports text not null,
  added_at timestamp with time zone not null,
  constraint passkey_credential_id_check CHECK (((length(credential_id) >= 1) AND (length(credential_id) <= 1400))),
  constraint passkey_pkey PRIMARY KEY (account_id, credential_id)
);
comment on table passkey is 'Passkeys as second factors: public keys only. [distributed by account_id]';
grant delete, insert, select, update on passkey to countermark_app;

create table peer (
  node_id uuid not null,
  state text not null,
  name text not null,
  address text not null,
  card_seq integer not null,
  card text not null,
  standing text not null,
  confirmed_at timestamp with time zone,
  confirmed_by text,
  clock_ms bigint,
  heard_at timestamp with time zone,
  entry_id uuid not null,
  lost_since timestamp with time zone,
  lost_asked uuid,
  constraint peer_address_check CHECK ((char_length(address) <= 300)),
  constraint peer_card_check CHECK ((octet_length(card) <= 16384)),
  constraint peer_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  constraint peer_pkey PRIMARY KEY (node_id),
  constraint peer_standing_check CHECK ((standing = ANY (ARRAY['unconfirmed'::text, 'confirmed'::text, 'suspended'::text]))),
  constraint peer_state_check CHECK ((state ~ '^[A-Z]{2}$'::text))
);
comment on table peer is 'Nodes of others, each by the newest card of it that was taken. Few rows. [distributed by node_id]';
comment on column peer.card is 'The card as it came, signed by its own key (JWS).';
comment on column peer.standing is 'Nothing is sent to a peer, or taken from it, whose fingerprint nobody compared.';
comment on column peer.clock_ms is 'How far its clock is ahead of ours, as last seen when both spoke at once; shown, never acted upon.';
comment on column peer.lost_since is 'Set where this node was restored: the moment of its own clock from which on it may have lost what it said to this peer and took from it. Null once the peer gave it back or a person decided.';
comment on column peer.lost_asked is 'The message by which it was asked to give that back.';
grant insert, select, update on peer to countermark_app;

create table peer_key (
  node_id uuid not null,
  kid text not null,
  use text not null,
  x text not null,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint peer_key_kid_check CHECK ((kid ~ '^[A-Za-z0-9_-]{43}$'::text)),
  constraint peer_key_pkey PRIMARY KEY (node_id, kid),
  constraint peer_key_use_check CHECK ((use = ANY (ARRAY['sign'::text, 'seal'::text]))),
  constraint peer_key_x_check CHECK ((x ~ '^[A-Za-z0-9_-]{43}$'::text))
);
CREATE INDEX peer_key_kid ON peer_key USING btree (kid);
comment on table peer_key is 'Public keys of peers, also those that were rotated out or withdrawn. A key may be named by two cards: who sent is told by the message. [distributed by node_id]';
comment on column peer_key.until_at is 'Null for the keys of the newest card; others verify until then.';
grant insert, select, update on peer_key to countermark_app;

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

create table posting (
  account_id uuid not null,
  posting_id uuid not null,
  role text not null,
  party_id uuid,
  from_on date not null,
  until_on date,
  made_by text not null,
  ended_at timestamp with time zone,
  constraint posting_pkey PRIMARY KEY (account_id, posting_id)
);
CREATE INDEX posting_id ON posting USING btree (posting_id);
CREATE INDEX posting_role ON posting USING btree (role, account_id) WHERE (ended_at IS NULL);
comment on table posting is 'A person in a role at an agency, from a day until a day. One works under one posting at a time. [distributed by account_id]';
comment on column posting.until_on is 'The last day on which it holds.';
grant insert, select on posting to countermark_app;
grant update (ended_at) on posting to countermark_app;

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

create table recovery_code (
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_code_code_hash_check CHECK ((octet_length(code_hash) = 32)),
  constraint recovery_code_pkey PRIMARY KEY (account_id, code_hash)
);
comment on table recovery_code is 'Codes for the day the second factor is lost, hashed, each used once. [distributed by account_id]';
grant delete, insert, select, update on recovery_code to countermark_app;

create table reference_entry (
  version integer not null,
  table_name text not null,
  code text not null,
  fields text,
  why text not null,
  operator text not null,
  recorded_at timestamp with time zone not null,
  entry_id uuid not null,
  constraint reference_entry_code_check CHECK (((char_length(code) >= 1) AND (char_length(code) <= 80))),
  constraint reference_entry_fields_check CHECK ((octet_length(fields) <= 65536)),
  constraint reference_entry_pkey PRIMARY KEY (version),
  constraint reference_entry_table_name_check CHECK ((table_name = ANY (ARRAY['maker'::text, 'calibre'::text, 'model'::text, 'grammar'::text, 'practice'::text]))),
  constraint reference_entry_version_check CHECK ((version > 0))
);
CREATE INDEX reference_entry_code ON reference_entry USING btree (table_name, code, version);
comment on table reference_entry is 'Each change of the reference tables by the State: of an entry the last one counts. Few rows, made by hand.';
comment on column reference_entry.version is 'Counts the changes of all tables, so that the highest tells the state of all of them.';
comment on column reference_entry.fields is 'The row as JSON, by the columns of its file; null where the State took its own row back.';
grant insert, select on reference_entry to countermark_app;

create table register (
  register_id integer not null,
  name text not null,
  kind text not null,
  constraint register_name_key UNIQUE (name),
  constraint register_pkey PRIMARY KEY (register_id)
);
comment on table register is 'The registers whose files are brought in: of State holdings, of evidence, of civil holders.';
grant insert, select, update on register to countermark_app;

create table role (
  name text not null,
  powers text not null,
  sees text not null,
  events text not null,
  by_state boolean not null,
  version integer not null,
  second_factor boolean not null default false,
  constraint role_name_check CHECK ((name ~ '^[a-z][a-z0-9-]{1,39}$'::text)),
  constraint role_pkey PRIMARY KEY (name)
);
comment on table role is 'Roles of practice, as data that a State can change: which acts, how far, which fields, which events.';
comment on column role.by_state is 'True once the State has defined the role itself: a newer program then leaves it as it is.';
comment on column role.second_factor is 'True where whoever holds the role in a posting that holds today can do nothing without a second factor but set one up.';
grant insert, select, update on role to countermark_app;

create table schema_migration (
  number integer not null,
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_pkey PRIMARY KEY (number)
);
grant select on schema_migration to countermark_app;

create table search (
  account_id uuid not null,
  search_id uuid not null,
  criteria text not null,
  name text,
  made_at timestamp with time zone not null,
  constraint search_criteria_check CHECK ((octet_length(criteria) <= 8192)),
  constraint search_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 80))),
  constraint search_pkey PRIMARY KEY (account_id, search_id)
);
CREATE INDEX search_made ON search USING btree (made_at);
comment on table search is 'Searches, each its owner''s alone; what they find is asked anew each time, within the rights of that moment. [distributed by account_id]';
comment on column search.criteria is 'Fields and values as typed, as JSON. May name persons, hence its short life.';
comment on column search.name is 'What its owner calls it; without a name it goes after a day, with one after a year.';
grant delete, insert, select, update on search to countermark_app;

create table session (
  token_hash bytea not null,
  account_id uuid not null,
  posting_id uuid,
  kind text not null,
  second_factor boolean not null,
  began_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  challenge text,
  offer text,
  purpose text not null default ''::text,
  session_id uuid not null default gen_random_uuid(),
  browser text not null default ''::text,
  constraint session_browser_check CHECK ((length(browser) <= 40)),
  constraint session_kind_check CHECK ((kind = ANY (ARRAY['half'::text, 'whole'::text]))),
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
CREATE INDEX session_account ON session USING btree (account_id);
CREATE INDEX session_expires ON session USING btree (expires_at);
comment on table session is 'Who is signed in, by the SHA-256 of their token. Ending one deletes the row. Older than the epoch of the ledger counts for nothing, so no restore revives one. [distributed by token_hash]';
comment on column session.kind is 'half: the password was right and the second factor is still to come. whole: signed in.';
comment on column session.challenge is 'What a passkey was last asked to sign; taken away when it is answered.';
comment on column session.offer is 'A secret for codes that was offered and not confirmed yet, sealed.';
comment on column session.purpose is 'What the person works on in this session, a case number where there is one: stands with each look in the access log.';
comment on column session.session_id is 'By what its holder names it to end it; opens nothing.';
comment on column session.browser is 'Roughly what kind, in our own words such as "Firefox, Windows"; empty where it was not told.';
grant delete, insert, select, update on session to countermark_app;

create table sign_in_counter (
  counter_key bytea not null,
  last_at timestamp with time zone not null,
  clears_at timestamp with time zone not null,
  constraint sign_in_counter_counter_key_check CHECK ((octet_length(counter_key) = 32)),
  constraint sign_in_counter_pkey PRIMARY KEY (counter_key)
);
CREATE INDEX sign_in_counter_clears ON sign_in_counter USING btree (clears_at);
comment on table sign_in_counter is 'Failed tries by account and by address, each under a keyed hash: no typed login and no address stands here. [distributed by counter_key]';
comment on column sign_in_counter.clears_at is 'Each failure moves it on by a fixed time, so its distance from now says how many count; once past, the row may go.';
grant delete, insert, select, update on sign_in_counter to countermark_app;

create table sign_in_place (
  account_id uuid not null,
  place_key bytea not null,
  seen_at timestamp with time zone not null,
  constraint sign_in_place_pkey PRIMARY KEY (account_id, place_key),
  constraint sign_in_place_place_key_check CHECK ((octet_length(place_key) = 32))
);
comment on table sign_in_place is 'From where an account has signed in, under a keyed hash: tries from elsewhere cannot make its owner wait there. [distributed by account_id]';
grant delete, insert, select, update on sign_in_place to countermark_app;

create table trace (
  trace_id uuid not null,
  kind text not null,
  status text not null,
  arm_id uuid,
  agency_id uuid,
  case_reference text,
  outcome text,
  failure text,
  stage text,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  touched_at timestamp with time zone not null,
  maker text,
  serial_prefix text,
  serial_number bigint,
  serial_digits smallint,
  content bytea,
  salt bytea,
  constraint trace_content CHECK (((content IS NULL) = (salt IS NULL))),
  constraint trace_kind_check CHECK ((kind = ANY (ARRAY['own'::text, 'asked'::text]))),
  constraint trace_pkey PRIMARY KEY (trace_id),
  constraint trace_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);
CREATE INDEX trace_arm ON trace USING btree (arm_id, trace_id) WHERE (arm_id IS NOT NULL);
CREATE INDEX trace_closed ON trace USING btree (closed_at) WHERE (status = 'closed'::text);
CREATE INDEX trace_lot ON trace USING btree (maker, serial_prefix, serial_digits, serial_number) WHERE (serial_number IS NOT NULL);
CREATE INDEX trace_open ON trace USING btree (touched_at) WHERE (status = 'open'::text);
CREATE INDEX trace_reference ON trace USING btree ("right"((trace_id)::text, 8));
comment on table trace is 'One thing that is traced: recovered here (own) or asked about by another (asked). [distributed by trace_id]';
comment on column trace.agency_id is 'Whose trace it is; null where it belongs to the national contact.';
comment on column trace.serial_number is 'With maker, prefix and digits: where the number lies, so that recoveries close together are seen.';
comment on column trace.content is 'What is traced and how it came to light, canonical JSON; the entry that opened the trace holds its salted digest. Null once erased.';
grant insert, select, update on trace to countermark_app;

create table trace_draft (
  trace_id uuid not null,
  draft_id uuid not null,
  request_id uuid not null,
  drafted_at timestamp with time zone not null,
  drafted_by text not null,
  state text not null,
  content bytea,
  salt bytea,
  constraint trace_draft_content CHECK (((content IS NULL) = (salt IS NULL))),
  constraint trace_draft_pkey PRIMARY KEY (trace_id, draft_id),
  constraint trace_draft_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'released'::text, 'sent-back'::text])))
);
CREATE INDEX trace_draft_waiting ON trace_draft USING btree (drafted_at) WHERE (state = 'waiting'::text);
comment on table trace_draft is 'Answers on their way out: drafted by one officer, released by another. [distributed by trace_id]';
grant insert, select, update on trace_draft to countermark_app;

create table trace_message (
  trace_id uuid not null,
  request_id uuid not null,
  side text not null,
  seq integer not null,
  kind text not null,
  seen integer not null,
  sent_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  channel text not null,
  entry_id uuid not null,
  message_id uuid,
  document_id uuid,
  content bytea,
  salt bytea,
  signed bytea,
  constraint trace_message_content CHECK (((content IS NULL) = (salt IS NULL))),
  constraint trace_message_pkey PRIMARY KEY (trace_id, request_id, side, seq),
  constraint trace_message_side_check CHECK ((side = ANY (ARRAY['requester'::text, 'responder'::text])))
);
CREATE INDEX trace_message_recorded ON trace_message USING btree (recorded_at);
comment on table trace_message is 'What was said in a request, by whichever way it came. [distributed by trace_id]';
comment on column trace_message.content is 'Canonical JSON. The entry holds its salted digest, and of a signed message that of the signed bytes.';
comment on column trace_message.signed is 'The message as its sender signed it, where it came or went between nodes.';
grant insert, select, update on trace_message to countermark_app;

create table trace_request (
  trace_id uuid not null,
  request_id uuid not null,
  ours text not null,
  channel text not null,
  country text,
  peer_id uuid,
  thread_id uuid not null,
  status text not null,
  urgent boolean not null,
  our_reference text not null,
  their_reference text,
  asked_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  settled_at timestamp with time zone,
  acknowledge_due timestamp with time zone,
  answer_due timestamp with time zone,
  review_due timestamp with time zone,
  failure text,
  constraint trace_request_ours_check CHECK ((ours = ANY (ARRAY['requester'::text, 'responder'::text]))),
  constraint trace_request_pkey PRIMARY KEY (trace_id, request_id)
);
CREATE INDEX trace_request_asked ON trace_request USING btree (asked_at);
CREATE INDEX trace_request_due ON trace_request USING btree (COALESCE(acknowledge_due, answer_due)) WHERE (settled_at IS NULL);
CREATE INDEX trace_request_theirs ON trace_request USING btree (their_reference, country) WHERE (ours = 'responder'::text);
comment on table trace_request is 'Requests between States, one row each, as folded from what was said. [distributed by trace_id]';
comment on column trace_request.thread_id is 'How both sides call this request.';
comment on column trace_request.answer_due is 'Null while the requester is asked for more: the clock stands.';
grant insert, select, update on trace_request to countermark_app;

create table trace_rule (
  version integer not null,
  rules text not null,
  entry_id uuid not null,
  set_at timestamp with time zone not null,
  constraint trace_rule_pkey PRIMARY KEY (version)
);
comment on table trace_rule is 'The clocks of a State and how its answers are released; the last version holds.';
grant insert, select, update on trace_rule to countermark_app;

create table trace_thread (
  thread_id uuid not null,
  peer_id uuid not null,
  trace_id uuid not null,
  request_id uuid not null,
  constraint trace_thread_pkey PRIMARY KEY (thread_id, peer_id)
);
comment on table trace_thread is 'Which request a thread of a partner is. [distributed by thread_id]';
grant insert, select, update on trace_thread to countermark_app;

create table trace_words (
  trace_id uuid not null,
  entry_id uuid not null,
  words text,
  salt bytea,
  constraint trace_words_pkey PRIMARY KEY (trace_id, entry_id),
  constraint trace_words_salt CHECK (((words IS NULL) = (salt IS NULL)))
);
comment on table trace_words is 'Free words of an entry of a trace: questions, findings, reasons. [distributed by trace_id]';
grant insert, select, update on trace_words to countermark_app;

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
CREATE INDEX work_item_page ON work_item USING btree (severity, opened_at, item_id) WHERE (closed_at IS NULL);
comment on table work_item is 'Alarms, contradictions and proposals that wait for a person. [distributed by subject_id]';
grant insert, select, update on work_item to countermark_app;
