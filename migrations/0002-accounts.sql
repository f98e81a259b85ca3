-- Who signs in: accounts, their names (which can be erased), sessions, second factors, links that are used once, and the
-- counters that slow guessing down. No secret stands here in the clear: passwords as argon2id, secrets of codes sealed with
-- a key that is outside database and backups, tokens as their SHA-256.

create table account (
  account_id uuid primary key,
  login text not null unique check (login ~ '^[a-z0-9][a-z0-9.-]{0,38}[a-z0-9]$'),
  password_hash text,
  totp_secret text,
  totp_step bigint,
  state text not null check (state in ('invited', 'active', 'suspended')),
  must_change boolean not null default false,
  language text not null,
  created_at timestamptz not null
);
comment on table account is 'One row per person who can sign in; thousands at most. The id stands in the ledger, the name never.';
comment on column account.password_hash is 'Argon2id with its parameters; empty until the person has set one.';
comment on column account.totp_secret is 'Sealed with the sign-in secret of the home, under the id of the key that sealed it.';
comment on column account.totp_step is 'The last step of time whose code was taken: no code counts twice.';

create table account_name (
  account_id uuid primary key,
  salt bytea not null,
  name text not null
);
comment on table account_name is 'Names of those who sign in, apart from the ledger, which holds a salted digest. An erasure deletes the row. [distributed by account_id]';

create table session (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  account_id uuid not null,
  posting_id uuid,
  kind text not null check (kind in ('half', 'whole')),
  second_factor boolean not null,
  began_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  challenge text,
  offer text
);
create index session_account on session (account_id);
create index session_expires on session (expires_at);
comment on table session is 'Who is signed in, by the SHA-256 of their token. Ending one deletes the row. Older than the epoch of the ledger counts for nothing, so no restore revives one. [distributed by token_hash]';
comment on column session.kind is 'half: the password was right and the second factor is still to come. whole: signed in.';
comment on column session.challenge is 'What a passkey was last asked to sign; taken away when it is answered.';
comment on column session.offer is 'A secret for codes that was offered and not confirmed yet, sealed.';

create table passkey (
  account_id uuid not null,
  credential_id text not null check (length(credential_id) between 1 and 1400),
  public_key bytea not null,
  sign_count bigint not null,
  transports text not null,
  added_at timestamptz not null,
  primary key (account_id, credential_id)
);
comment on table passkey is 'Passkeys as second factors: public keys only. [distributed by account_id]';

create table recovery_code (
  account_id uuid not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  used_at timestamptz,
  primary key (account_id, code_hash)
);
comment on table recovery_code is 'Codes for the day the second factor is lost, hashed, each used once. [distributed by account_id]';

create table one_time_link (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  purpose text not null check (purpose in ('first-administrator', 'invitation', 'reset')),
  account_id uuid,
  clears_second_factor boolean not null,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index one_time_link_account on one_time_link (account_id) where account_id is not null;
comment on table one_time_link is 'Addresses handed over in person that set a password once, by the SHA-256 of their token. [distributed by token_hash]';

create table sign_in_counter (
  counter_key bytea primary key check (octet_length(counter_key) = 32),
  last_at timestamptz not null,
  clears_at timestamptz not null
);
create index sign_in_counter_clears on sign_in_counter (clears_at);
comment on table sign_in_counter is 'Failed tries by account and by address, each under a keyed hash: no typed login and no address stands here. [distributed by counter_key]';
comment on column sign_in_counter.clears_at is 'Each failure moves it on by a fixed time, so its distance from now says how many count; once past, the row may go.';

create table sign_in_place (
  account_id uuid not null,
  place_key bytea not null check (octet_length(place_key) = 32),
  seen_at timestamptz not null,
  primary key (account_id, place_key)
);
comment on table sign_in_place is 'From where an account has signed in, under a keyed hash: tries from elsewhere cannot make its owner wait there. [distributed by account_id]';

grant select, insert, update on account to countermark_app;
grant select, insert, update, delete on account_name, session, passkey, recovery_code, one_time_link, sign_in_counter,
  sign_in_place to countermark_app;
