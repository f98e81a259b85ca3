-- A mark carries what is said of its arm as one number, the same for all arms that are described alike: a search that finds
-- many marks weighs their arms without reading a row of each. What stands is worked out here as it is for each new arm: the
-- first eight bytes of SHA-256 over class, maker, model, calibre, country and year, parted by a byte that stands in no text.
alter table arm_mark add column said bigint;
update arm_mark m set said = ('x' || left(encode(sha256(
    convert_to(a.class, 'UTF8') || '\x00' || convert_to(coalesce(a.maker, ''), 'UTF8')
    || '\x00' || convert_to(coalesce(a.model, ''), 'UTF8') || '\x00' || convert_to(coalesce(a.calibre, ''), 'UTF8')
    || '\x00' || convert_to(coalesce(a.country, ''), 'UTF8') || '\x00' || convert_to(coalesce(a.year::text, ''), 'UTF8')
  ), 'hex'), 16))::bit(64)::bigint
  from arm a where a.arm_id = m.arm_id;
alter table arm_mark alter column said set not null;
drop index arm_mark_fold;
create index arm_mark_fold on arm_mark (fold, arm_id) include (key, said) where kind in ('serial', 'state-number', 'assembly');
comment on column arm_mark.said is 'What is said of the arm, as one number: arms that are described alike share it. Tells descriptions apart, and is never shown.';
