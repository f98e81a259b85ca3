-- What scopes of rights need: who is to receive an arm that was posted, and who is below whom.

alter table arm add column receiver_id uuid;
create index arm_receiver on arm (receiver_id, arm_id) where receiver_id is not null;
comment on column arm.receiver_id is 'To whom the arm was posted and who has not confirmed: may see it before it is there.';
create index party_parent on party (parent_id, party_id) where parent_id is not null;

alter table session add column purpose text not null default '';
comment on column session.purpose is 'What the person works on in this session, a case number where there is one: stands with each look in the access log.';
