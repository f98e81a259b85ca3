-- Scans and files of traces. A document belongs to an arm or to a trace; one that came in and is not registered yet belongs to
-- neither and waits. A letter that comes twice is found by the reference of whoever wrote it.

alter table document alter column arm_id drop not null;
alter table document add column trace_id uuid;
alter table document add constraint document_subject check (arm_id is null or trace_id is null);
create index document_trace on document (trace_id, added_at, document_id) where trace_id is not null;
create index document_waiting on document (added_at, document_id) where arm_id is null and trace_id is null;
comment on table document is 'Photographs and documents of arms and of traces, by the id of the act that added them. [distributed by document_id]';
comment on column document.trace_id is 'The trace that a paper belongs to; with no arm either, it waits to be registered.';
grant update (trace_id) on document to countermark_app;

create index trace_request_theirs on trace_request (their_reference, country) where ours = 'responder';
