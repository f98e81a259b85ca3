-- Marks are found by what looks alike: one byte for each place of a mark, forwards and backwards. What stands is folded
-- here from its key; of a mark with signs of the written grammar the fold is made anew when its arm next changes.
alter table arm_mark add column fold text collate "C";
update arm_mark set fold = coalesce(nullif(left(regexp_replace(
  translate(regexp_replace(regexp_replace(key, '\[[^]]*\]', '?', 'g'), '[^[:alnum:]?]', '', 'g'),
    'OQDОΟØILІΙЇZΖЗЭAАΑЧSЅGCСБBВΒЕΕЁЄФΦНΗЈКΚЌWМΜШЩΝИЙРΡЯТΤVЦХΧЖУΥЎГΓЃДΔЛΛПΠЪЬЫЮΘЂЋΣΞΩΨ',
    '0000001111122334444556666888EEEEFFHHJKKKMMMMMNNNPPRTTUUXXXYYYgggddllppoooytttssww'),
  '[^0-9A-Zgdlpoytsw?]', '~', 'g'), 40), ''), '~');
alter table arm_mark alter column fold set not null;
drop index arm_mark_key;
-- Only marks that tell an arm from others are looked for. The first index answers alone; from the second few rows are read.
create index arm_mark_fold on arm_mark (fold, arm_id) include (key) where kind in ('serial', 'state-number', 'assembly');
create index arm_mark_fold_backwards on arm_mark (reverse(fold) collate "C")
  where kind in ('serial', 'state-number', 'assembly');
comment on column arm_mark.fold is 'One byte for each place; what looks alike has one byte. Finds, and never replaces what was read.';
