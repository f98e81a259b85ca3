/** The bars of identification, each beside what was measured. They hold for ten million arms; nothing is asserted. */
import type { RegisterMeasured } from '../identify.ts';
import { round } from '../office.ts';
import { CLASSES, type Class } from './queries.ts';

export type Bar = {
  readonly arms: number;
  readonly what: string;
  readonly measured: number;
  readonly bar: string;
  readonly holds: boolean;
};

const AMONG: readonly Class[] = [
  'exact',
  'punctuation',
  'look-alike',
  'one edit',
  'unknown places',
  'lost end, marked',
];
const UP_TO_ONE_EDIT: readonly Class[] = ['exact', 'punctuation', 'look-alike', 'one edit'];
const BEYOND_TRIGRAMS: readonly (readonly [Class, number])[] = [
  ['look-alike', 0.05],
  ['one edit', 0.15],
  ['two edits', 0.2],
];

/** All bars of all registers that were measured, and those between the smallest and the largest. */
export function listBars(registers: readonly RegisterMeasured[]): readonly Bar[] {
  const bars = registers.flatMap(barsOf);
  const [first, last] = [registers[0], registers.at(-1)];
  if (!first || !last || first === last) return bars;
  for (const name of CLASSES) {
    const times = last.classes[name].ms.ours.p50 / first.classes[name].ms.ours.p50;
    bars.push(most(last.arms, `${name}: median against that with ${first.arms} arms`, times, 1.2));
  }
  return bars;
}

function barsOf({ arms, classes, calibration, screening, load }: RegisterMeasured): Bar[] {
  const bars: Bar[] = [];
  for (const name of AMONG)
    bars.push(least(arms, `${name}: true arm found`, classes[name].ours.among, 0.999));
  bars.push(least(arms, 'two edits, widened: true arm found', classes['two edits'].ours.among, 0.99));
  for (const name of CLASSES)
    bars.push(least(arms, `${name}: first ten against the oracle`, classes[name].oracle.tenOfOracle, 0.995));
  for (const [name, more] of BEYOND_TRIGRAMS) {
    const { ours, trigrams } = classes[name];
    bars.push(least(arms, `${name}: first ten beyond trigrams`, ours.ten - trigrams.ten, more));
  }
  for (const name of UP_TO_ONE_EDIT) {
    const { ours, trigrams, exact } = classes[name].ms;
    bars.push(least(arms, `${name}: times quicker than trigrams, median`, trigrams.p50 / ours.p50, 20));
    bars.push(least(arms, `${name}: times quicker than trigrams, p95`, trigrams.p95 / ours.p95, 40));
    bars.push(most(arms, `${name}: median against an exact look-up`, ours.p50 / exact.p50, 5));
  }
  bars.push(
    least(arms, 'screening in memory: times quicker than trigrams', screening.inMemoryTimesTrigrams, 150),
  );
  bars.push(most(arms, 'load with indexes built after it, against key only', load.after.times, 2.3));
  bars.push(most(arms, 'load with indexes in place, against key only', load.inPlace.times, 2.3));
  bars.push(
    most(arms, 'load lot by lot with indexes in place, against key only', load.inPlaceByLot.times, 2.3),
  );
  for (const [rates, { held }] of Object.entries(calibration)) {
    bars.push(most(arms, `calibration error of all that is told, ${rates}`, held.ece, 0.02));
    bars.push(most(arms, `calibration error of the first, ${rates}`, held.eceOfFirst, 0.02));
    bars.push(most(arms, `calibration error of none of them, ${rates}`, held.eceOfNone, 0.02));
    bars.push(most(arms, `arms not held put forward as sure, ${rates}`, held.absentPutForward, 0.02));
  }
  return bars;
}

const least = (arms: number, what: string, measured: number, bar: number): Bar => ({
  arms,
  what,
  measured: shown(measured),
  bar: `at least ${bar}`,
  holds: measured >= bar,
});

const most = (arms: number, what: string, measured: number, bar: number): Bar => ({
  arms,
  what,
  measured: shown(measured),
  bar: `at most ${bar}`,
  holds: measured <= bar,
});

const shown = (value: number): number =>
  Math.abs(value) < 2 ? Math.round(value * 10_000) / 10_000 : round(value);
