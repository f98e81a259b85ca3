-- Photographs and documents of arms: what each is, its bytes in chunks, and the copies that are shown.
-- The ledger holds the digest of the original; an erasure takes the bytes away and leaves that digest, and so every proof, whole.

create table document (
  document_id uuid primary key,
  arm_id uuid not null,
  kind text not null check (kind in ('photograph', 'document')),
  media text not null,
  size_bytes integer not null check (size_bytes > 0),
  digest bytea not null check (octet_length(digest) = 32),
  title text,
  part text,
  taken text,
  added_at timestamptz not null,
  erased_at timestamptz
);
create index document_arm on document (arm_id, added_at, document_id);
comment on table document is 'Photographs and documents of arms, by the id of the act that added them. [distributed by document_id]';
comment on column document.media is 'Told by the first bytes, never by a name.';
comment on column document.digest is 'SHA-256 of the original; the same stands in an entry of the arm, which is what is believed.';
comment on column document.title is 'May name a person, so it stands here and not in the ledger, and goes with an erasure.';
comment on column document.erased_at is 'When its bytes, copies and title were erased by order.';

create table document_copy (
  document_id uuid not null,
  form text not null check (form in ('large', 'thumb')),
  media text not null,
  width integer not null,
  height integer not null,
  size_bytes integer not null,
  digest bytea not null,
  primary key (document_id, form)
);
comment on table document_copy is 'Our own re-encoded copies of pictures, turned upright, bounded, without position, device or any other metadata: all that is ever shown in a page. [distributed by document_id]';

create table document_chunk (
  document_id uuid not null,
  form text not null check (form in ('original', 'large', 'thumb')),
  chunk_no integer not null,
  bytes bytea not null,
  primary key (document_id, form, chunk_no),
  constraint document_chunk_size check (octet_length(bytes) between 1 and 49152)
);
alter table document_chunk alter column bytes set storage external;
comment on table document_chunk is 'The bytes of originals and copies, 48 KiB to a row: no reader or backup has to hold a whole file. [distributed by document_id]';

grant select, insert on document to countermark_app;
grant update (title, erased_at) on document to countermark_app;
grant select, insert, delete on document_copy, document_chunk to countermark_app;
