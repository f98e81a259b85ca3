-- Traces and the requests between States that belong to them. Each row is folded from entries of the ledger whose subject is
-- the trace; what was said, and words that may name people, stand here beside their salted digests, and can be erased.

create table trace (
  trace_id uuid primary key,
  kind text not null check (kind in ('own', 'asked')),
  status text not null check (status in ('open', 'closed')),
  arm_id uuid,
  agency_id uuid,
  case_reference text,
  outcome text,
  failure text,
  stage text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  touched_at timestamptz not null,
  maker text,
  serial_prefix text,
  serial_number bigint,
  serial_digits smallint,
  content bytea,
  salt bytea,
  constraint trace_content check ((content is null) = (salt is null))
);
create index trace_open on trace (touched_at) where status = 'open';
create index trace_arm on trace (arm_id, trace_id) where arm_id is not null;
create index trace_closed on trace (closed_at) where status = 'closed';
create index trace_lot on trace (maker, serial_prefix, serial_digits, serial_number) where serial_number is not null;
comment on table trace is 'One thing that is traced: recovered here (own) or asked about by another (asked). [distributed by trace_id]';
comment on column trace.agency_id is 'Whose trace it is; null where it belongs to the national contact.';
comment on column trace.content is 'What is traced and how it came to light, canonical JSON; the entry that opened the trace holds its salted digest. Null once erased.';
comment on column trace.serial_number is 'With maker, prefix and digits: where the number lies, so that recoveries close together are seen.';

create table trace_request (
  trace_id uuid not null,
  request_id uuid not null,
  ours text not null check (ours in ('requester', 'responder')),
  channel text not null,
  country text,
  peer_id uuid,
  thread_id uuid not null,
  status text not null,
  urgent boolean not null,
  our_reference text not null,
  their_reference text,
  asked_at timestamptz not null,
  acknowledged_at timestamptz,
  settled_at timestamptz,
  acknowledge_due timestamptz,
  answer_due timestamptz,
  review_due timestamptz,
  failure text,
  primary key (trace_id, request_id)
);
create index trace_request_due on trace_request (coalesce(acknowledge_due, answer_due)) where settled_at is null;
create index trace_request_asked on trace_request (asked_at);
comment on table trace_request is 'Requests between States, one row each, as folded from what was said. [distributed by trace_id]';
comment on column trace_request.thread_id is 'How both sides call this request.';
comment on column trace_request.answer_due is 'Null while the requester is asked for more: the clock stands.';

create table trace_thread (
  thread_id uuid not null,
  peer_id uuid not null,
  trace_id uuid not null,
  request_id uuid not null,
  primary key (thread_id, peer_id)
);
comment on table trace_thread is 'Which request a thread of a partner is. [distributed by thread_id]';

create table trace_message (
  trace_id uuid not null,
  request_id uuid not null,
  side text not null check (side in ('requester', 'responder')),
  seq integer not null,
  kind text not null,
  seen integer not null,
  sent_at timestamptz not null,
  recorded_at timestamptz not null,
  channel text not null,
  entry_id uuid not null,
  message_id uuid,
  document_id uuid,
  content bytea,
  salt bytea,
  signed bytea,
  primary key (trace_id, request_id, side, seq),
  constraint trace_message_content check ((content is null) = (salt is null))
);
comment on table trace_message is 'What was said in a request, by whichever way it came. [distributed by trace_id]';
comment on column trace_message.content is 'Canonical JSON. The entry holds its salted digest, and of a signed message that of the signed bytes.';
comment on column trace_message.signed is 'The message as its sender signed it, where it came or went between nodes.';

create table trace_draft (
  trace_id uuid not null,
  draft_id uuid not null,
  request_id uuid not null,
  drafted_at timestamptz not null,
  drafted_by text not null,
  state text not null check (state in ('waiting', 'released', 'sent-back')),
  content bytea,
  salt bytea,
  primary key (trace_id, draft_id),
  constraint trace_draft_content check ((content is null) = (salt is null))
);
create index trace_draft_waiting on trace_draft (drafted_at) where state = 'waiting';
comment on table trace_draft is 'Answers on their way out: drafted by one officer, released by another. [distributed by trace_id]';

create table trace_words (
  trace_id uuid not null,
  entry_id uuid not null,
  words text,
  salt bytea,
  primary key (trace_id, entry_id),
  constraint trace_words_salt check ((words is null) = (salt is null))
);
comment on table trace_words is 'Free words of an entry of a trace: questions, findings, reasons. [distributed by trace_id]';

create table agency_question (
  trace_id uuid not null,
  question_id uuid not null,
  agency_id uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz not null,
  reminded_at timestamptz,
  answered_at timestamptz,
  primary key (trace_id, question_id)
);
create index agency_question_open on agency_question (agency_id, due_at) where answered_at is null;
create index agency_question_due on agency_question (due_at) where answered_at is null;
comment on table agency_question is 'What other agencies of the State were asked, with their days. [distributed by trace_id]';

create table trace_rule (
  version integer primary key,
  rules text not null,
  entry_id uuid not null,
  set_at timestamptz not null
);
comment on table trace_rule is 'The clocks of a State and how its answers are released; the last version holds.';

grant select, insert, update on trace, trace_request, trace_thread, trace_message, trace_draft, trace_words, agency_question,
  trace_rule to countermark_app;
