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
create index arm_mark_fold on arm_mark (fold, arm_id) include (kind, key);
create index arm_mark_fold_backwards on arm_mark (reverse(fold) collate "C", arm_id) include (kind, key, fold);
comment on column arm_mark.fold is 'One byte for each place; what looks alike has one byte. Finds, and never replaces what was read.';
