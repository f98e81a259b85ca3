/**
 * The numbers of live entries under every fold that they may be: one indexed statement tells whether any of many arms is
 * listed. A number that was read in part stands under each fold that it may be, up to a limit.
 */
import type { Keys } from '../domain/identification/keys.ts';
import type { Row, Statements } from './database.ts';
import { LAST_BYTE } from './fold-range.ts';
import { valuesFrom } from './scope.ts';

/** Named limit: numbers of one look. */
export const LISTED_FOUND_MAX = 2_000;

/** A number of a live entry, with what the entry says of its arm. */
export type ListedNumber = {
  readonly fold: string;
  readonly key: string;
  readonly listing: string;
  readonly side: 'own' | 'partner';
  readonly peer: string | undefined;
  readonly country: string | undefined;
  readonly theirs: string | undefined;
  /** The arm of an own entry. */
  readonly arm: string | undefined;
  readonly class: string;
  readonly maker: string | undefined;
  readonly model: string | undefined;
  readonly calibre: string | undefined;
  readonly madeIn: string | undefined;
};

type Stored = Row & {
  [Key in keyof ListedNumber]: undefined extends ListedNumber[Key]
    ? Exclude<ListedNumber[Key], undefined> | null
    : ListedNumber[Key];
};

const SAID = `n.fold, n.key, l.listing_id as listing, l.side, l.peer_id as peer, l.country, l.their_id as theirs, l.arm_id as arm,
  l.class, l.maker, l.model, l.calibre, l.made_in as "madeIn"`;
const FROM = 'from listing_number n join listing l on l.listing_id = n.listing_id';

/** Numbers of live entries under these folds, and in these ranges of folds. */
export async function findListed(
  db: Statements,
  { whole, beginnings, endings }: Pick<Keys, 'whole' | 'beginnings' | 'endings'>,
): Promise<readonly ListedNumber[]> {
  const values: unknown[] = [LISTED_FOUND_MAX];
  const add = valuesFrom(values);
  const parts: string[] = [];
  if (whole.length > 0) parts.push(`select ${SAID} ${FROM} where n.fold = any(${add(whole)}) limit $1`);
  if (beginnings.length > 0) parts.push(rangesPart('n.fold', add(beginnings)));
  if (endings.length > 0) parts.push(rangesPart('reverse(n.fold)', add(endings)));
  if (parts.length === 0) return [];
  const rows = await db.rows<Stored>(parts.map((part) => `(${part})`).join(' union all '), values);
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
      ) as ListedNumber,
  );
}

function rangesPart(column: string, beginnings: string): string {
  return `select found.* from unnest(${beginnings}::text[]) as range (beginning) cross join lateral (
      select ${SAID} ${FROM} where ${column} >= range.beginning collate "C"
        and ${column} < (range.beginning || '${LAST_BYTE}') collate "C" limit $1) as found limit $1`;
}

/** Puts the numbers of an entry in the place of those that stand; none where it is not live. */
export async function replaceNumbers(
  tx: Statements,
  listing: string,
  numbers: readonly { readonly fold: string; readonly key: string }[],
): Promise<void> {
  await tx.rows('delete from listing_number where listing_id = $1', [listing]);
  if (numbers.length === 0) return;
  await tx.rows(
    `insert into listing_number (fold, listing_id, key)
     select fold, $1, key from unnest($2::text[], $3::text[]) as n (fold, key) on conflict do nothing`,
    [listing, numbers.map(({ fold }) => fold), numbers.map(({ key }) => key)],
  );
}
