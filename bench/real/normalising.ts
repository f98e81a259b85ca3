/**
 * Makers and calibres as people typed them, against what a table made by people says they mean. That table is a person's work
 * and not the truth: disagreements are listed by how often they are met, so that people judge who is wrong. B-12.
 */

import { isPlaceholder } from '../../src/domain/base/placeholders.ts';
import { type Lookup, makeLookup } from '../../src/domain/reference/lookup.ts';
import { NORMALISED_TEXT_MAX, type Normalised } from '../../src/domain/reference/normalise.ts';
import { readReference } from '../../src/doors/reference/read-reference.ts';
import { say } from '../office.ts';
import { countWordings, percent, type Row, readTable, SKIPPED } from './tables.ts';

type What = 'maker' | 'calibre';

/** Where each of the two stands in the files. */
const COLUMNS = {
  maker: {
    file: 'marca.csv',
    raw: 'arma_marca',
    canonical: 'marca_arma_v2',
    reports: 'MARCA_ARMA',
    rio: 'Marca',
  },
  calibre: {
    file: 'calibre.csv',
    raw: 'calibre',
    canonical: 'calibre_formatado_final',
    reports: 'CALIBRE_ARMA',
    rio: 'Calibre',
  },
} as const;

/** Words by which the table says that it has no information. */
const NO_INFORMATION = new Set(['', 'ni', 'outros', 'sem informação']);
const UNKNOWN = 'unknown';
const BAR = 0.93;
const LISTED = 40;
/** A candidate that is at least as likely as not. */
const RESOLVED_FROM = 0.5;
/** Lower bounds of the groups in which probabilities are compared with what came true. */
const GROUPS = [0.99, 0.9, 0.7, 0.5, 0.3, 0];

type Compared = {
  readonly wording: string;
  readonly count: number;
  readonly says: string;
  readonly probability: number;
  readonly tableSays: string;
  readonly agrees: boolean;
};

/** Measures normalisation on the files of a folder. */
export async function measureNormalising(folder: string): Promise<object> {
  const lookup = await readReference();
  const reports = readTable(folder, 'saopaulo-reports/firearms.csv.gz');
  const rio = readTable(folder, 'rio-examinations/firearms.csv.gz');
  const results: Record<string, object> = {};
  for (const what of ['maker', 'calibre'] as const) {
    say(`${what}s`);
    const columns = COLUMNS[what];
    const table = readTable(folder, `corrections/${columns.file}`);
    const counts = reports && countWordings(reports, columns.reports);
    results[what] = {
      againstTable: table && counts ? compare(lookup, what, table, counts) : SKIPPED,
      pickList: rio ? resolve(lookup, what, countWordings(rio, columns.rio)) : SKIPPED,
      time: counts ? await time(what, counts) : SKIPPED,
    };
  }
  return results;
}

function compare(
  lookup: Lookup,
  what: What,
  table: readonly Row[],
  counts: ReadonlyMap<string, number>,
): object {
  const { raw, canonical } = COLUMNS[what];
  const rows = table.filter((row) => row[raw] !== undefined && row[canonical] !== undefined);
  const compared = rows.map((row): Compared => {
    const wording = row[raw]!.trim();
    const count = counts.get(wording) ?? 0;
    const found = lookup[what](wording.slice(0, NORMALISED_TEXT_MAX));
    const tableSays = meaningOf(lookup, what, row[canonical]!.trim());
    const says = firstOf(found);
    const agrees = says === tableSays || isSame(lookup, says, tableSays);
    return { wording, count, says, probability: probabilityOf(found), tableSays, agrees };
  });
  return {
    wordings: compared.length,
    rowsOfReports: sum(compared),
    byFrequency: share(compared),
    bar: BAR,
    sameCodeByFrequency: share(compared.map((one) => ({ ...one, agrees: one.says === one.tableSays }))),
    byWording: share(compared.map((one) => ({ ...one, count: 1 }))),
    calibration: calibrate(compared),
    disagreements: compared
      .filter(({ agrees }) => !agrees)
      .sort((a, b) => b.count - a.count)
      .slice(0, LISTED)
      .map(
        ({ wording, count, says, probability, tableSays }) =>
          `${count} × "${wording}": ${says} ${probability.toFixed(2)}; the table: ${tableSays}`,
      ),
  };
}

