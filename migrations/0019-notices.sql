-- Where the machine writes to when something waits: mailboxes of the trace desk and of agencies. A notice tells that something
-- waits, and nothing of what.

create table notice_address (
  address_id uuid primary key,
  address text not null check (octet_length(address) <= 320),
  agency_id uuid,
  language text not null check (language in ('en', 'fr', 'ar')),
  sent_at timestamptz not null
);
comment on table notice_address is 'Mailboxes that are told that something waits. [distributed by address_id]';
comment on column notice_address.agency_id is 'The agency whose questions are meant; null for the trace desk.';
comment on column notice_address.sent_at is 'When the last notice went out: only what came after it is news.';

grant select, insert, update, delete on notice_address to countermark_app;
