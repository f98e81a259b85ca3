/**
 * Finding arms: by what stands on them, what they are, who answers for them and when something last happened. Every list is
 * bounded and goes on from where it ended; every search runs on an index or ends in time with a sentence.
 */
import type { Scope } from '../domain/access/scope.ts';
import { searchKey } from '../domain/marks/adequate.ts';
import { foldMark } from '../domain/marks/look-alike.ts';
import type { Row, Statements } from './database.ts';
import { LAST_BYTE } from './fold-range.ts';
import { armsIn, valuesFrom } from './scope.ts';

/** Named limits: rows on one page, and how far a total is counted before it says "more". */
export const PAGE_ROWS_MAX = 200;
export const TOTAL_COUNTED_MAX = 1000;

export type Search = {
  readonly serial?: string;
  readonly number?: string;
  readonly maker?: string;
  readonly model?: string;
  readonly calibre?: string;
  readonly class?: string;
  readonly status?: string;
  readonly keeper?: string;
  readonly unit?: string;
  /** Parties of whom one bears, keeps or owns the arm. */
  readonly holders?: readonly string[];
  readonly register?: number;
  readonly from?: string;
  readonly to?: string;
};

export type Page = {
  readonly limit: number;
  /** Where the last page ended: `lastOn` (may be empty) and id. */
  readonly after?: { readonly lastOn: string; readonly id: string };
  /** From the end of the list backwards. */
  readonly fromEnd?: boolean;
};

export type FoundArm = {
  readonly id: string;
  readonly number: string;
  readonly class: string;
  readonly maker: string | undefined;
  readonly model: string | undefined;
  readonly calibre: string | undefined;
  readonly serial: string | undefined;
  readonly status: string;
  readonly keeper: string | undefined;
  readonly lastOn: string | undefined;
  readonly contradictions: number;
};

/** Collects conditions with their numbered values. */
function conditionsOf(scope: Scope, search: Search) {
  const values: unknown[] = [];
  const where: string[] = [];
  const add = (condition: string, value: unknown): void => {
    values.push(value);
    where.push(condition.replaceAll('?', `$${values.length}`));
  };
  if (search.serial !== undefined) {
    const start = search.serial.endsWith('*');
    const text = start ? search.serial.slice(0, -1) : search.serial;
    const { key, fold } = { key: searchKey(text), fold: foldMark(text) };
    // The fold runs on the index; the key tells exactly.
    if (start) {
      add('m.fold >= ?', fold);
      add('m.fold < ?', `${fold}${LAST_BYTE}`);
      add('starts_with(m.key, ?)', key);
    } else {
      add('m.fold = ?', fold);
      add('m.key = ?', key);
    }
    where.push("m.kind in ('serial', 'state-number')");
  }
  if (search.number !== undefined) add('a.number = ?', search.number);
  if (search.maker !== undefined) add('a.maker_key = ?', searchKey(search.maker));
  if (search.model !== undefined) add('a.model_key = ?', searchKey(search.model));
  if (search.calibre !== undefined) add('a.calibre = ?', search.calibre);
  if (search.class !== undefined) add('a.class = ?', search.class);
  if (search.status !== undefined) add('a.status = ?', search.status);
  if (search.keeper !== undefined) add('a.keeper_id = ?', search.keeper);
  if (search.unit !== undefined) add('a.unit_id = ?', search.unit);
  if (search.holders !== undefined)
    add('(a.bearer_id = any(?) or a.keeper_id = any(?) or a.owner_id = any(?))', search.holders);
  if (search.register !== undefined) add('a.register_id = ?', search.register);
  if (search.from !== undefined) add('a.last_on >= ?::date', search.from);
  if (search.to !== undefined) add('a.last_on <= ?::date', search.to);
  const within = armsIn(scope, 'a', valuesFrom(values));
  if (within !== 'true') where.push(within);
  return { values, where, add };
}

/**
 * Lists run by date where a date or a holder was asked for, else by the id, which is the order of recording. A list by date
 * has two parts: the dated arms, then those whose last event has no known day, which a list of somebody's arms must not
 * leave out.
 */
type ListPart = 'by-id' | 'dated' | 'undated';

function partsOf(search: Search, page: Page): readonly ListPart[] {
  const byDate = [search.keeper, search.unit, search.from, search.to].some((value) => value !== undefined);
  if (!byDate) return ['by-id'];
  if (search.from !== undefined || search.to !== undefined) return ['dated'];
  if (page.fromEnd) return page.after && page.after.lastOn.length > 0 ? ['dated'] : ['undated', 'dated'];
  return page.after && page.after.lastOn.length === 0 ? ['undated'] : ['dated', 'undated'];
}

