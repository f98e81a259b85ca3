/**
 * Lays the cells of a row under the fields of its mapping, bounded before anything else is looked at: too wide, too
 * long. A field named twice keeps its first filled cell; later ones go to the note, so that nothing is lost.
 */
import { UNSEEN_CHARACTERS } from '../base/text.ts';
import type { Damage, Field, Mapping, QuarantineReason, RowCell, RowTexts, TextField } from './understood.ts';

/** Cells beyond these are not a register's row. */
export const MOST_COLUMNS = 300;
/** A longer cell is a document, not a field. */
export const LONGEST_CELL_CHARACTERS = 8_000;
/** Words about the arm itself and names are never this long; a longer one is a shifted column, and no index takes it. */
export const LONGEST_WORD_CHARACTERS = 300;

export type RowValues = {
  readonly cells: Readonly<Record<Field, RowCell | undefined>>;
  /** Every filled cell that is not ignored, in the order of its column. */
  readonly all: readonly RowCell[];
  readonly filled: number;
  readonly hasWords: boolean;
  readonly notes: readonly string[];
  readonly damage: readonly Damage[];
  readonly fault?: QuarantineReason;
};

const SHORT: ReadonlySet<Field> = new Set([
  'serial',
  'maker',
  'model',
  'calibre',
  'class',
  'kind',
  'country',
  'keeper',
  'owner',
  'unit',
  'bearer',
]);
const NOTED: ReadonlySet<Field> = new Set(['note', 'condition', 'part', 'lot']);
const TEXT_FIELDS: readonly TextField[] = [
  'keeper',
  'owner',
  'unit',
  'bearer',
  'caseNumber',
  'sealNumber',
  'place',
  'offence',
  'property',
  'stateNumber',
  'inventoryNumber',
  'holderRight',
  'status',
  'event',
];
const WRAPPER = /^=\s*(?:(?:CONCATENATE|CONCATENAR|T)\s*\(\s*)?"([^"]*)"\s*\)?\s*$/i;

/** All fields at once: an object of one shape is several times quicker to fill than one that grows. */
function emptyCells(): Record<Field, RowCell | undefined> {
  return {
    serial: undefined,
    serial2: undefined,
    maker: undefined,
    model: undefined,
    calibre: undefined,
    class: undefined,
    kind: undefined,
    country: undefined,
    importCountry: undefined,
    year: undefined,
    quantity: undefined,
    date: undefined,
    stateNumber: undefined,
    inventoryNumber: undefined,
    property: undefined,
    keeper: undefined,
    owner: undefined,
    unit: undefined,
    bearer: undefined,
    holderRight: undefined,
    caseNumber: undefined,
    sealNumber: undefined,
    place: undefined,
    offence: undefined,
    status: undefined,
    event: undefined,
    condition: undefined,
    material: undefined,
    production: undefined,
    action: undefined,
    note: undefined,
    part: undefined,
    lot: undefined,
    ignore: undefined,
  };
}

/** Lays out a row; `fault` says why it cannot be looked at. */
export function gatherRow(cells: readonly (RowCell | undefined)[], mapping: Mapping): RowValues {
  const found = emptyCells();
  const all: RowCell[] = [];
  const notes: string[] = [];
  const damage: Damage[] = [];
  let fault: QuarantineReason | undefined = cells.length > MOST_COLUMNS ? 'too-wide' : undefined;
  let hasWords = false;
  const columns = Math.min(cells.length, mapping.fields.length, MOST_COLUMNS);
  for (let column = 0; column < columns; column += 1) {
    const field = mapping.fields[column]!;
    const cell = cells[column];
    if (cell === undefined || field === 'ignore' || cell.text === '') continue;
    if (cell.text.length > LONGEST_CELL_CHARACTERS) fault ??= 'too-long';
    if (cell.text.length > LONGEST_WORD_CHARACTERS && SHORT.has(field)) fault ??= 'too-long';
    if (fault !== undefined) break;
    const clean = cleaned(cell, field, damage);
    if (clean.text === '') continue;
    all.push(clean);
    hasWords ||= /[\p{L}\p{N}]/u.test(clean.text);
    if (NOTED.has(field) || found[field] !== undefined) notes.push(clean.text);
    else found[field] = clean;
  }
  const base = { cells: found, all, filled: all.length, hasWords, notes, damage };
  return fault === undefined ? base : { ...base, fault };
}

/** Trimmed, and taken out of a spreadsheet's wrapper (="0123"); nothing else is touched. */
function cleaned(cell: RowCell, field: Field, damage: Damage[]): RowCell {
  let text = cell.text.trim();
  if (field !== 'serial' && field !== 'serial2') {
    const wrapped = text.startsWith('=') ? WRAPPER.exec(text) : undefined;
    if (wrapped) {
      text = wrapped[1]!.trim();
      addOnce(damage, 'formula-wrapper');
    }
    if (UNSEEN_CHARACTERS.test(text)) addOnce(damage, 'control-characters');
  }
  return text === cell.text ? cell : { ...cell, text };
}

function addOnce(damage: Damage[], each: Damage): void {
  if (!damage.includes(each)) damage.push(each);
}

/** The words that belong to the event or the holder, as written. */
export function textsOf(values: RowValues): RowTexts {
  const texts: RowTexts = {};
  for (const field of TEXT_FIELDS) {
    const cell = values.cells[field];
    if (cell !== undefined) texts[field] = cell.text;
  }
  if (values.notes.length > 0) texts.note = values.notes.join(' / ');
  return texts;
}
