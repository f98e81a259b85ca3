/**
 * Finds the marks that a reading may be of, by their folds: whole ones, beginnings and endings, each from an index alone. What
 * was found is bounded; where there was more, that is told.
 */
import type { Scope } from '../domain/access/scope.ts';
import type { Keys } from '../domain/identification/keys.ts';
import type { Row, Statements } from './database.ts';
import { LAST_BYTE } from './fold-range.ts';
import { armsIn, valuesFrom } from './scope.ts';

/** Named limits: marks found by whole folds, by all ranges together, and by one range. */
export const FOUND_MAX = 20_000;
export const RANGED_MAX = 4_000;
/** Marks by which an arm is told from others. */
const KINDS = "('serial', 'state-number', 'assembly')";

export type FoundMark = { readonly arm: string; readonly key: string };
export type FoundMarks = { readonly marks: readonly FoundMark[]; readonly isCut: boolean };

type MarkRow = Row & { arm_id: string; key: string; way: number };

/**
 * The marks under these keys within the scope, in one statement whatever they are.
 * @limit FOUND_MAX and twice RANGED_MAX rows
 */
export async function findMarks(db: Statements, scope: Scope, keys: Keys): Promise<FoundMarks> {
  const values: unknown[] = [];
  const add = valuesFrom(values);
  const parts: string[] = [];
  if (keys.whole.length > 0)
    parts.push(`select m.arm_id, m.key, 0 as way from arm_mark m
      where m.fold = any(${add(keys.whole)}) and m.kind in ${KINDS} ${withinOf(scope, add)} limit ${FOUND_MAX}`);
  for (const [way, column, beginnings] of [
    [1, 'm.fold', keys.beginnings],
    [2, 'reverse(m.fold)', keys.endings],
  ] as const)
    if (beginnings.length > 0)
      parts.push(ranged(way, column, add(beginnings), add(keys.length ?? null), withinOf(scope, add)));
  if (parts.length === 0) return { marks: [], isCut: false };
  const rows = await db.rows<MarkRow>(parts.map((part) => `(${part})`).join(' union all '), values);
  const seen = new Map<string, FoundMark>();
  const counts = [0, 0, 0];
  for (const { arm_id: arm, key, way } of rows) {
    counts[way]!++;
    seen.set(`${arm}${key}`, { arm, key });
  }
  const isCut = counts[0]! >= FOUND_MAX || counts[1]! >= RANGED_MAX || counts[2]! >= RANGED_MAX;
  return { marks: [...seen.values()], isCut };
}

function ranged(way: 1 | 2, column: string, beginnings: string, length: string, within: string): string {
  return `select found.arm_id, found.key, ${way} as way
    from unnest(${beginnings}::text[]) as range (beginning) cross join lateral (
      select m.arm_id, m.key from arm_mark m
      where ${column} >= range.beginning collate "C" and ${column} < (range.beginning || '${LAST_BYTE}') collate "C"
        and (${length}::int is null or length(m.fold) = ${length}) and m.kind in ${KINDS} ${within}
      limit ${RANGED_MAX}) as found
    limit ${RANGED_MAX}`;
}

function withinOf(scope: Scope, add: (value: unknown) => string): string {
  const within = armsIn(scope, 'a', add);
  return within === 'true' ? '' : `and exists (select 1 from arm a where a.arm_id = m.arm_id and ${within})`;
}

export type DescribedArm = {
  readonly id: string;
  readonly number: string;
  readonly class: string;
  readonly maker: string | undefined;
  readonly model: string | undefined;
  readonly calibre: string | undefined;
  readonly country: string | undefined;
  readonly year: number | undefined;
  readonly serial: string | undefined;
  /** Its other marks: property and import marks, and all serials. */
  readonly marks: readonly { readonly kind: string; readonly key: string }[];
};

type DescribedRow = Row & {
  arm_id: string;
  number: string;
  class: string;
  maker: string | null;
  model: string | null;
  calibre: string | null;
  country: string | null;
  year: number | null;
  serial: string | null;
  kinds: string[];
  keys: string[];
};

/** What these arms are, without who answers for them. */
export async function listDescribed(
  db: Statements,
  ids: readonly string[],
  withMarks: boolean,
): Promise<readonly DescribedArm[]> {
  if (ids.length === 0) return [];
  const marks = withMarks
    ? `array(select kind from arm_mark m where m.arm_id = a.arm_id order by mark_no) as kinds,
       array(select key from arm_mark m where m.arm_id = a.arm_id order by mark_no) as keys`
    : `'{}'::text[] as kinds, '{}'::text[] as keys`;
  const rows = await db.rows<DescribedRow>(
    `select a.arm_id, a.number, a.class, a.maker, a.model, a.calibre, a.country, a.year, a.serial, ${marks}
     from arm a where a.arm_id = any($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => ({
    id: row.arm_id,
    number: row.number,
    class: row.class,
    maker: row.maker ?? undefined,
    model: row.model ?? undefined,
    calibre: row.calibre ?? undefined,
    country: row.country ?? undefined,
    year: row.year ?? undefined,
    serial: row.serial ?? undefined,
    marks: row.kinds.map((kind, place) => ({ kind, key: row.keys[place]! })),
  }));
}

/** About how many arms there are, as the database last counted. */
export async function countedArms(db: Statements): Promise<number> {
  const [row] = await db.rows<{ arms: number }>(
    "select greatest(reltuples, 0)::int8 as arms from pg_class where oid = 'arm'::regclass",
  );
  return Number(row?.arms ?? 0);
}
