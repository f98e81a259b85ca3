/**
 * Finds the marks that a reading may be of, by their folds: whole ones, beginnings and endings, each by an index, with what is
 * said of the arms that bear them where they are few, and without who answers for them. What is found is bounded; where there
 * was more, that is told.
 */
import type { Scope } from '../domain/access/scope.ts';
import type { Keys } from '../domain/identification/keys.ts';
import { NUMBER_KINDS } from '../domain/marks/mark.ts';
import type { Row, Statements } from './database.ts';
import { foldsIn, LAST_BYTE, waysOf } from './fold-range.ts';
import { armsIn, valuesFrom } from './scope.ts';

/** Named limits: marks found by whole folds, and by the ranges of one direction. */
export const FOUND_MAX = 40_000;
export const RANGED_MAX = 20_000;
/** What each way gives at most: whole folds, beginnings, endings. */
const LIMITS = [FOUND_MAX, RANGED_MAX, RANGED_MAX];
/** So many marks come with what is said of their arms; of more, whoever weighs them asks for those that are worth it. */
export const DESCRIBED_MAX = 200;
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

export type FoundMark = { readonly arm: string; readonly key: string };
export type FoundMarks = {
  readonly marks: readonly FoundMark[];
  /** What is said of their arms; empty where there are more than `DESCRIBED_MAX`. */
  readonly arms: ReadonlyMap<string, DescribedArm>;
  readonly isCut: boolean;
};

type ArmRow = Row & {
  arm_id: string;
  number: string;
  class: string;
  maker: string | null;
  model: string | null;
  calibre: string | null;
  country: string | null;
  year: number | null;
  serial: string | null;
};
type MarkRow = Row & { key: string; way: number } & (ArmRow | { arm_id: string; number: null });
const SAID = 'a.number, a.class, a.maker, a.model, a.calibre, a.country, a.year, a.serial';

/**
 * The marks under these keys within the scope, in one statement whatever they are.
 * @limit FOUND_MAX and twice RANGED_MAX rows
 */
export async function findMarks(db: Statements, scope: Scope, keys: Keys): Promise<FoundMarks> {
  const values: unknown[] = [];
  const add = valuesFrom(values);
  const within = armsIn(scope, 'a', add);
  // Whoever may see all arms need not have each looked at.
  const from = within === 'true' ? 'arm_mark m' : 'arm_mark m join arm a on a.arm_id = m.arm_id';
  const parts: string[] = [];
  const { forwards, backwards } = waysOf(keys.whole);
  const whole: string[] = [];
  for (const [column, folds] of [
    ['m.fold', forwards],
    ['reverse(m.fold)', backwards],
  ] as const)
    if (folds !== undefined)
      whole.push(`select m.arm_id, m.key, 0 as way from ${from}
        where ${column} = any(${foldsIn(add(folds))}) and m.kind in ${KINDS_SQL} and ${within}`);
  if (whole.length > 0) parts.push(`${whole.join(' union all ')} limit ${FOUND_MAX}`);
  for (const [way, column, beginnings] of [
    [1, 'm.fold', keys.beginnings],
    [2, 'reverse(m.fold)', keys.endings],
  ] as const)
    if (beginnings.length > 0)
      parts.push(
        `select found.*, ${way} as way from unnest(${add(beginnings)}::text[]) as range (beginning) cross join lateral (
          ${ranged(from, column, add(keys.length ?? null), within)}) as found limit ${RANGED_MAX}`,
      );
  if (parts.length === 0) return { marks: [], arms: new Map(), isCut: false };
  const rows = await db.rows<MarkRow>(
    `with found as materialized (${parts.map((part) => `(${part})`).join(' union all ')})
     select found.*, ${SAID} from found left join arm a
       on a.arm_id = case when (select count(*) from found) <= ${DESCRIBED_MAX} then found.arm_id end`,
    values,
  );
  const seen = new Map<string, FoundMark>();
  const arms = new Map<string, DescribedArm>();
  const counts = LIMITS.map(() => 0);
  for (const row of rows) {
    counts[row.way]!++;
    const place = `${row.arm_id}${row.key}`;
    if (!seen.has(place)) seen.set(place, { arm: row.arm_id, key: row.key });
    if (row.number !== null) arms.set(row.arm_id, describedOf(row as ArmRow));
  }
  return { marks: [...seen.values()], arms, isCut: counts.some((count, way) => count >= LIMITS[way]!) };
}

function ranged(from: string, column: string, length: string, within: string): string {
  return `select m.arm_id, m.key from ${from}
    where ${column} >= range.beginning collate "C" and ${column} < (range.beginning || '${LAST_BYTE}') collate "C"
      and (${length}::int is null or length(m.fold) = ${length}) and m.kind in ${KINDS_SQL} and ${within}
    limit ${RANGED_MAX}`;
}

/** What is said of these arms. */
export async function describeArms(db: Statements, ids: readonly string[]): Promise<readonly DescribedArm[]> {
  if (ids.length === 0) return [];
  const rows = await db.rows<ArmRow>(`select a.arm_id, ${SAID} from arm a where a.arm_id = any($1::uuid[])`, [
    ids,
  ]);
  return rows.map(describedOf);
}

function describedOf(row: ArmRow): DescribedArm {
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
