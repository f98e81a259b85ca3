-- What passes between this node and others: its own cards, its peers with their keys, what is to be sent until a receipt came,
-- and what came. Messages stand here as the bytes that were signed; the ledger holds their digests. Nothing here grows by what
-- strangers send: of them only counts by kind and day are kept.

create table exchange_card (
  node_id uuid not null,
  seq integer not null check (seq > 0),
  signed text not null check (octet_length(signed) <= 16384),
  made_at timestamptz not null,
  entry_id uuid not null,
  primary key (node_id, seq)
);
comment on table exchange_card is 'The cards of this node itself, none ever altered; the newest counts. Few rows. [distributed by node_id]';
comment on column exchange_card.signed is 'The card signed by its own key (JWS), as it is handed to others.';

create table peer (
  node_id uuid primary key,
  state text not null check (state ~ '^[A-Z]{2}$'),
  name text not null check (char_length(name) between 1 and 120),
  address text not null check (char_length(address) <= 300),
  card_seq integer not null,
  card text not null check (octet_length(card) <= 16384),
  standing text not null check (standing in ('unconfirmed', 'confirmed', 'suspended')),
  confirmed_at timestamptz,
  confirmed_by text,
  clock_ms bigint,
  heard_at timestamptz,
  entry_id uuid not null
);
comment on table peer is 'Nodes of others, each by the newest card of it that was taken. Few rows. [distributed by node_id]';
comment on column peer.card is 'The card as it came, signed by its own key (JWS).';
comment on column peer.standing is 'Nothing is sent to a peer, or taken from it, whose fingerprint nobody compared.';
comment on column peer.clock_ms is 'How far its clock is ahead of ours, as last seen when both spoke at once; shown, never acted upon.';

create table peer_key (
  node_id uuid not null,
  kid text not null check (kid ~ '^[A-Za-z0-9_-]{43}$'),
  use text not null check (use in ('sign', 'seal')),
  x text not null check (x ~ '^[A-Za-z0-9_-]{43}$'),
  from_at timestamptz not null,
  until_at timestamptz,
  withdrawn_at timestamptz,
  primary key (node_id, kid)
);
create index peer_key_kid on peer_key (kid);
comment on table peer_key is 'Public keys of peers, also those that were rotated out or withdrawn. A key may be named by two cards: who sent is told by the message. [distributed by node_id]';
comment on column peer_key.until_at is 'Null for the keys of the newest card; others verify until then.';

create table outbox (
  node_id uuid not null,
  message_id uuid not null,
  thread_id uuid not null,
  seq integer not null check (seq > 0),
  type text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  signed bytea not null check (octet_length(signed) <= 8388608),
  sealed bytea check (octet_length(sealed) <= 8388608),
  attempts integer not null default 0,
  next_at timestamptz,
  last_answer text,
  result text check (result in ('taken', 'held', 'refused')),
  code text,
  reason text,
  receipt bytea,
  receipt_at timestamptz,
  primary key (node_id, message_id),
  unique (node_id, thread_id, seq),
  constraint outbox_open check ((sealed is null) = (next_at is null))
);
create index outbox_due on outbox (next_at) where next_at is not null;
comment on table outbox is 'What was sent to peers, as the bytes that were signed, with the receipt where one came. A row is made in the transaction of the act that sends. [distributed by node_id]';
comment on column outbox.node_id is 'The peer that it is for.';
comment on column outbox.sealed is 'As it travels, by whatever way; null once a receipt ended it.';
comment on column outbox.next_at is 'When it is tried next; null once a receipt ended it.';
comment on column outbox.last_answer is 'What the last attempt brought in the place of a receipt: a word, of no authority.';
comment on column outbox.receipt is 'The receipt as its sender signed it (JWS).';

create table inbox (
  node_id uuid not null,
  message_id uuid not null,
  thread_id uuid not null,
  seq integer not null check (seq > 0),
  type text not null check (char_length(type) <= 60),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  received_at timestamptz not null,
  state text not null check (state in ('held', 'done', 'refused')),
  code text,
  reason text,
  signed bytea check (octet_length(signed) <= 8388608),
  receipt bytea not null check (octet_length(receipt) <= 32768),
  receipt_due boolean not null,
  conflicts integer not null default 0,
  primary key (node_id, message_id),
  unique (node_id, thread_id, seq),
  constraint inbox_signed check ((signed is null) = (state = 'refused')),
  constraint inbox_code check ((code is not null) = (state = 'refused'))
);
create index inbox_held on inbox (node_id, thread_id, seq) where state = 'held';
create index inbox_received on inbox (node_id, received_at);
create index inbox_due on inbox (node_id) where receipt_due;
comment on table inbox is 'What came from peers and was known to come from them. Of a message that was refused nothing stands here but that. [distributed by node_id]';
comment on column inbox.node_id is 'The peer that it came from.';
comment on column inbox.signed is 'As the peer signed it (JWS); absent where it was refused.';
comment on column inbox.receipt is 'The receipt as it travels, given again where the same message comes again.';
comment on column inbox.receipt_due is 'True where the message came in a file, so that the next file takes its receipt back.';
comment on column inbox.conflicts is 'How often something else came under this id or for this place.';

create table exchange_refused (
  code text not null check (char_length(code) <= 40),
  day date not null,
  count bigint not null,
  primary key (code, day)
);
comment on table exchange_refused is 'How often something was not taken, by code and day: all that is kept of what strangers send. [distributed by code]';

grant select, insert on exchange_card to countermark_app;
grant select, insert, update on peer, peer_key, inbox, outbox to countermark_app;
grant select, insert, update, delete on exchange_refused to countermark_app;
