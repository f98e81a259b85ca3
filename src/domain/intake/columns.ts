/**
 * Proposes what the columns of somebody else's register mean: finds the heading row (or two merged ones) among the
 * first rows, reads the headings in seven languages, and lets the values settle what a heading leaves open. It only
 * proposes: a person confirms the mapping, at once where `sure`, after a look where not.
 *
 * @clause ITI 11
 */

import { foldHeading } from '../base/text.ts';
import type { ColumnValues } from './column-values.ts';
import { findFieldOfValues, isDataLike, profileColumn } from './column-values.ts';
import { LANGUAGE_WORDS } from './headings.data.ts';
import { DERIVED_CONFIDENCE, readHeading } from './headings.ts';
import type { Field } from './understood.ts';

export type { Field, Mapping } from './understood.ts';
export { FIELDS } from './understood.ts';

export type SheetRow = { readonly row: number; readonly cells: readonly (string | undefined)[] };

export type ProposedColumn = {
  readonly index: number;
  readonly heading: string;
  readonly field: Field;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly because: 'heading' | 'values';
};

/** Why a proposal is not sure. */
export type ProposalReason =
  | 'no-heading-row'
  | 'no-serial-column'
  | 'serial-column-doubtful'
  | 'serial-values-repeat'
  | 'too-few-columns-known'
  | 'date-values-unclear';

export type Proposal = {
  /** The row number of the last heading row; 0 where none was found. */
  readonly headingRow: number;
  readonly columns: readonly ProposedColumn[];
  /** Fields a register of arms should have and this one seems to lack. */
  readonly missing: readonly Field[];
  readonly sure: boolean;
  readonly reasons: readonly ProposalReason[];
  /** The language of the headings (two letters), which settles the order of day and month. */
  readonly language?: string;
};

const HEADING_ROWS_LOOKED_AT = 30;
const ROWS_PROFILED = 60;
const MOST_COLUMNS = 300;
const LONGEST_HEADING_CHARACTERS = 200;
const FEWEST_HEADINGS = 2;
/** Two heading rows must say this much more than one to be taken together. */
const PAIR_GAIN = 0.8;
const CORE_FIELDS: readonly Field[] = ['serial', 'maker', 'model', 'calibre', 'class'];

type Heading = { readonly row: number; readonly next: number; readonly texts: readonly string[] };

/** Proposes the meaning of each column from the first rows of a sheet. */
export function proposeColumns(rows: readonly SheetRow[]): Proposal {
  const heading = findHeading(rows.slice(0, HEADING_ROWS_LOOKED_AT));
  const data = rows.slice(heading?.next ?? 0, (heading?.next ?? 0) + ROWS_PROFILED);
  const width = Math.min(
    MOST_COLUMNS,
    Math.max(0, heading?.texts.length ?? 0, ...data.map((row) => row.cells.length)),
  );
  const profiles = Array.from({ length: width }, (_, index) =>
    profileColumn(data.map((row) => row.cells[index]?.slice(0, 200) ?? '')),
  );
  const claimed = profiles.map((profile, index) => claimColumn(index, heading?.texts[index] ?? '', profile));
  const columns = settleClaims(claimed, profiles);
  const reasons = listReasons(heading !== undefined, columns, profiles);
  const language = heading === undefined ? undefined : guessLanguage(heading.texts);
  return {
    headingRow: heading?.row ?? 0,
    columns,
    missing: CORE_FIELDS.filter((field) => !columns.some((column) => column.field === field)),
    sure: reasons.length === 0,
    reasons,
    ...(language === undefined ? {} : { language }),
  };
}

function findHeading(rows: readonly SheetRow[]): Heading | undefined {
  let best: (Heading & { score: number }) | undefined;
  for (const [at, row] of rows.entries()) {
    const texts = row.cells.slice(0, MOST_COLUMNS).map((cell) => cell?.trim() ?? '');
    const score = scoreHeadings(texts);
    if (score > (best?.score ?? 0)) best = { row: row.row, next: at + 1, texts, score };
  }
  if (best === undefined || best.score < FEWEST_HEADINGS * 0.6) return undefined;
  return withSecondRow(rows, best) ?? best;
}

