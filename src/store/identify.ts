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
import type { SaidWords } from './said.ts';
import { armsIn, valuesFrom } from './scope.ts';

/** Named limits: marks found by the whole folds, and by the ranges, of one direction. */
export const FOUND_MAX = 40_000;
export const RANGED_MAX = 20_000;
/** So many marks of one direction come with what is said of their arms; of more, whoever weighs them asks for those that are worth it. */
export const DESCRIBED_MAX = 100;
/** The same list as that of the indexes, so that they are used. */
export const KINDS_SQL = `(${NUMBER_KINDS.map((kind) => `'${kind}'`).join(', ')})`;

export type DescribedArm = SaidWords & {
  readonly id: string;
  readonly number: string;
  readonly serial: string | undefined;
};

/** The arms that bear each number, by its key, and what is said of each as a number; an arm may be met twice. */
export type Bearers = { readonly byKey: Map<string, string[]>; readonly said: Map<string, string> };
export type FoundMarks = Bearers & {
  /** What is said of their arms; lacking where there are more than `DESCRIBED_MAX`. */
  readonly arms: ReadonlyMap<string, DescribedArm>;
  readonly isCut: boolean;
};

type SaidRow = Row & {
  class: string;
  maker: string | null;
  model: string | null;
  calibre: string | null;
  country: string | null;
  year: number | null;
};
type ArmRow = SaidRow & { arm_id: string; number: string; serial: string | null };
const NOTHING_SAID = 'null, null, null, null, null, null, null, null';
const SAID = 'a.number, a.class, a.maker, a.model, a.calibre, a.country, a.year, a.serial';

/**
 * The marks under these keys within the scope: one statement for each of the two indexes, both at once.
 * @limit twice FOUND_MAX and RANGED_MAX marks
 */
export async function findMarks(db: Statements, scope: Scope, keys: Keys): Promise<FoundMarks> {
  const { forwards, backwards } = waysOf(keys.whole);
  const { beginnings, endings, length } = keys;
  const found = await Promise.all([
    findOneWay(db, scope, 'm.fold', { whole: forwards, beginnings, length }),
    findOneWay(db, scope, 'reverse(m.fold)', { whole: backwards, beginnings: endings, length }),
  ]);
  const bearers: Bearers = { byKey: new Map(), said: new Map() };
  const arms = new Map<string, DescribedArm>();
  let whole = 0;
  let isCut = false;
  for (const rows of found)
    for (const row of rows) {
      if (row.arm_id) arms.set(row.arm_id, describedOf(row as ArmRow));
      if (row.marks === null) continue;
      const added = addMarks(row.marks, bearers);
      whole += added.whole;
      isCut ||= added.ranged >= RANGED_MAX;
    }
  return { ...bearers, arms, isCut: isCut || whole >= FOUND_MAX };
}

type OneWay = {
  readonly whole: string | undefined;
  readonly beginnings: readonly string[];
  readonly length: number | undefined;
};
type FoundRow = Partial<ArmRow> & { marks: string | null };

/** The marks by one index, with what is said of their arms where they are few. */
function findOneWay(
  db: Statements,
  scope: Scope,
  column: string,
  { whole, beginnings, length }: OneWay,
): Promise<readonly FoundRow[]> {
  const values: unknown[] = [];
  const add = valuesFrom(values);
  const within = armsIn(scope, 'a', add);
  // Whoever may see all arms need not have each looked at.
  const from = within === 'true' ? 'arm_mark m' : 'arm_mark m join arm a on a.arm_id = m.arm_id';
  const parts: string[] = [];
  if (whole !== undefined)
    parts.push(`select m.arm_id, m.key, m.said, 0 as ranged from ${from}
      where ${column} = any(${foldsIn(add(whole))}) and m.kind in ${KINDS_SQL} and ${within} limit ${FOUND_MAX}`);
  if (beginnings.length > 0)
    parts.push(
      `select found.*, 1 as ranged from unnest(${add(beginnings)}::text[]) as range (beginning) cross join lateral (
        ${ranged(from, column, add(length ?? null), within)}) as found limit ${RANGED_MAX}`,
    );
  if (parts.length === 0) return Promise.resolve([]);
  // One row holds all marks: as many rows would take longer to send and to read than to find.
  return db.rows<FoundRow>(
    `with found as materialized (${parts.map((part) => `(${part})`).join(' union all ')}),
       counted as (select count(*) as marks, string_agg(ranged || arm_id::text || said || ' ' || key, '\n') as told from found)
     select a.arm_id, ${SAID}, null as marks from found join arm a
       on a.arm_id = case when (select marks from counted) <= ${DESCRIBED_MAX} then found.arm_id end
     union all select null, ${NOTHING_SAID}, told from counted`,
    values,
  );
}

