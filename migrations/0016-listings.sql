-- Lists of lost and stolen arms: own entries that were published to chosen partners, entries that partners published here, and
-- hits, where something that was met looks like a listed arm. A row is folded from the entries of its listing or hit; words and
-- what an entry describes stand beside the ledger, which holds their salted digests.

create table listing (
  listing_id uuid primary key,
  side text not null check (side in ('own', 'partner')),
  peer_id uuid,
  their_id uuid,
  country text check (country ~ '^[A-Z]{2}$'),
  arm_id uuid,
  listed_as text not null check (listed_as in ('lost', 'stolen', 'trafficked')),
  standing text not null check (standing in ('proposed', 'live', 'cancelled', 'expired')),
  renewed integer not null default 0,
  expires_on date not null,
  came_at timestamptz not null,
  touched_at timestamptz not null,
  reminded_at timestamptz,
  class text not null,
  maker text,
  model text,
  calibre text,
  made_in text,
  content bytea,
  salt bytea,
  constraint listing_side check (case side when 'own' then arm_id is not null and peer_id is null
    else peer_id is not null and their_id is not null and country is not null end),
  constraint listing_content check ((content is null) = (salt is null))
);
create index listing_arm on listing (arm_id) where standing in ('proposed', 'live');
create index listing_theirs on listing (peer_id, their_id);
create index listing_came on listing (peer_id, came_at);
create index listing_expires on listing (expires_on) where standing in ('proposed', 'live');
comment on table listing is 'Entries of lists of lost, stolen and trafficked arms: our own, and those of partners. [distributed by listing_id]';
comment on column listing.peer_id is 'The partner whose entry it is; null for our own.';
comment on column listing.their_id is 'What that partner calls it: the thread of its messages.';
comment on column listing.content is 'Canonical JSON of what the entry describes; the ledger holds its salted digest.';

create table listing_number (
  fold text collate "C" not null,
  listing_id uuid not null,
  key text not null,
  primary key (fold, listing_id, key)
);
create index listing_number_listing on listing_number (listing_id);
create index listing_number_backwards on listing_number (reverse(fold) collate "C");
comment on table listing_number is 'The numbers of live entries under every fold that they may be, so that one indexed look tells whether an arm is listed. Gone where the entry is not live. [distributed by fold]';

create table listing_partner (
  listing_id uuid not null,
  peer_id uuid not null,
  country text not null,
  last_sent text check (last_sent in ('published', 'renewed', 'cancelled')),
  message_id uuid,
  sent_at timestamptz,
  cancel_told_at timestamptz,
  primary key (listing_id, peer_id)
);
comment on table listing_partner is 'To which partners an own entry goes, what was sent to each last, and who told that it cancelled. [distributed by listing_id]';

create table listing_hit (
  listing_id uuid not null,
  hit_id uuid not null,
  met_with uuid not null,
  side text not null check (side in ('finder', 'lister')),
  peer_id uuid,
  country text check (country ~ '^[A-Z]{2}$'),
  arm_id uuid,
  trace_id uuid,
  met text not null check (met in ('arrival', 'registration', 'seizure', 'licence', 'trace', 'elsewhere')),
  probability smallint check (probability between 0 and 1000),
  standing text not null check (standing in ('open', 'asked', 'confirmed', 'not-live', 'not-same', 'cannot-tell')),
  told boolean not null,
  withheld text,
  met_at timestamptz not null,
  touched_at timestamptz not null,
  due_at timestamptz,
  reminded_at timestamptz,
  primary key (listing_id, hit_id),
  constraint listing_hit_once unique (listing_id, met_with)
);
create index listing_hit_id on listing_hit (hit_id);
create index listing_hit_arm on listing_hit (arm_id) where arm_id is not null;
create index listing_hit_theirs on listing_hit (peer_id, met_with);
create index listing_hit_day on listing_hit (peer_id, met_at);
create index listing_hit_due on listing_hit (due_at) where standing = 'asked';
comment on table listing_hit is 'Something was met that looks like a listed arm: a lead, and no more until the listing side confirmed it. [distributed by listing_id]';
comment on column listing_hit.met_with is 'What was met: an arm, a trace, or the hit as the partner that met it calls it. One entry meets one thing once.';
comment on column listing_hit.probability is 'In thousandths, as it was weighed when it was met.';
comment on column listing_hit.told is 'True where the listing side knows of it.';
comment on column listing_hit.withheld is 'Why the listing side was not told.';

create table listing_words (
  subject_id uuid not null,
  entry_id uuid not null,
  words text,
  salt bytea,
  primary key (subject_id, entry_id),
  constraint listing_words_salt check ((words is null) = (salt is null))
);
comment on table listing_words is 'Free words of an entry of a listing or a hit: reasons, questions, answers. [distributed by subject_id]';

grant select, insert, update on listing, listing_partner, listing_hit, listing_words to countermark_app;
grant select, insert, delete on listing_number to countermark_app;
