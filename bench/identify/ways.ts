/**
 * Three ways from what was read to an answer, each timed by itself: the way of the program, as an officer's question goes;
 * trigrams of pg_trgm with the weighing of the program; and the exact key by a B-tree, as registers search today.
 *
 * Trigrams are asked as their manual tells: a GIN index on the key, similarity from 0.3 on, the 200 most alike; where places
 * are unknown or an end is lost, LIKE through the same index. Each of their statements is planned for its own values.
 */

import { searchMarks } from '../../src/acts/search-marks.ts';
import { EVERYTHING } from '../../src/domain/access/scope.ts';
import { type Identifier, type Question, serialOfKey } from '../../src/domain/identification/identifier.ts';
import type { Answer, ArmKey } from '../../src/domain/identification/weigh.ts';
import { understandReading } from '../../src/domain/intake/understand-reading.ts';
import { searchKey } from '../../src/domain/marks/adequate.ts';
import { isWhole, type Reading } from '../../src/domain/marks/reading.ts';
import type { Database, Row, Statements } from '../../src/store/database.ts';
import { addMarks, listMarks } from '../../src/store/identify.ts';
import type { Query } from './queries.ts';

export type Way = 'ours' | 'trigrams' | 'exact';
export const WAYS: readonly Way[] = ['ours', 'trigrams', 'exact'];

export type Asked = {
  readonly ms: number;
  /** Arms found by keys, before any is left out. */
  readonly found: ReadonlySet<string>;
  readonly answer: Answer | undefined;
};

/** The question of a query, as the act that identifies understands it. */
export function questionOf(identifier: Identifier, { reading, said }: Query): Question {
  const { readings } = understandReading(reading);
  return identifier.ask(
    readings.map((one) => one.reading),
    said,
  );
}

const TOP_TRIGRAMS = 200;
type MarkRow = Row & { arm_id: string; key: string };
type FoundMark = { readonly arm: string; readonly key: string };

/** Makes the three ways over a register of so many arms. */
export function makeWays(
  db: Database,
  identifier: Identifier,
  arms: number,
): Readonly<Record<Way, (query: Query) => Promise<Asked>>> {
  const watched = watch(db);
  const timed = async (query: Query, ask: (query: Query) => Promise<Omit<Asked, 'ms'>>): Promise<Asked> => {
    const began = performance.now();
    const told = await ask(query);
    return { ...told, ms: performance.now() - began };
  };
  return {
    ours: (query) =>
      timed(query, async () => {
        const question = questionOf(identifier, query);
        watched.begin();
        const searched = await searchMarks(watched, EVERYTHING, identifier, question, query.wide);
        return { found: new Set(watched.found()), answer: searched.answer };
      }),
    trigrams: (query) =>
      timed(query, async () => {
        const question = questionOf(identifier, query);
        const found = await Promise.all(question.readings.map((reading) => byTrigrams(db, reading)));
        const answer = await weighFound(db, identifier, question, found, arms);
        return { found: new Set(found.flat().map(({ arm }) => arm)), answer };
      }),
    exact: (query) =>
      timed(query, async () => {
        const rows = await db.quick.rows<MarkRow>(
          `select m.arm_id, m.key, a.number, a.class, a.maker, a.model, a.calibre, a.country, a.year, a.serial
           from arm_mark m join arm a on a.arm_id = m.arm_id where m.key = $1 limit ${TOP_TRIGRAMS}`,
          [searchKey(query.reading)],
        );
        return { found: new Set(rows.map((row) => row.arm_id)), answer: undefined };
      }),
  };
}

/** Statements that remember which marks they gave. */
function watch(
  db: Database,
): Pick<Database, 'rows' | 'quick'> & { begin(): void; found(): readonly string[] } {
  let given: string[] = [];
  const remembered = (own: Statements): Statements['rows'] => {
    return async <R extends Row>(text: string, values?: readonly unknown[]) => {
      const rows = await own.rows<R>(text, values);
      const bearers = { byKey: new Map<string, string[]>(), said: new Map<string, string>() };
      for (const { marks } of rows) if (typeof marks === 'string') addMarks(marks, bearers);
      given.push(...bearers.said.keys());
      return rows;
    };
  };
  return {
    begin() {
      given = [];
    },
    found: () => given,
    rows: remembered(db),
    quick: { rows: remembered(db.quick) },
  };
}

function byTrigrams(db: Database, reading: Reading): Promise<readonly FoundMark[]> {
  const isGap = new Set(reading.gaps);
  const written = (unknown: string, gap: string): string =>
    reading.places
      .map(({ may }, at) => `${isGap.has(at) ? gap : ''}${[...may].length === 1 ? may : unknown}`)
      .join('') + (isGap.has(reading.places.length) ? gap : '');
  const known = written('', '');
  const how = isWhole(reading) ? 'm.key % $1' : 'm.key like $2';
  return db.withClient(async (client) => {
    const { rows } = await client.query<MarkRow>(
      `select m.arm_id, m.key from arm_mark m where ${how} and $2::text is not null
       order by similarity(m.key, $1) desc, m.arm_id limit ${TOP_TRIGRAMS}`,
      [known, written('_', '%')],
    );
    return rows.map(({ arm_id: arm, key }) => ({ arm, key }));
  });
}

type DescribedRow = Row & { arm_id: string; year: number | null };

/** The weighing of the program over what another way found. */
async function weighFound(
  db: Database,
  identifier: Identifier,
  question: Question,
  found: readonly (readonly FoundMark[])[],
  arms: number,
): Promise<Answer> {
  const list = identifier.shortlist(
    question,
    found.map((marks) => marks.map(({ arm, key }) => ({ arms: [arm], serial: serialOfKey(key) }))),
  );
  const ids = list.arms.map(String);
  const marks = question.readings.length > 1 ? await listMarks(db, ids) : new Map();
  const described = await db.rows<DescribedRow>(
    'select arm_id, class, maker, model, calibre, country, year from arm where arm_id = any($1::uuid[])',
    [ids],
  );
  const profiles = new Map(
    described.map(({ arm_id: id, year, ...said }) => [
      id,
      identifier.profile({
        ...Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value ?? undefined])),
        year: year ?? undefined,
      }),
    ]),
  );
  const known = {
    profileOf: (arm: ArmKey) => profiles.get(String(arm)),
    serialsOf: (arm: ArmKey) =>
      (marks.get(String(arm)) ?? []).map(({ key }: { key: string }) => serialOfKey(key)),
  };
  return identifier.answer(question, list, known, arms);
}

/** The rank of an arm in an answer, from 1; undefined where it is not among the weighed. */
export function rankOf(answer: Answer | undefined, id: string): number | undefined {
  const at = answer?.best().findIndex(({ arm }) => arm === id) ?? -1;
  return at < 0 ? undefined : at + 1;
}