function tablesOf(search: Search): string {
  if (search.serial === undefined) return 'arm a';
  return 'arm_mark m join arm a on a.arm_id = m.arm_id';
}

/** Two marks of one arm may have the same key; only then can a row come twice. */
function distinctOf(search: Search): string {
  return search.serial === undefined ? '' : 'distinct';
}

type FoundRow = Row & {
  arm_id: string;
  number: string;
  class: string;
  maker: string | null;
  model: string | null;
  calibre: string | null;
  serial: string | null;
  status: string;
  keeper_id: string | null;
  last_on: string | null;
  contradictions: number;
};

/**
 * One page of the arms that fit.
 * @limit PAGE_ROWS_MAX rows
 */
export async function listArms(
  db: Statements,
  scope: Scope,
  search: Search,
  page: Page,
): Promise<readonly FoundArm[]> {
  const rows: FoundRow[] = [];
  let rest = Math.min(page.limit, PAGE_ROWS_MAX);
  for (const part of partsOf(search, page)) {
    if (rest === 0) break;
    const found = await listPart(db, scope, search, page, part, rest);
    rows.push(...found);
    rest -= found.length;
  }
  return (page.fromEnd ? rows.reverse() : rows).map(foundArmOf);
}

async function listPart(
  db: Statements,
  scope: Scope,
  search: Search,
  page: Page,
  part: ListPart,
  limit: number,
): Promise<readonly FoundRow[]> {
  const { values, where, add } = conditionsOf(scope, search);
  const sign = page.fromEnd ? '<' : '>';
  const order = page.fromEnd ? 'desc' : 'asc';
  if (part !== 'by-id') where.push(`a.last_on is ${part === 'dated' ? 'not null' : 'null'}`);
  const { after } = page;
  if (after && part === 'dated' && after.lastOn.length > 0) {
    values.push(after.lastOn, after.id);
    where.push(`(a.last_on, a.arm_id) ${sign} ($${values.length - 1}::date, $${values.length}::uuid)`);
  } else if (after && part !== 'dated' && (part === 'by-id' || after.lastOn.length === 0))
    add(`a.arm_id ${sign} ?::uuid`, after.id);
  values.push(limit);
  // In the order of the index also where no day is known: so the page is read from its end and nothing is sorted.
  const dated = part !== 'by-id';
  return db.rows<FoundRow>(
    `select ${distinctOf(search)} ${dated ? 'a.last_on, ' : ''}${FOUND_COLUMNS}
     from ${tablesOf(search)} ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by ${dated ? `a.last_on ${order}, ` : ''}a.arm_id ${order} limit $${values.length}`,
    values,
  );
}

const FOUND_COLUMNS = `a.arm_id, a.number, a.class, a.maker, a.model, a.calibre, a.serial, a.status, a.keeper_id, a.last_on,
  a.contradictions`;

function foundArmOf(row: FoundRow): FoundArm {
  return {
    id: row.arm_id,
    number: row.number,
    class: row.class,
    maker: row.maker ?? undefined,
    model: row.model ?? undefined,
    calibre: row.calibre ?? undefined,
    serial: row.serial ?? undefined,
    status: row.status,
    keeper: row.keeper_id ?? undefined,
    lastOn: row.last_on ?? undefined,
    contradictions: row.contradictions,
  };
}

/** Those of these arms that lie in the scope, in the order of their ids. */
export async function listArmsByIds(
  db: Statements,
  scope: Scope,
  ids: readonly string[],
): Promise<readonly FoundArm[]> {
  if (ids.length === 0) return [];
  const values: unknown[] = [ids.slice(0, PAGE_ROWS_MAX)];
  const rows = await db.rows<FoundRow>(
    `select ${FOUND_COLUMNS} from arm a where a.arm_id = any($1::uuid[])
     and ${armsIn(scope, 'a', valuesFrom(values))} order by a.arm_id`,
    values,
  );
  return rows.map(foundArmOf);
}

/** How many arms fit, counted no further than `most`. */
export async function countArms(
  db: Statements,
  scope: Scope,
  search: Search,
  most = TOTAL_COUNTED_MAX,
): Promise<{ readonly total: number; readonly more: boolean }> {
  const { values, where } = conditionsOf(scope, search);
  const [row] = await db.rows<{ total: number }>(
    `select count(*) as total from (select ${distinctOf(search)} a.arm_id from ${tablesOf(search)}
     ${where.length > 0 ? `where ${where.join(' and ')}` : ''} limit ${most + 1}) as counted`,
    values,
  );
  return { total: Math.min(row!.total, most), more: row!.total > most };
}