function scoreHeadings(texts: readonly string[]): number {
  const fields = new Map<Field, number>();
  let data = 0;
  for (const text of texts) {
    if (text === '') continue;
    if (isDataLike(text)) data += 1;
    const found = readHeading(text);
    if (found && found.confidence > (fields.get(found.field) ?? 0)) fields.set(found.field, found.confidence);
  }
  if (fields.size < FEWEST_HEADINGS) return 0;
  return [...fields.values()].reduce((sum, each) => sum + each, 0) - data * 0.7;
}

/** A group heading above ("Arm", "Holder") or sub-headings below, where they add fields. */
function withSecondRow(rows: readonly SheetRow[], best: Heading & { score: number }): Heading | undefined {
  let found: (Heading & { score: number }) | undefined;
  for (const upperAt of [best.next - 2, best.next - 1]) {
    const upper = rows[upperAt]?.cells;
    const lower = rows[upperAt + 1]?.cells;
    if (upper === undefined || lower === undefined) continue;
    const filled = lower.filter((cell) => cell?.trim());
    if (filled.filter((cell) => isDataLike(cell!.trim())).length > filled.length * 0.2) continue;
    const texts = mergeRows(upper, lower);
    const score = scoreHeadings(texts);
    if (score >= Math.max(best.score + PAIR_GAIN, (found?.score ?? 0) + 0.01)) {
      found = { row: rows[upperAt + 1]!.row, next: upperAt + 2, texts, score };
    }
  }
  return found;
}

/** A merged cell stands over the columns to its right until the next one begins. */
function mergeRows(upper: readonly (string | undefined)[], lower: readonly (string | undefined)[]): string[] {
  let over = '';
  return Array.from({ length: Math.min(MOST_COLUMNS, Math.max(upper.length, lower.length)) }, (_, index) => {
    const above = upper[index]?.trim() ?? '';
    const below = lower[index]?.trim() ?? '';
    if (above !== '') over = above;
    if (below === '') return above;
    const alone = readHeading(below);
    const both = `${over} ${below}`.trim();
    if (alone && alone.confidence > 0.9 && !alone.ambiguous && alone.field !== 'ignore') return below;
    return readHeading(both) ? both : below;
  });
}

function claimColumn(index: number, heading: string, values: ColumnValues): ProposedColumn {
  const read = readHeading(heading);
  const seen = findFieldOfValues(values);
  const column = { index, heading: heading.slice(0, LONGEST_HEADING_CHARACTERS) };
  if (read === undefined) {
    if (seen) return { ...column, ...seen, because: 'values' };
    return { ...column, field: values.filled > 0 ? 'note' : 'ignore', confidence: 0.3, because: 'values' };
  }
  if (read.ambiguous && values.filled > 0) {
    const arms = values.shares.get('class')!;
    const kinds = values.shares.get('kind')!;
    if (Math.max(arms, kinds) >= 0.3) {
      return {
        ...column,
        field: arms >= kinds * 0.5 ? 'class' : 'kind',
        confidence: 0.9,
        because: 'heading',
      };
    }
  }
  if ((read.field === 'serial' || read.field === 'quantity') && values.isCounting && values.filled > 4) {
    return { ...column, field: 'ignore', confidence: 0.7, because: 'values' };
  }
  if (read.field === 'quantity' && values.filled > 0 && values.numberShare < 0.5) {
    return {
      ...column,
      field: /nombre/i.test(heading) ? 'owner' : 'note',
      confidence: 0.6,
      because: 'values',
    };
  }
  // "No." over a column of serials is the number of the arm, not of the row.
  if (
    read.field === 'ignore' &&
    seen?.field === 'serial' &&
    /^\P{L}*(?:n|num|no|رقم|номер|№)/iu.test(heading)
  ) {
    return { ...column, field: 'serial', confidence: 0.6, because: 'values' };
  }
  return { ...column, field: read.field, confidence: read.confidence, because: 'heading' };
}

