/**
 * Identification: on registers of so many arms (`--arms 1000000,10000000`), whether the true arm is found, at which rank, how
 * quickly, and whether told probabilities come true; beside trigrams of pg_trgm with the same weighing, beside an exact
 * B-tree, and beside an oracle that weighs every arm. Questions go the way of a user's: what was typed is understood, made a
 * question, and searched through `searchMarks`. The registers are databases of the program with rows of arms and marks alone;
 * entries of the ledger are left out, for a search reads none.
 */
import { identifierOf } from '../src/acts/identifier.ts';
import { learnDescriptions } from '../src/acts/learn-descriptions.ts';
import { listBars } from './identify/bars.ts';
import { measureScreening, type Screening } from './identify/batch.ts';
import { ABSENT_SHARE, type Calibration, calibrate, FACTORS } from './identify/calibration.ts';
import { EDIT_SHARES, NATURAL_RATES } from './identify/damage.ts';
import { openRegisterHome } from './identify/home.ts';
import { type LoadTimes, measureLoad } from './identify/load-time.ts';
import { type ClassMeasured, measureClasses } from './identify/measure.ts';
import { type Class, makeQuestioner, SAID_SHARES } from './identify/queries.ts';
import { makeRegister, REGISTER_SHAPE } from './identify/register.ts';
import { makeWays } from './identify/ways.ts';
import { say } from './office.ts';

const SEED = 7;
/** Questions of a class, those of them that the oracle is asked, and how many times as many are asked for calibration. */
const QUERIES = 200;
const ORACLED = 30;
/** An oracle over more arms than this takes half a minute a question. */
const LARGE = 5_000_000;
const ORACLED_LARGE = 5;
const CALIBRATED_TIMES = 10;
/** With fewer questions the error of calibration is that of chance. */
const CALIBRATED_MIN = 4_000;
/** Recovered arms of a batch; fewer where the register is small. Of them, those that are screened one by one. */
const ROWS_SCREENED = 100_000;
const SCREENED = 200;
/** What an oracle may weigh in one run where nothing else is told: marks times questions. */
const ORACLE_WORK_MAX = 4e7;

export type RegisterMeasured = {
  readonly arms: number;
  readonly lots: number;
  readonly classes: Readonly<Record<Class, ClassMeasured>>;
  readonly calibration: Readonly<Record<string, { readonly held: Calibration; readonly left: Calibration }>>;
  readonly screening: Screening;
  readonly load: LoadTimes;
};

/** Measures registers of each number of `--arms`; `--requests` questions a class, `--rows` recovered
 * arms of a batch and `--seed` may be told. */
export async function benchIdentify(options: Readonly<Record<string, string | undefined>>): Promise<object> {
  const seed = Number(options.seed ?? SEED);
  const queries = Number(options.requests ?? QUERIES);
  const results: RegisterMeasured[] = [];
  for (const arms of (options.arms ?? '100000').split(',').map(Number))
    results.push(
      await measureRegister(arms, seed, queries, Number(options.rows ?? Math.min(arms / 10, ROWS_SCREENED))),
    );
  return {
    bars: listBars(results),
    registers: results,
    stated: {
      register: REGISTER_SHAPE,
      said: SAID_SHARES,
      edits: EDIT_SHARES,
      natural: { rates: NATURAL_RATES, factors: FACTORS, absent: ABSENT_SHARE, absentFromGaps: 0.5 },
      oneRun: 'each question goes all ways in turn; times in milliseconds, from Node, warm',
      trigrams:
        'GIN gin_trgm_ops on the key, similarity from 0.3, top 200 without the maker; LIKE for unknown places and lost ends; then the same weighing',
      load: 'the marks in the shuffled order of the rows, which is the worst for an index; lot by lot beside it',
      exact: 'a B-tree on the key, one statement with what the arm is; no weighing',
    },
  };
}

async function measureRegister(
  arms: number,
  seed: number,
  queries: number,
  rows: number,
): Promise<RegisterMeasured> {
  const register = makeRegister(arms, seed);
  const questioner = makeQuestioner(register, seed + 1);
  const bench = await openRegisterHome(register, seed, say);
  try {
    const { db } = bench.office;
    const identifier = await identifierOf(bench.office);
    say(
      `${await learnDescriptions(bench.office)} descriptions are known, as to a server that has run for a while`,
    );
    say(`${arms} arms in ${register.lots.length} lots`);
    const oracled = Math.min(
      queries,
      Math.max(arms > LARGE ? ORACLED_LARGE : ORACLED, Math.floor(ORACLE_WORK_MAX / arms / 12)),
    );
    const classes = await measureClasses({ db, identifier, register, questioner, seed, queries, oracled });
    const calibrated = Math.max(queries * CALIBRATED_TIMES, CALIBRATED_MIN);
    const calibration = await calibrate(db, identifier, register, questioner, calibrated);
    const screening = await measureScreening(
      { office: bench.office, register, questioner, seed },
      makeWays(db, identifier, arms),
      rows,
      Math.min(queries, SCREENED),
    );
    const load = await bench.owner((owner) => measureLoad(owner, register));
    return { arms, lots: register.lots.length, classes, calibration, screening, load };
  } finally {
    await bench.close();
  }
}