const ID_LENGTH = 36;

/**
 * Adds the marks that a row holds: one sign of whether a range led to it, the id of its arm, what is said of it as a number, and
 * its key, which has no line.
 */
export function addMarks(
  marks: string,
  { byKey, said }: Bearers,
): { readonly whole: number; readonly ranged: number } {
  const lines = marks.split('\n');
  let ranged = 0;
  for (const line of lines) {
    if (line.startsWith('1')) ranged++;
    const arm = line.slice(1, 1 + ID_LENGTH);
    const space = line.indexOf(' ', 1 + ID_LENGTH);
    said.set(arm, line.slice(1 + ID_LENGTH, space));
    const key = line.slice(space + 1);
    const known = byKey.get(key);
    if (known) known.push(arm);
    else byKey.set(key, [arm]);
  }
  return { whole: lines.length - ranged, ranged };
}

function ranged(from: string, column: string, length: string, within: string): string {
  return `select m.arm_id, m.key, m.said from ${from}
    where ${column} >= range.beginning collate "C" and ${column} < (range.beginning || '${LAST_BYTE}') collate "C"
      and (${length}::int is null or length(m.fold) = ${length}) and m.kind in ${KINDS_SQL} and ${within}
    limit ${RANGED_MAX}`;
}

/** What is said of these arms. */
export async function describeArms(db: Statements, ids: readonly string[]): Promise<readonly DescribedArm[]> {
  if (ids.length === 0) return [];
  // One by one, in half the time of a list: ids that lie far apart share no page.
  const rows = await db.rows<ArmRow>(
    `select a.arm_id, ${SAID} from unnest($1::uuid[]) as one (id) join arm a on a.arm_id = one.id`,
    [ids],
  );
  return rows.map(describedOf);
}

function describedOf(row: ArmRow): DescribedArm {
  return {
    id: row.arm_id,
    number: row.number,
    ...saidWords(row),
    serial: row.serial ?? undefined,
  };
}

function saidWords(row: SaidRow): SaidWords {
  return {
    class: row.class,
    maker: row.maker ?? undefined,
    model: row.model ?? undefined,
    calibre: row.calibre ?? undefined,
    country: row.country ?? undefined,
    year: row.year ?? undefined,
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

/** How arms are described, the most frequent first, told from about so many arms that lie here and there, at most twice as many. */
export async function listDescriptions(
  db: Statements,
  { sampled, most }: { readonly sampled: number; readonly most: number },
): Promise<readonly SaidWords[]> {
  const share = Math.min(100, (sampled / Math.max(1, await countedArms(db))) * 100);
  const rows = await db.rows<SaidRow>(
    `select class, maker, model, calibre, country, year
     from (select class, maker, model, calibre, country, year from arm tablesample system ($1) limit $2) as sampled
     group by class, maker, model, calibre, country, year order by count(*) desc limit $3`,
    [share, 2 * sampled, most],
  );
  return rows.map(saidWords);
}

/** About how many arms there are, as the database last counted. */
export async function countedArms(db: Statements): Promise<number> {
  const [row] = await db.rows<{ arms: number }>(
    "select greatest(reltuples, 0)::int8 as arms from pg_class where oid = 'arm'::regclass",
  );
  return Number(row?.arms ?? 0);
}