/** One column for each field: the surest, and of equals the first that is filled; the others become notes. */
function settleClaims(
  claimed: readonly ProposedColumn[],
  profiles: readonly ColumnValues[],
): ProposedColumn[] {
  const winners = new Map<Field, ProposedColumn>();
  const weight = (column: ProposedColumn): number =>
    column.confidence - (profiles[column.index]!.filled === 0 ? 0.05 : 0);
  for (const column of claimed) {
    const standing = winners.get(column.field);
    if (standing === undefined || weight(column) > weight(standing) + 1e-9) winners.set(column.field, column);
  }
  return claimed.map((column) => {
    if (column.field === 'note' || column.field === 'ignore' || winners.get(column.field) === column)
      return column;
    return { ...column, ...loserOf(column, winners) };
  });
}

function loserOf(
  column: ProposedColumn,
  winners: ReadonlyMap<Field, ProposedColumn>,
): { field: Field; confidence: number } {
  const isSerial = column.field === 'serial' && column.because === 'heading';
  if (isSerial && column.confidence > 0.9 && !winners.has('serial2')) {
    return { field: 'serial2', confidence: 0.6 };
  }
  // A column derived from another ("maker final") says nothing new.
  return { field: column.confidence === DERIVED_CONFIDENCE ? 'ignore' : 'note', confidence: 0.4 };
}

function listReasons(
  hasHeading: boolean,
  columns: readonly ProposedColumn[],
  profiles: readonly ColumnValues[],
): ProposalReason[] {
  const reasons: ProposalReason[] = [];
  if (!hasHeading) reasons.push('no-heading-row');
  const serial = columns.find((column) => column.field === 'serial');
  if (serial === undefined) reasons.push('no-serial-column');
  else if (serial.confidence < 0.7) reasons.push('serial-column-doubtful');
  const values = serial === undefined ? undefined : profiles[serial.index];
  if (values && values.filled >= 10 && values.distinctShare < 0.3) reasons.push('serial-values-repeat');
  const known = columns.filter((column) => CORE_FIELDS.includes(column.field) && column.confidence >= 0.7);
  if (known.length < 3) reasons.push('too-few-columns-known');
  const date = columns.find((column) => column.field === 'date');
  const days = date === undefined ? undefined : profiles[date.index];
  if (days && days.filled >= 5 && !hasDays(days)) reasons.push('date-values-unclear');
  return reasons;
}

/** Days may stand as bare day numbers, which look like serials as well. */
function hasDays(values: ColumnValues): boolean {
  return values.shares.get('date')! >= 0.5 || values.shares.get('serial')! >= 0.9;
}

const WORDS_OF_LANGUAGES = Object.entries(LANGUAGE_WORDS).map(
  ([language, words]) => [language, new Set(words.split('|').map(foldHeading))] as const,
);

/** The language most headings are in, or undefined where none stands out. */
export function guessLanguage(headings: readonly string[]): string | undefined {
  const all = headings.map((heading) => heading.slice(0, LONGEST_HEADING_CHARACTERS)).join(' ');
  if (/\p{Script=Arabic}{2}/u.test(all)) return 'ar';
  if (/\p{Script=Cyrillic}{2}/u.test(all)) return /[іїєґІЇЄҐ]/.test(all) ? 'uk' : 'ru';
  const words = foldHeading(all).split(' ').slice(0, 400);
  const hints: Readonly<Record<string, RegExp>> = { pt: /[ãõ]|ção/i, es: /ñ|ción/i, fr: /[èêûœ]/i };
  let best: { language: string; score: number; second: number } | undefined;
  for (const [language, known] of WORDS_OF_LANGUAGES) {
    const score =
      words.filter((word) => known.has(word)).length + (hints[language]?.test(all) === true ? 2.5 : 0);
    if (best === undefined || score > best.score) best = { language, score, second: best?.score ?? 0 };
    else if (score > best.second) best.second = score;
  }
  return best !== undefined && best.score >= 2 && best.score > best.second ? best.language : undefined;
}
