-- Exports that carry persons or sites: somebody asks with a reason, a second person says yes or no, and the file is drawn once
-- within a day. What was asked and drawn is an entry of the ledger; these rows let it wait in between, and are emptied of
-- what may name persons after thirty days.

create table export_request (
  request_id uuid primary key,
  asker text not null,
  asked_at timestamptz not null,
  asks text[] not null check (asks <@ '{holder,site}' and cardinality(asks) between 1 and 2),
  arms integer not null check (arms > 0),
  purpose text not null check (char_length(purpose) between 1 and 200),
  reach text not null check (reach in ('all', 'own', 'civil')),
  parties uuid[] not null,
  criteria text check (octet_length(criteria) <= 8192),
  reason text,
  salt bytea,
  decided_at timestamptz,
  decided_by uuid,
  verdict text check (verdict in ('approved', 'refused')),
  said text,
  drawn_at timestamptz,
  drawn_arms integer,
  digest text check (digest ~ '^[0-9a-f]{64}$'),
  constraint export_request_decided check ((decided_at is null) = (verdict is null) and (decided_by is null) = (verdict is null)),
  constraint export_request_drawn check (drawn_at is null or verdict = 'approved')
);
create index export_request_asker on export_request (asker, request_id);
create index export_request_waiting on export_request (request_id) where verdict is null;
create index export_request_kept on export_request (asked_at) where reason is not null;
comment on table export_request is 'Requests for a file that names persons or sites, with what a second person said of each and what was drawn. [distributed by request_id]';
comment on column export_request.asker is 'Id of an account, or key: and the id of a key. Only the asker draws the file.';
comment on column export_request.arms is 'How many arms fitted when it was asked, within the rights of that moment.';
comment on column export_request.reach is 'How far the asker reached when asking, with parties: the file never goes further, whatever was granted since.';
comment on column export_request.salt is 'The ledger holds the salted digest of search and reason, whose words may name persons.';
comment on column export_request.criteria is 'The search as typed, as JSON. May name persons, so it goes after thirty days, with the reason, what was said of it, and the salt.';

grant select, insert on export_request to countermark_app;
grant update (criteria, reason, salt, decided_at, decided_by, verdict, said, drawn_at, drawn_arms, digest) on export_request to countermark_app;
