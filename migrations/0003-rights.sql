-- Who may do what: roles as data, the postings of people to them, keys of other programs, emergency access, and the index
-- by which the access log answers "who looked at this arm". Nothing here is believed against the ledger: each change is
-- an entry of its own.

create table role (
  name text primary key check (name ~ '^[a-z][a-z0-9-]{1,39}$'),
  powers text not null,
  sees text not null,
  events text not null,
  by_state boolean not null,
  version integer not null
);
comment on table role is 'Roles of practice, as data that a State can change: which acts, how far, which fields, which events.';
comment on column role.by_state is 'True once the State has defined the role itself: a newer program then leaves it as it is.';

create table posting (
  account_id uuid not null,
  posting_id uuid not null,
  role text not null,
  party_id uuid,
  from_on date not null,
  until_on date,
  made_by text not null,
  ended_at timestamptz,
  primary key (account_id, posting_id)
);
create index posting_id on posting (posting_id);
create index posting_role on posting (role, account_id) where ended_at is null;
comment on table posting is 'A person in a role at an agency, from a day until a day. One works under one posting at a time. [distributed by account_id]';
comment on column posting.until_on is 'The last day on which it holds.';

create table api_key (
  hash bytea primary key check (octet_length(hash) = 32),
  key_id uuid not null,
  name text not null,
  role text not null,
  party_id uuid,
  made_by text not null,
  made_at timestamptz not null,
  expires_on date not null,
  ended_at timestamptz,
  per_minute integer not null check (per_minute between 1 and 100000)
);
create index api_key_id on api_key (key_id);
comment on table api_key is 'Keys of other programs, by the SHA-256 of their secret, which is shown once and kept nowhere. [distributed by hash]';

create table emergency_access (
  arm_id uuid not null,
  emergency_id uuid not null,
  account_id uuid not null,
  reason text not null,
  salt bytea not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by text,
  verdict text check (verdict in ('justified', 'not-justified')),
  review text,
  primary key (arm_id, emergency_id)
);
create index emergency_access_id on emergency_access (emergency_id);
create index emergency_access_open on emergency_access (until_at, emergency_id) where reviewed_at is null;
comment on table emergency_access is 'One arm opened to one person for an hour, with the reason, to be reviewed the next day. [distributed by arm_id]';
comment on column emergency_access.salt is 'The ledger holds the salted digest of the reason, whose words may name persons.';

create table access_subject (
  subject_id uuid not null,
  access_id uuid not null,
  primary key (subject_id, access_id)
);
comment on table access_subject is 'What each line of the access log is about, filled when a batch of lines gets its digest, so that looking stays cheap. [distributed by subject_id]';

-- What was merged into an agency counts as its own.
create index party_into on party (into_id, party_id) where into_id is not null;

grant select, insert, update on role to countermark_app;
grant select, insert on posting, api_key, emergency_access, access_subject to countermark_app;
grant update (ended_at) on posting, api_key to countermark_app;
grant update (reviewed_at, reviewed_by, verdict, review) on emergency_access to countermark_app;
