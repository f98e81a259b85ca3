-- What officers decided on proposals of the machine: that a reading is of this arm, is not, or cannot be said. It changes
-- nothing of the arm. Each row is folded from two entries of the ledger, the proposal and the decision, whose subject is the
-- match itself. Where it is "same", the one who decided may open the arm for a time, reviewed like an emergency access.

create table match (
  arm_id uuid not null,
  match_id uuid not null,
  operator text not null,
  decided_at timestamptz not null,
  reading text not null check (octet_length(reading) <= 16384),
  decision text not null check (decision in ('same', 'not-same', 'unsure')),
  probability double precision not null check (probability between 0 and 1),
  why text,
  salt bytea,
  proposal_entry uuid not null,
  entry_id uuid not null,
  primary key (arm_id, match_id),
  constraint match_words check ((why is null) = (salt is null))
);
create index match_operator on match (operator, match_id);
create index match_id on match (match_id);
comment on table match is 'Decisions on whether a reading is of an arm, one row each; of one reading and arm the latest counts. Nothing of the arm changes by it. [distributed by arm_id]';
comment on column match.reading is 'The readings as they were understood, in the canonical writing.';
comment on column match.probability is 'What the machine gave this arm when it was decided.';
comment on column match.why is 'May name a person: the ledger holds its salted digest. Null with its salt once it was erased.';

-- How the decisions of an arm are found again from the ledger alone.
create index ledger_act_match on ledger_act ((result::jsonb ->> 'arm')) where kind = 'decide-match';

alter table emergency_access add column match_id uuid;
alter table emergency_access alter column reason drop not null, alter column salt drop not null;
alter table emergency_access add constraint emergency_access_ground check ((reason is null) = (match_id is not null)
  and (salt is null) = (match_id is not null));
create index emergency_access_account on emergency_access (account_id) where reviewed_at is null;
comment on column emergency_access.match_id is 'The decision by which holder and site were opened in the place of a reason; its why stands in match.';

grant select, insert, update, delete on match to countermark_app;
