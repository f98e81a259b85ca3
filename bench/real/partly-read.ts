/**
 * Examinations as a register, and their partly read numbers as questions to it, by the search that every act takes: how many
 * arms fit, whether the search misses any, on which place the one that fits stands, and how long an answer takes. B-08, B-10.
 */
import { identifierOf } from '../../src/acts/identifier.ts';
import { searchMarks } from '../../src/acts/search-marks.ts';
import { EVERYTHING } from '../../src/domain/access/scope.ts';
import type { Identifier } from '../../src/domain/identification/identifier.ts';
import type { Described } from '../../src/domain/identification/profile.ts';
import { understandReading } from '../../src/domain/intake/understand-reading.ts';
import { isWhole, type Reading } from '../../src/domain/marks/reading.ts';
import { type BenchOffice, quantile, round, say } from '../office.ts';
import { type ExaminedArm, examined, fillRegister } from './examined-register.ts';
import { percent, readTable, SKIPPED } from './tables.ts';

/** Groups in which lists are counted, each by the most it holds. */
const GROUPS = [
  ['none', 0],
  ['one', 1],
  ['2 to 5', 5],
  ['6 to 50', 50],
  ['more', Number.POSITIVE_INFINITY],
] as const;
/** Longer lists are cut by design: their arms are not counted as missed. */
const LISTED_WHOLE = 400;

type Answered = {
  /** Numbers of the register that a reading fits, told by trying all; and those of them that the search gave. */
  readonly fit: number;
  readonly given: number;
  /** Of the arms that fit and agree in class and maker. */
  readonly agreeing: number;
  /** Where the one that fits stands, from 1; 0 where it is not given. */
  readonly rank: number;
  readonly noneProbability: number;
  readonly tookMs: number;
};

/** Measures partly read numbers on the files of a folder. */
export async function measurePartlyRead(bench: BenchOffice, folder: string): Promise<object | string> {
  const rows = readTable(folder, 'rio-examinations/firearms.csv.gz');
  if (!rows) return SKIPPED;
  const arms = await fillRegister(bench, rows);
  const questions = rows.flatMap((row) => {
    const one = examined(row);
    return one && !isWhole(one.reading) ? [one] : [];
  });
  const known = questions.map(({ reading }) => reading.places.filter(({ may }) => may !== '').length);
  say(`${questions.length} partly read numbers`);
  const results: Record<string, object> = {};
  for (const withWords of [false, true]) {
    const answers: Answered[] = [];
    for (const { reading, said } of questions)
      answers.push(await ask(bench, arms, reading, withWords ? said : {}, said));
    results[withWords ? 'withWords' : 'numberAlone'] = figuresOf(answers, withWords);
  }
  return {
    arms: arms.length,
    questions: questions.length,
    knownCharacters: { median: quantile(known, 0.5) },
    ...results,
    labelled: await askLabelled(bench, arms, folder),
  };
}

async function ask(
  { office }: BenchOffice,
  arms: readonly ExaminedArm[],
  reading: Reading,
  asked: Described,
  said: Described,
): Promise<Answered> {
  const identifier = await identifierOf(office);
  const began = performance.now();
  const question = identifier.ask([reading], asked);
  const { answer } = await searchMarks(office.db, EVERYTHING, identifier, question, false);
  const tookMs = performance.now() - began;
  const pattern = patternOf(reading);
  const fitting = arms.filter(({ key }) => pattern.test(key));
  const ids = new Set(fitting.map(({ id }) => id));
  const given = answer.best().filter(({ arm }) => ids.has(String(arm))).length;
  return {
    fit: fitting.length,
    given,
    agreeing: fitting.filter((arm) => agrees(identifier, arm.said, said)).length,
    rank: answer.best().findIndex(({ arm }) => ids.has(String(arm))) + 1,
    noneProbability: answer.noneProbability,
    tookMs,
  };
}

/** The reading as a pattern: what a search by fitting alone would give. */
function patternOf({ places, gaps }: Reading): RegExp {
  const gap = (place: number): string => (gaps.includes(place) ? '.*' : '');
  const place = (may: string): string => (may === '' ? '.' : `[${may}]`);
  return new RegExp(
    `^${places.map(({ may }, at) => gap(at) + place(may)).join('')}${gap(places.length)}$`,
    'u',
  );
}

