/**
 * Labelled pairs of descriptions through the act that compares them, for each basis of a label by itself: their labels are
 * inferences of different strength, and one figure for all would hide the weak ones. B-10.
 */
import { compareDescriptions, PAIRS_MAX, type PairTold } from '../../src/acts/compare-descriptions.ts';
import { machine, type Office } from '../../src/acts/office.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { quantile, say } from '../office.ts';
import { percent, type Row, readTable, SKIPPED } from './tables.ts';

/** From this probability on two descriptions are taken for one arm. */
const TAKEN_FROM = 0.9;
/** Lower bounds of the groups in which probabilities are compared with the labels. */
const GROUPS = [0.99, 0.9, 0.7, 0.5, 0.3, 0.1, 0.01, 0];

/** Columns of a side, and what each is called in the act. */
const COLUMNS = {
  serial: 'serial',
  make: 'maker',
  model: 'model',
  type: 'class',
  calibre: 'calibre',
  country: 'country',
  owner_mark: 'property',
} as const;

type Pair = { readonly basis: string; readonly isSame: boolean; readonly told: PairTold };

/** Measures the comparing of pairs on the file of a folder. */
export async function measurePairs(office: Office, folder: string): Promise<object | string> {
  const rows = readTable(folder, 'rio-pairs/pairs.csv.gz');
  if (!rows) return SKIPPED;
  say(`${rows.length} labelled pairs`);
  const began = performance.now();
  const pairs = await comparePairs(office, rows);
  const microseconds = ((performance.now() - began) / rows.length) * 1000;
  const groups = Map.groupBy(pairs, ({ basis }) => basis);
  const neighbours = (groups.get('N1') ?? []).map(({ told }) => told.totalBits);
  const highest = Math.max(...neighbours);
  const byBasis = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([basis, all]) => [basis, figuresOf(all, highest)]);
  return {
    byBasis: Object.fromEntries(byBasis),
    bars: {
      'P1, P2 taken for the same': 'at least 95 %',
      'P3, P4, P5, P5b above every N1': 'at least 80 %',
      'N1 taken for the same': 'at most 0.5 %',
      'N2 taken for the same': 'at most 2 %',
    },
    calibration: calibrate(pairs),
    microsecondsPerPair: Math.round(microseconds),
  };
}

async function comparePairs(office: Office, rows: readonly Row[]): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (let at = 0; at < rows.length; at += PAIRS_MAX) {
    const some = rows.slice(at, at + PAIRS_MAX);
    const input = { pairs: some.map((row) => ({ a: sideOf(row, 'a'), b: sideOf(row, 'b') })) };
    const actor = machine('bench', 'measuring');
    const found = await compareDescriptions.run(office, actor, compareDescriptions.input.parse(input));
    if (isRefusal(found)) throw new Error(JSON.stringify(found));
    for (const [place, told] of found.pairs.entries()) {
      const { basis = '', label } = some[place]!;
      pairs.push({ basis: basis.split(' ')[0]!, isSame: label !== 'different', told });
    }
  }
  return pairs;
}

function sideOf(row: Row, side: 'a' | 'b'): object {
  return Object.fromEntries(
    Object.entries(COLUMNS).flatMap(([column, name]) => {
      const value = row[`${side}_${column}`]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
}

function figuresOf(pairs: readonly Pair[], highestNeighbour: number): object {
  const bits = pairs.map(({ told }) => told.totalBits);
  const taken = pairs.filter(({ told }) => told.probability >= TAKEN_FROM).length;
  return {
    pairs: pairs.length,
    takenForTheSame: percent(taken / pairs.length),
    aboveEveryN1: percent(bits.filter((one) => one > highestNeighbour).length / pairs.length),
    bits: { least: Math.min(...bits), median: quantile(bits, 0.5), most: Math.max(...bits) },
  };
}

/** What was said against what the labels say; partly read ones are left out, whose labels only say that they fit. */
function calibrate(pairs: readonly Pair[]): object {
  const sure = pairs.filter(({ basis }) => basis !== 'P6');
  return Object.fromEntries(
    GROUPS.map((from, place) => {
      const below = GROUPS[place - 1] ?? 1.01;
      const group = sure.filter(({ told: { probability } }) => probability >= from && probability < below);
      const said = group.reduce((sum, { told }) => sum + told.probability, 0) / (group.length || 1);
      const same = group.filter(({ isSame }) => isSame).length / (group.length || 1);
      const name = `${from * 100}-${Math.min(100, below * 100)} %`;
      return [
        name,
        group.length === 0 ? 'none' : { pairs: group.length, said: percent(said), same: percent(same) },
      ];
    }),
  );
}
