/**
 * What the indexes of identification cost while arms are brought in: the marks of the register into a narrow table with a
 * primary key, without and with both indexes of folds, built after the load and kept while it runs.
 */
import { MARK_COPY } from '../../src/store/arm.ts';
import { CopyRows } from '../../src/store/copy.ts';
import type { Database } from '../../src/store/database.ts';
import { round, say } from '../office.ts';
import { writeMark } from './load.ts';
import { type Register, wordsOf } from './register.ts';

const BATCH_ROWS = 100_000;
const BATCH_BYTES = 10_000_000;
const TABLE = 'bench_marks';
const COLUMNS = MARK_COPY.replace('arm_mark ', '');

export type LoadTimes = {
  readonly after: { readonly keyOnly: number; readonly withFolds: number; readonly times: number };
  readonly inPlace: { readonly keyOnly: number; readonly withFolds: number; readonly times: number };
  /** In place, where arms come lot by lot, as makers and depots list them. */
  readonly inPlaceByLot: { readonly withFolds: number; readonly times: number };
};

/** Seconds of each way to load the marks; the making of the rows is not counted. */
export async function measureLoad(owner: Database, register: Register): Promise<LoadTimes> {
  const [key, ...folds] = await definitionsOf(owner);
  const load = async (
    before: readonly string[],
    behind: readonly string[],
    isByLot = false,
  ): Promise<number> => {
    await owner.rows(`drop table if exists ${TABLE}`);
    await owner.rows('checkpoint');
    let seconds = 0;
    const timed = async (run: () => Promise<unknown>): Promise<void> => {
      const began = performance.now();
      await run();
      seconds += (performance.now() - began) / 1000;
    };
    await owner.rows(`create table ${TABLE} (like arm_mark including defaults)`);
    for (const definition of before) await owner.rows(definition);
    for (let row = 0; row < register.arms; row += BATCH_ROWS) {
      const rows = new CopyRows(BATCH_BYTES);
      for (let at = row; at < Math.min(row + BATCH_ROWS, register.arms); at++) {
        const arm = register.armAt(at);
        const said = { ...wordsOf(register.lotOf(arm)), id: register.idOf(arm) };
        writeMark(rows, said, register.serialOf(isByLot ? at : arm));
      }
      const bytes = rows.done();
      await timed(() => owner.transaction((tx) => tx.copyIn(`${TABLE} ${COLUMNS}`, bytes)));
    }
    for (const definition of behind) await timed(() => owner.rows(definition));
    await owner.rows(`drop table ${TABLE}`);
    return seconds;
  };
  // Once unmeasured where it is quick, so that the first does not pay for what is cold.
  if (register.arms <= BATCH_ROWS) await load([key!], folds);
  const pairOf = async (isAfter: boolean): Promise<LoadTimes['after']> => {
    const keyOnly = await (isAfter ? load([], [key!]) : load([key!], []));
    const withFolds = await (isAfter ? load([], [key!, ...folds]) : load([key!, ...folds], []));
    return { keyOnly: round(keyOnly), withFolds: round(withFolds), times: round(withFolds / keyOnly) };
  };
  say('  loading the marks five times');
  const after = await pairOf(true);
  const inPlace = await pairOf(false);
  const byLot = await load([key!, ...folds], [], true);
  return {
    after,
    inPlace,
    inPlaceByLot: { withFolds: round(byLot), times: round(byLot / inPlace.keyOnly) },
  };
}

/** The primary key of marks and the indexes of their folds, as definitions for the table of the bench. */
async function definitionsOf(owner: Database): Promise<readonly string[]> {
  const rows = await owner.rows<{ definition: string }>(
    `select pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = 'arm_mark'::regclass and (indisprimary or indexrelid::regclass::text like 'arm_mark_fold%')
     order by indisprimary desc, indexrelid`,
  );
  return rows.map(({ definition }) => definition.replaceAll('arm_mark', TABLE));
}
