/**
 * A batch of recovered arms to be screened against a register, as a police force sends a year of them: half read as they
 * stand, the rest with one kind of damage each, well mixed.
 */

import { quantile, round } from '../office.ts';
import { permutation } from './permutation.ts';
import type { Class, Query, Questioner } from './queries.ts';
import type { Register } from './register.ts';
import { type makeWays, rankOf } from './ways.ts';

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

export type Screened = {
  readonly sampled: number;
  /** What all of a batch of 100,000 would take, one after the other, and the share found among the first ten. */
  readonly hoursFor100000: number;
  readonly p50: number;
  readonly ten: number;
};

/** Screens a sample of a batch one by one in the database, in our way and by trigrams. */
export async function screenSample(
  ways: ReturnType<typeof makeWays>,
  register: Register,
  batch: Iterable<Query>,
): Promise<Readonly<Record<'ours' | 'trigrams', Screened>>> {
  const took: Record<'ours' | 'trigrams', number[]> = { ours: [], trigrams: [] };
  const ten = { ours: 0, trigrams: 0 };
  for (const query of batch)
    for (const way of ['ours', 'trigrams'] as const) {
      const { ms, answer } = await ways[way](query);
      took[way].push(ms);
      if ((rankOf(answer, register.idOf(query.arm!)) ?? Number.POSITIVE_INFINITY) <= 10) ten[way]++;
    }
  const of = (way: 'ours' | 'trigrams'): Screened => {
    const sampled = took[way].length;
    const each = took[way].reduce((sum, ms) => sum + ms, 0) / sampled;
    return {
      sampled,
      hoursFor100000: round((each * 100_000) / 3_600_000),
      p50: quantile(took[way], 0.5),
      ten: round(ten[way] / sampled),
    };
  };
  return { ours: of('ours'), trigrams: of('trigrams') };
}
