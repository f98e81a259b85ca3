/**
 * Whether told probabilities come true: questions as they come in, of arms that the register holds and of such that it does
 * not, with natural damage at the stated rates, at half and at twice them. Questions with an odd number are those that are
 * told; even ones are left to whoever sets the weights, and told apart.
 */
import { searchMarks } from '../../src/acts/search-marks.ts';
import { EVERYTHING } from '../../src/domain/access/scope.ts';
import type { Identifier } from '../../src/domain/identification/identifier.ts';
import type { Database } from '../../src/store/database.ts';
import { say } from '../office.ts';
import type { Query, Questioner } from './queries.ts';
import type { Register } from './register.ts';
import { questionOf } from './ways.ts';

/** The share of questions of arms that the register does not hold; half of them lie in gaps of its lots. */
export const ABSENT_SHARE = 0.25;
/** Rates of damage are multiplied by these. */
export const FACTORS = [1, 0.5, 2] as const;
const TOLD = 10;
const BINS = 10;
const SURE = 0.9;

/** One probability that was told, and whether it came true. */
type Told = { readonly probability: number; readonly isTrue: boolean };
type Asked = { readonly query: Query; readonly candidates: readonly Told[]; readonly none: Told };

export type Calibration = {
  readonly questions: number;
  readonly absent: number;
  /** Expected calibration error over all that was told: the ten likeliest of each answer and none of them. */
  readonly ece: number;
  /** The same over the likeliest of each answer, and over the probability that the arm is not here. */
  readonly eceOfFirst: number;
  readonly eceOfNone: number;
  readonly brierOfFirst: number;
  readonly saidSure: { readonly share: number; readonly right: number };
  /** Of arms that the register does not hold: the share for which one was put forward as sure. */
  readonly absentPutForward: number;
  readonly absentPutForwardOfGaps: number;
  readonly reliability: readonly string[];
};

/** Asks so many questions for each factor. */
export async function calibrate(
  db: Database,
  identifier: Identifier,
  register: Register,
  questioner: Questioner,
  questions: number,
): Promise<Readonly<Record<string, { readonly held: Calibration; readonly left: Calibration }>>> {
  const results: Record<string, { held: Calibration; left: Calibration }> = {};
  for (const factor of FACTORS) {
    const all: Asked[] = [];
    for (let n = 0; n < questions; n++)
      all.push(await ask(db, identifier, register, questioner.natural(n, factor, ABSENT_SHARE)));
    const [left, held] = [0, 1].map((rest) => calibrationOf(all.filter((_, n) => n % 2 === rest)));
    results[`rates times ${factor}`] = { held: held!, left: left! };
    say(`  calibration, rates times ${factor}: ${held!.ece}`);
  }
  return results;
}

async function ask(db: Database, identifier: Identifier, register: Register, query: Query): Promise<Asked> {
  const id = query.arm === undefined ? undefined : register.idOf(query.arm);
  const question = questionOf(identifier, query);
  const { answer } = await searchMarks(db, EVERYTHING, identifier, question, false);
  return {
    query,
    candidates: answer.best(TOLD).map(({ arm, probability }) => ({ probability, isTrue: arm === id })),
    // None of these: it is not here, or it is and was not found.
    none: {
      probability: answer.noneProbability,
      isTrue: !answer.best().some(({ arm }) => arm === id),
    },
  };
}

function calibrationOf(all: readonly Asked[]): Calibration {
  const absent = all.filter(({ query }) => query.arm === undefined);
  const firsts = all.flatMap(({ candidates }) => candidates.slice(0, 1));
  const sure = firsts.filter(({ probability }) => probability >= SURE);
  const putForward = (some: readonly Asked[]): number =>
    fine(some.filter(({ candidates: [first] }) => first && first.probability >= SURE).length / some.length);
  const told = all.flatMap(({ candidates, none }) => [...candidates, none]);
  return {
    questions: all.length,
    absent: absent.length,
    ece: eceOf(told),
    eceOfFirst: eceOf(firsts),
    eceOfNone: eceOf(all.map(({ none }) => none)),
    brierOfFirst: fine(meanOf(firsts.map((one) => (one.probability - Number(one.isTrue)) ** 2))),
    saidSure: {
      share: fine(sure.length / all.length),
      right: fine(meanOf(sure.map(({ isTrue }) => Number(isTrue)))),
    },
    absentPutForward: putForward(absent),
    absentPutForwardOfGaps: putForward(absent.filter(({ query }) => query.name.includes(', gap'))),
    reliability: binsOf(told).map(
      ([from, some]) =>
        `${from.toFixed(1)} to ${(from + 1 / BINS).toFixed(1)}: ${some.length} told, mean ${fine(meanOf(some.map(({ probability }) => probability)))}, true ${fine(meanOf(some.map(({ isTrue }) => Number(isTrue))))}`,
    ),
  };
}

/** Told probabilities by tenths. */
function binsOf(told: readonly Told[]): readonly (readonly [number, readonly Told[]])[] {
  const bins = Map.groupBy(told, ({ probability }) => Math.min(BINS - 1, Math.floor(probability * BINS)));
  return [...bins].sort(([a], [b]) => a - b).map(([bin, some]) => [bin / BINS, some] as const);
}

function eceOf(told: readonly Told[]): number {
  const apart = binsOf(told).map(
    ([, some]) =>
      some.length *
      Math.abs(
        meanOf(some.map(({ probability }) => probability)) - meanOf(some.map(({ isTrue }) => Number(isTrue))),
      ),
  );
  return fine(apart.reduce((sum, value) => sum + value, 0) / Math.max(1, told.length));
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const fine = (value: number): number => Math.round(value * 10_000) / 10_000;
