/**
 * Finds the marks that a reading may be of, by their folds: whole ones, beginnings and endings, each by an index, with what is
 * said of the arm that bears each, and without who answers for it. What is found is bounded; where there was more, that is told.
 */
import type { Scope } from '../domain/access/scope.ts';
import type { Keys } from '../domain/identification/keys.ts';
import { NUMBER_KINDS } from '../domain/marks/mark.ts';
import type { Row, Statements } from './database.ts';
import { LAST_BYTE } from './fold-range.ts';
import { armsIn, valuesFrom } from './scope.ts';

/** Named limits: marks found by whole folds, and by the ranges of one direction. */
export const FOUND_MAX = 10_000;
export const RANGED_MAX = 4_000;
/** The same list as that of the indexes, so that they are used. */
export const KINDS_SQL = `(${NUMBER_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

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
};

export type FoundMark = { readonly arm: DescribedArm; readonly key: string };
export type FoundMarks = { readonly marks: readonly FoundMark[]; readonly isCut: boolean };

type MarkRow = Row & {
  arm_id: string;
  key: string;
  number: string;
  class: string;
  maker: string | null;
  model: string | null;
  calibre: string | null;
  country: string | null;
  year: number | null;
  serial: string | null;
  way: number;
};
const SAID = 'm.arm_id, m.key, a.number, a.class, a.maker, a.model, a.calibre, a.country, a.year, a.serial';

/**
 * The marks under these keys within the scope, in one statement whatever they are.
 * @limit FOUND_MAX and twice RANGED_MAX rows
 */
export async function findMarks(db: Statements, scope: Scope, keys: Keys): Promise<FoundMarks> {
  const values: unknown[] = [];
  const add = valuesFrom(values);
  const within = armsIn(scope, 'a', add);
  const parts: string[] = [];
  if (keys.whole.length > 0)
    parts.push(`select ${SAID}, 0 as way from arm_mark m join arm a on a.arm_id = m.arm_id
      where m.fold = any(${add(keys.whole)}) and m.kind in ${KINDS_SQL} and ${within} limit ${FOUND_MAX}`);
  for (const [way, column, beginnings] of [
    [1, 'm.fold', keys.beginnings],
    [2, 'reverse(m.fold)', keys.endings],
  ] as const)
    if (beginnings.length > 0)
      parts.push(rangesPart(way, column, add(beginnings), add(keys.length ?? null), within));
  if (parts.length === 0) return { marks: [], isCut: false };
  const rows = await db.rows<MarkRow>(parts.map((part) => `(${part})`).join(' union all '), values);
  const seen = new Map<string, FoundMark>();
  const counts = [0, 0, 0];
  for (const row of rows) {
    counts[row.way]!++;
    const place = `${row.arm_id}${row.key}`;
    if (!seen.has(place)) seen.set(place, { arm: describedOf(row), key: row.key });
  }
  const isCut = counts[0]! >= FOUND_MAX || counts[1]! >= RANGED_MAX || counts[2]! >= RANGED_MAX;
  return { marks: [...seen.values()], isCut };
}

function rangesPart(way: 1 | 2, column: string, beginnings: string, length: string, within: string): string {
  return `select found.*, ${way} as way from unnest(${beginnings}::text[]) as range (beginning) cross join lateral (
      select ${SAID} from arm_mark m join arm a on a.arm_id = m.arm_id
      where ${column} >= range.beginning collate "C" and ${column} < (range.beginning || '${LAST_BYTE}') collate "C"
        and (${length}::int is null or length(m.fold) = ${length}) and m.kind in ${KINDS_SQL} and ${within}
      limit ${RANGED_MAX}) as found
    limit ${RANGED_MAX}`;
}

function describedOf(row: MarkRow): DescribedArm {
  return {
    id: row.arm_id,
    number: row.number,
    class: row.class,
    maker: row.maker ?? undefined,
    model: row.model ?? undefined,
    calibre: row.calibre ?? undefined,
    country: row.country ?? undefined,
    year: row.year ?? undefined,
    serial: row.serial ?? undefined,
  };
}

/** All marks of these arms: kinds and keys, in their order. */
export async function listMarks(
  db: Statements,
  arms: readonly string[],
): Promise<ReadonlyMap<string, readonly { readonly kind: string; readonly key: string }[]>> {
  if (arms.length === 0) return new Map();
  const rows = await db.rows<Row & { arm_id: string; kind: string; key: string }>(
    'select arm_id, kind, key from arm_mark where arm_id = any($1::uuid[]) order by arm_id, mark_no',
    [arms],
  );
  return Map.groupBy(rows, (row) => row.arm_id);
}

export type ArmOfFold = {
  readonly arm: string;
  readonly fold: string;
  /** Its serial by the key it is found under. */
  readonly serial: string;
  readonly class: string;
  readonly maker: string | undefined;
  readonly model: string | undefined;
  readonly calibre: string | undefined;
};

/** Arms that carry a serial which looks like one of these: what an import proposes to look at together. */
export async function listArmsByFolds(
  db: Statements,
  folds: readonly string[],
  limit: number,
): Promise<readonly ArmOfFold[]> {
  if (folds.length === 0) return [];
  const rows = await db.rows<Row & { [Name in keyof ArmOfFold]: ArmOfFold[Name] | null }>(
    `select m.arm_id as arm, m.fold, m.key as serial, a.class, a.maker, a.model, a.calibre
     from arm_mark m join arm a on a.arm_id = m.arm_id where m.fold = any($1) and m.kind = 'serial' limit $2`,
    [folds, limit],
  );
  return rows.map((row) => ({
    arm: row.arm!,
    fold: row.fold!,
    serial: row.serial!,
    class: row.class!,
    maker: row.maker ?? undefined,
    model: row.model ?? undefined,
    calibre: row.calibre ?? undefined,
  }));
}

/** About how many arms there are, as the database last counted. */
export async function countedArms(db: Statements): Promise<number> {
  const [row] = await db.rows<{ arms: number }>(
    "select greatest(reltuples, 0)::int8 as arms from pg_class where oid = 'arm'::regclass",
  );
  return Number(row?.arms ?? 0);
}
