/**
 * A batch of recovered arms to be screened against a register, as a police force sends a year of them: half read as they
 * stand, the rest with one kind of damage each, well mixed.
 */

import { availableParallelism } from 'node:os';
import { machine, type Office } from '../../src/acts/office.ts';
import { HELPING_ROWS, openScreener } from '../../src/acts/screen-in-memory.ts';
import type { ScreenRow } from '../../src/acts/screen-marks.ts';
import { round, say } from '../office.ts';
import { permutation } from './permutation.ts';
import type { Class, Query, Questioner } from './queries.ts';
import type { Register } from './register.ts';
import { type makeWays, rankOf, type Way } from './ways.ts';

/** Of ten recovered arms, in the order of their numbers. */
const MIX: readonly Class[] = [
  ...Array.from({ length: 5 }, () => 'exact' as const),
  'look-alike',
  'one edit',
  'two edits',
  'unknown places',
  'punctuation',
];

/** So many recovered arms, none of which is looked for widened unless whoever screens does so by itself. */
export function* recoveredArms(questioner: Questioner, many: number, seed: number): Generator<Query> {
  const order = permutation(many, seed);
  for (let n = 0; n < many; n++) {
    const name = MIX[order.at(n) % MIX.length]!;
    yield { ...questioner.ofClass(name, FIRST + n), wide: false };
  }
}

/** Far behind the questions that are asked one by one. */
const FIRST = 1_000_000;

export type InMemory = {
  readonly wide: boolean;
  /** Making ready, most of it reading the register into memory; then all rows over all cores. */
  readonly readSeconds: number;
  readonly rows: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  readonly ten: number;
};

export type Screening = {
  readonly inMemory: readonly InMemory[];
  /** A sample one by one in the database; seconds for 100,000 as if every core did nothing else. */
  readonly oneByOne: Readonly<
    Record<
      'ours' | 'trigrams',
      { readonly sampled: number; readonly secondsFor100000: number; readonly ten: number }
    >
  >;
  readonly inMemoryTimesTrigrams: number;
};

const ACTOR = machine('bench', 'measuring');
const ROWS_OF_BATCH = 100_000;
/** Of a batch that is looked at widened, which takes longer. */
const WIDE_SHARE = 0.1;

export type ScreeningOf = {
  readonly office: Office;
  readonly register: Register;
  readonly questioner: Questioner;
  readonly seed: number;
};

/** Screens a batch in memory, a tenth of it widened too, and a sample of it one by one in the database. */
export async function measureScreening(
  of: ScreeningOf,
  ways: ReturnType<typeof makeWays>,
  rows: number,
  sampled: number,
): Promise<Screening> {
  const inMemory = [
    await screenInMemory(of, rows, false),
    await screenInMemory(of, Math.ceil(rows * WIDE_SHARE), true),
  ];
  const one = {
    ours: await screenOneByOne(of, ways.ours, sampled),
    trigrams: await screenOneByOne(of, ways.trigrams, sampled),
  };
  const forBatch = ROWS_OF_BATCH / inMemory[0]!.rowsPerSecond;
  return { inMemory, oneByOne: one, inMemoryTimesTrigrams: round(one.trigrams.secondsFor100000 / forBatch) };
}

async function screenInMemory(
  { office, register, questioner, seed }: ScreeningOf,
  rows: number,
  wide: boolean,
): Promise<InMemory> {
  const batch = [...recoveredArms(questioner, rows, seed)];
  async function* helpings(): AsyncGenerator<readonly ScreenRow[]> {
    for (let at = 0; at < batch.length; at += HELPING_ROWS)
      yield batch.slice(at, at + HELPING_ROWS).map(rowOf);
  }
  const began = performance.now();
  const screener = await openScreener(office, ACTOR, wide);
  try {
    // Threads begin with their first helping; that is part of making ready.
    for await (const _ of screener.screen(oneEach(batch[0]!)));
    const read = performance.now();
    let done = 0;
    let ten = 0;
    for await (const answers of screener.screen(helpings()))
      for (const answer of answers) {
        const id = register.idOf(batch[done++]!.arm!);
        if (answer.includes(`"armId":"${id}"`)) ten++;
      }
    const seconds = (performance.now() - read) / 1000;
    say(`  ${done} recovered arms${wide ? ', widened,' : ''} screened in ${round(seconds)} s`);
    return {
      wide,
      readSeconds: round((read - began) / 1000),
      rows: done,
      seconds: round(seconds),
      rowsPerSecond: Math.round(done / seconds),
      ten: round(ten / done),
    };
  } finally {
    await screener.close();
  }
}

const rowOf = ({ reading, said }: Query): ScreenRow => ({ serial: reading, ...said });

/** A helping of one row for each thread there may be. */
async function* oneEach(query: Query): AsyncGenerator<readonly ScreenRow[]> {
  for (let thread = 0; thread < availableParallelism(); thread++) yield [rowOf(query)];
}

async function screenOneByOne(
  { register, questioner, seed }: ScreeningOf,
  way: ReturnType<typeof makeWays>[Way],
  sampled: number,
): Promise<Screening['oneByOne']['ours']> {
  let took = 0;
  let ten = 0;
  for (const query of recoveredArms(questioner, sampled, seed)) {
    const { ms, answer } = await way(query);
    took += ms;
    if ((rankOf(answer, register.idOf(query.arm!)) ?? Number.POSITIVE_INFINITY) <= 10) ten++;
  }
  const seconds = (took / 1000 / sampled) * (ROWS_OF_BATCH / availableParallelism());
  return { sampled, secondsFor100000: Math.round(seconds), ten: round(ten / sampled) };
}