function agrees({ profile }: Identifier, a: Described, b: Described): boolean {
  const [one, other] = [profile(a), profile(b)];
  const makerOf = ({ maker }: typeof one): string | undefined => maker?.shares[0]?.code ?? maker?.text;
  return one.class === other.class && makerOf(one) === makerOf(other);
}

function figuresOf(answers: readonly Answered[], withWords: boolean): object {
  const single = answers.filter(({ fit }) => fit === 1);
  const bounded = answers.filter(({ fit }) => fit <= LISTED_WHOLE);
  const sum = (of: (one: Answered) => number, all = answers): number =>
    all.reduce((total, one) => total + of(one), 0);
  const took = answers.map(({ tookMs }) => tookMs);
  return {
    ...(withWords
      ? { fittingAndClassAndMakerEqual: groupsOf(answers.map(({ agreeing }) => agreeing)) }
      : { fitting: groupsOf(answers.map(({ fit }) => fit)) }),
    fittingGiven: percent(sum(({ given }) => given, bounded) / (sum(({ fit }) => fit, bounded) || 1)),
    whereOneFits: {
      questions: single.length,
      first: percent(single.filter(({ rank }) => rank === 1).length / single.length),
      amongTen: percent(single.filter(({ rank }) => rank >= 1 && rank <= 10).length / single.length),
      // No label says which are truly meant: that class and maker agree without having been asked is the best sign.
      agreeInClassAndMaker: {
        toldLikely: agreeing(single.filter(({ noneProbability }) => noneProbability < 0.5)),
        toldNone: agreeing(single.filter(({ noneProbability }) => noneProbability >= 0.5)),
      },
      noneProbability: meanOf(single),
    },
    whereNoneFits: { noneProbability: meanOf(answers.filter(({ fit }) => fit === 0)) },
    milliseconds: { p50: quantile(took, 0.5), p95: quantile(took, 0.95), most: round(Math.max(...took)) },
  };
}

function agreeing(answers: readonly Answered[]): string {
  return `${answers.filter((one) => one.agreeing > 0).length} of ${answers.length}`;
}

function meanOf(answers: readonly Answered[]): number {
  return round(answers.reduce((sum, one) => sum + one.noneProbability, 0) / (answers.length || 1));
}

function groupsOf(counts: readonly number[]): object {
  return Object.fromEntries(
    GROUPS.map(([name, most], at) => {
      const least = at === 0 ? 0 : GROUPS[at - 1]![1] + 1;
      const group = counts.filter((count) => count >= least && count <= most);
      return [name, percent(group.length / counts.length)];
    }),
  );
}

/** Partly read numbers of which a label says to which whole one they belong. */
async function askLabelled(
  { office }: BenchOffice,
  arms: readonly ExaminedArm[],
  folder: string,
): Promise<object | string> {
  const rows = readTable(folder, 'rio-pairs/pairs.csv.gz');
  if (!rows) return SKIPPED;
  const identifier = await identifierOf(office);
  const ranks: number[] = [];
  for (const row of rows.filter(({ basis = '' }) => basis.startsWith('P6'))) {
    const [reading] = understandReading(row.a_serial!).readings;
    const [whole] = understandReading(row.b_serial!).readings;
    const key = whole?.reading.places.map(({ may }) => may).join('');
    const id = arms.find((arm) => arm.key === key)?.id;
    if (!reading || id === undefined) continue;
    const { a_make: maker, a_model: model, a_type: kind, a_calibre: calibre, a_country: country } = row;
    const question = identifier.ask([reading.reading], { maker, model, class: kind, calibre, country });
    const { answer } = await searchMarks(office.db, EVERYTHING, identifier, question, false);
    ranks.push(answer.best().findIndex(({ arm }) => arm === id) + 1);
  }
  return {
    questions: ranks.length,
    first: ranks.filter((rank) => rank === 1).length,
    amongTen: ranks.filter((rank) => rank >= 1 && rank <= 10).length,
  };
}
