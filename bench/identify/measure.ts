/**
 * Asks the same questions in three ways, one question after the other and each way in turn, and counts what was found at
 * which rank; then asks the oracle for the first of them. What is compared was measured in one run on one machine.
 */
import type { Identifier } from '../../src/domain/identification/identifier.ts';
import type { Database } from '../../src/store/database.ts';
import { quantile, say } from '../office.ts';
import { oracleRanks } from './oracle.ts';
import { CLASSES, type Class, type Query, type Questioner } from './queries.ts';
import type { Register } from './register.ts';
import { makeWays, rankOf, WAYS, type Way } from './ways.ts';

export type Measuring = {
  readonly db: Database;
  readonly identifier: Identifier;
  readonly register: Register;
  readonly questioner: Questioner;
  readonly seed: number;
  /** Questions of a class, and those of them that the oracle is asked. */
  readonly queries: number;
  readonly oracled: number;
};

export type Times = Readonly<Record<Way, { readonly p50: number; readonly p95: number }>>;
type Shares = { readonly among: number; readonly first: number; readonly ten: number };

export type ClassMeasured = {
  readonly queries: number;
  /** Shares of the true arm among all that was found, at rank 1, and among the first ten. */
  readonly ours: Shares;
  readonly trigrams: Shares;
  readonly exact: Pick<Shares, 'among'>;
  readonly foundP50: number;
  readonly foundP95: number;
  readonly oracle: {
    readonly queries: number;
    readonly first: number;
    readonly ten: number;
    readonly oursFirst: number;
    readonly oursTen: number;
    readonly tenOfOracle: number;
  };
  readonly ms: Times;
  readonly missed: readonly string[];
};

const WARMING = 8;
const MISSED_TOLD = 12;

type Outcome = {
  readonly query: Query;
  readonly ms: Readonly<Record<Way, number>>;
  readonly among: Readonly<Record<Way, boolean>>;
  readonly ranks: Readonly<Record<Way, number | undefined>>;
  readonly found: number;
};

/** Measures all classes. */
export async function measureClasses(measuring: Measuring): Promise<Readonly<Record<Class, ClassMeasured>>> {
  const { queries, questioner, register, seed } = measuring;
  const ways = makeWays(measuring.db, measuring.identifier, register.arms);
  const outcomes = new Map<Class, Outcome[]>();
  let turn = 0;
  for (const name of CLASSES) {
    for (let n = 0; n < WARMING; n++)
      for (const way of WAYS) await ways[way](questioner.ofClass(name, queries + n));
    const all: Outcome[] = [];
    for (let n = 0; n < queries; n++) {
      const query = questioner.ofClass(name, n);
      all.push(await ask(ways, register, query, turn++));
    }
    outcomes.set(name, all);
    say(
      `  ${name}: ${quantile(
        all.map(({ ms }) => ms.ours),
        0.5,
      )} ms`,
    );
  }
  const asked = [...outcomes.values()].flatMap((all) => all.slice(0, measuring.oracled));
  say(`  the oracle weighs ${register.arms} arms for ${asked.length} questions`);
  const best = await oracleRanks(
    register.arms,
    seed,
    asked.map(({ query }) => query),
  );
  const ranks = new Map(asked.map(({ query }, at) => [query, best[at]!]));
  return Object.fromEntries([...outcomes].map(([name, all]) => [name, measuredOf(all, ranks)])) as Record<
    Class,
    ClassMeasured
  >;
}

/** One question in all ways, each of which comes first in turn. */
async function ask(
  ways: ReturnType<typeof makeWays>,
  register: Register,
  query: Query,
  turn: number,
): Promise<Outcome> {
  const id = register.idOf(query.arm!);
  const ms = { ours: 0, trigrams: 0, exact: 0 };
  const among = { ours: false, trigrams: false, exact: false };
  const ranks: Record<Way, number | undefined> = { ours: undefined, trigrams: undefined, exact: undefined };
  let found = 0;
  for (let step = 0; step < WAYS.length; step++) {
    const way = WAYS[(turn + step) % WAYS.length]!;
    const asked = await ways[way](query);
    ms[way] = asked.ms;
    among[way] = asked.found.has(id);
    ranks[way] = rankOf(asked.answer, id);
    if (way === 'ours') found = asked.found.size;
  }
  return { query, ms, among, ranks, found };
}

function measuredOf(all: readonly Outcome[], oracle: ReadonlyMap<Query, number>): ClassMeasured {
  const sample = all.filter(({ query }) => oracle.has(query));
  const isIn = (rank: number | undefined, top: number): boolean => rank !== undefined && rank <= top;
  const share = (some: readonly Outcome[], holds: (one: Outcome) => boolean): number =>
    Math.round((some.filter(holds).length / some.length) * 10_000) / 10_000;
  const sharesOf = (way: Way): Shares => ({
    among: share(all, ({ among }) => among[way]),
    first: share(all, ({ ranks }) => isIn(ranks[way], 1)),
    ten: share(all, ({ ranks }) => isIn(ranks[way], 10)),
  });
  const oracleTen = share(sample, ({ query }) => isIn(oracle.get(query), 10));
  const oursTen = share(sample, ({ ranks }) => isIn(ranks.ours, 10));
  const timesOf = (way: Way): { p50: number; p95: number } => {
    const took = all.map(({ ms }) => ms[way]);
    return { p50: quantile(took, 0.5), p95: quantile(took, 0.95) };
  };
  const found = all.map((one) => one.found);
  return {
    queries: all.length,
    ours: sharesOf('ours'),
    trigrams: sharesOf('trigrams'),
    exact: { among: share(all, ({ among }) => among.exact) },
    foundP50: quantile(found, 0.5),
    foundP95: quantile(found, 0.95),
    oracle: {
      queries: sample.length,
      first: share(sample, ({ query }) => isIn(oracle.get(query), 1)),
      ten: oracleTen,
      oursFirst: share(sample, ({ ranks }) => isIn(ranks.ours, 1)),
      oursTen,
      tenOfOracle: Math.round((oursTen / oracleTen) * 10_000) / 10_000,
    },
    ms: { ours: timesOf('ours'), trigrams: timesOf('trigrams'), exact: timesOf('exact') },
    missed: all
      .filter(({ among }) => !among.ours)
      .slice(0, MISSED_TOLD)
      .map(({ query }) => `${query.serial} read ${query.reading}`),
  };
}