/** What the table's own word stands for, by the same engine. */
function meaningOf(lookup: Lookup, what: What, canonical: string): string {
  if (NO_INFORMATION.has(canonical.toLowerCase())) return UNKNOWN;
  return lookup[what](canonical).candidates[0]?.code ?? `"${canonical}", which no entry fits`;
}

function firstOf({ candidates, noneProbability }: Normalised): string {
  const [first] = candidates;
  return first && first.probability > noneProbability ? first.code : UNKNOWN;
}

function probabilityOf({ candidates, noneProbability }: Normalised): number {
  return Math.max(candidates[0]?.probability ?? 0, noneProbability);
}

/** Calibres that are the same in practice are one answer. */
function isSame({ reference }: Lookup, a: string, b: string): boolean {
  const fits = (one: string, other: string): boolean =>
    reference.calibres.get(one)?.alsoFits.includes(other) ?? false;
  return fits(a, b) || fits(b, a);
}

function calibrate(compared: readonly Compared[]): object {
  return Object.fromEntries(
    GROUPS.map((from, place) => {
      const below = GROUPS[place - 1] ?? 1.01;
      const group = compared.filter(({ probability }) => probability >= from && probability < below);
      const name = `${Math.round(from * 100)}-${Math.min(100, Math.round(below * 100))} %`;
      const said = group.reduce((total, one) => total + one.probability * one.count, 0) / (sum(group) || 1);
      return [name, { rows: sum(group), said: percent(said), agree: share(group) }];
    }),
  );
}

function resolve(lookup: Lookup, what: What, counts: ReadonlyMap<string, number>): object {
  const naming = [...counts].filter(([wording]) => !isPlaceholder(wording));
  const all = naming.map(([wording, count]) => {
    const found = lookup[what](wording.slice(0, NORMALISED_TEXT_MAX));
    const agrees = (found.candidates[0]?.probability ?? 0) >= RESOLVED_FROM;
    return { wording, count, agrees, probability: probabilityOf(found), says: firstOf(found) };
  });
  return {
    wordings: all.length,
    rowsNaming: sum(all),
    bar: BAR,
    resolved: share(all),
    unresolved: all
      .filter(({ agrees }) => !agrees)
      .sort((a, b) => b.count - a.count)
      .slice(0, LISTED)
      .map(
        ({ wording, count, says, probability }) =>
          `${count} × "${wording}": ${says} ${probability.toFixed(2)}`,
      ),
  };
}

/** Each wording once, as they come the first time, and a whole column in which they repeat themselves. */
async function time(what: What, counts: ReadonlyMap<string, number>): Promise<object> {
  const { reference } = await readReference();
  const wordings = [...counts.keys()];
  const column = [...counts].flatMap(([wording, count]) => new Array<string>(count).fill(wording));
  makeLookup(reference)[what](wordings[0] ?? '');
  const lookup = makeLookup(reference);
  const fresh = timed(wordings, lookup[what]);
  const repeated = timed(column, makeLookup(reference)[what]);
  return {
    distinctWordings: wordings.length,
    msPerDistinctWording: fresh / wordings.length,
    rows: column.length,
    microsecondsPerRow: (repeated / column.length) * 1000,
  };
}

function timed(texts: readonly string[], normalise: (text: string) => unknown): number {
  const began = performance.now();
  for (const text of texts) normalise(text);
  return performance.now() - began;
}

function sum(all: readonly { readonly count: number }[]): number {
  return all.reduce((total, { count }) => total + count, 0);
}

function share(all: readonly { readonly count: number; readonly agrees: boolean }[]): string {
  return percent(sum(all.filter(({ agrees }) => agrees)) / (sum(all) || 1));
}
