/**
 * Understands one row of somebody else's register under an agreed mapping of its columns: an arm, a holding counted
 * without numbers, another object, or a row set aside. An arm whose serial is removed, absent or unreadable is an arm
 * like any other. Words stay as written; what was understood of them, and what was damaged, stands beside them.
 * A quantity above one with one serial stays one arm, flagged `several-serials`, for the numbers of the others are
 * not there; as many serials as the quantity says give `several`, the marks of each. Pure and bounded; nothing throws.
 *
 * @clause ITI 8, ITI 11, PoA II.9
 */

import type { ArmClass } from '../arms/classification.ts';
import { isPlaceholder } from '../base/placeholders.ts';
import { findScript, fold } from '../base/text.ts';
import type { Mark } from '../marks/mark.ts';
import { findOtherThing, understandClass } from './class-words.ts';
import { confidenceOf } from './confidence.ts';
import { describeArm } from './describe.ts';
import type { RowValues } from './gather.ts';
import { gatherRow, textsOf } from './gather.ts';
import { readHeading } from './headings.ts';
import { findClassQuantity, findModelQuantity, findQuantity } from './quantity.ts';
import { understandSerial } from './serial.ts';
import type {
  Damage,
  Mapping,
  OtherKind,
  OtherObject,
  Quarantined,
  QuarantineReason,
  RowCell,
  UnderstoodArm,
  UnderstoodHolding,
} from './understood.ts';

export type {
  CellKind,
  Damage,
  OtherObject,
  Quarantined,
  QuarantineReason,
  RowCell,
  UnderstoodArm,
  UnderstoodHolding,
} from './understood.ts';

export type UnderstoodRow = UnderstoodArm | UnderstoodHolding | OtherObject | Quarantined;

const TOTALS =
  /^(?:(?:sub|sous|grand)[ -]?)?tot(?:al|ais|ales|aux)\b|^(?:soma|somme|suma)\b|^(?:ال)?(?:مجموع|اجمالي|إجمالي)|^(?:итого|всего|разом|усього)/i;

/** More filled cells than these, or a longer text, are no row of totals. */
const MOST_TOTALS_CELLS = 4;
const LONGEST_TOTAL_CHARACTERS = 60;

/** Understands a row; `defaults.class` stands in where the register is of one class and its rows do not say. */
export function understandRow(
  cells: readonly (RowCell | undefined)[],
  mapping: Mapping,
  defaults: { readonly class?: ArmClass } = {},
): UnderstoodRow {
  const values = gatherRow(cells, mapping);
  if (values.fault !== undefined) return quarantined(values.fault);
  if (values.filled === 0) return quarantined('empty-of-meaning');
  const serial = understandSerialCells(values);
  if (isTotalsRow(cells, values)) return quarantined('totals-row');
  const setAside = findReasonAside(values, serial.marks);
  if (setAside !== undefined) return quarantined(setAside);
  const other = findOther(values);
  if (other !== undefined) return { outcome: 'other', what: other, texts: textsOf(values) };
  if (!hasMeaning(values, serial.marks)) {
    return quarantined(values.hasWords ? 'no-arm-and-no-number' : 'empty-of-meaning');
  }
  return build(values, serial, mapping, defaults);
}

function quarantined(reason: QuarantineReason): Quarantined {
  return { outcome: 'quarantined', reasons: [reason] };
}

type SerialCells = { readonly marks: readonly Mark[]; readonly damage: readonly Damage[] };

function understandSerialCells(values: RowValues): SerialCells {
  const cell = values.cells.serial;
  const second = values.cells.serial2;
  if (second === undefined) {
    return cell ? withoutCopies(understandSerial(cell.text, cell.kind), values) : { marks: [], damage: [] };
  }
  // A series of letters in one column and a number in the other are one mark, kept apart by a form.
  if (cell && /^\p{L}{1,4}(?:[/-]\p{L}{1,3})?$/u.test(second.text) && /^\d+$/.test(cell.text)) {
    const text = `${second.text} ${cell.text}`;
    const script = findScript(text);
    const note = 'The series and the number stood in two columns.';
    const damage: Damage[] = script === 'mixed' ? ['mixed-scripts'] : [];
    return { marks: [{ kind: 'serial', part: 'arm', text, condition: 'legible', script, note }], damage };
  }
  const first = cell ? understandSerial(cell.text, cell.kind) : { marks: [], damage: [] };
  const more = understandSerial(second.text, second.kind);
  const added = more.marks.filter(
    (mark) => mark.text !== '' && !first.marks.some((a) => a.text === mark.text),
  );
  return {
    marks: [...first.marks, ...added],
    damage: [...new Set([...first.damage, ...(added.length > 0 ? more.damage : [])])],
  };
}

/** A calibre, a model or a maker written once more where the serial belongs is no serial. */
function withoutCopies(found: SerialCells, values: RowValues): SerialCells {
  const mark = found.marks[0];
  if (found.marks.length !== 1 || mark === undefined || mark.condition !== 'legible') return found;
  const { calibre, model, maker } = values.cells;
  const short = mark.text.length <= 3 && calibre?.text.replace(/\D/g, '') === mark.text;
  const same = mark.text === model?.text || mark.text === maker?.text;
  if (!short && !same) return found;
  return { marks: [{ ...mark, condition: 'not-examined' }], damage: [...found.damage, 'placeholder'] };
}

function findReasonAside(values: RowValues, marks: readonly Mark[]): QuarantineReason | undefined {
  const read = marks.some((mark) => mark.condition === 'legible' || mark.condition === 'restored');
  if (!read || values.filled <= 4) {
    if (!read && values.all.some((cell) => TOTALS.test(cell.text.trim()))) return 'totals-row';
    if (isRepeatedHeading(values)) return 'repeated-heading';
  }
  return undefined;
}

/**
 * A word for a total in a nearly empty row, in whichever column it stands, beside nothing but bare numbers: those are
 * counts then, also where one stands under the heading of the serials.
 */
function isTotalsRow(cells: readonly (RowCell | undefined)[], values: RowValues): boolean {
  const { maker, model, calibre } = values.cells;
  const describing = [maker, model, calibre].filter((cell) => cell !== undefined);
  if (values.filled > MOST_TOTALS_CELLS || describing.length > 1) return false;
  const texts = cells.flatMap((cell) => (cell === undefined || cell.text === '' ? [] : [cell.text.trim()]));
  const isTotal = (text: string): boolean => text.length <= LONGEST_TOTAL_CHARACTERS && TOTALS.test(text);
  return (
    texts.length <= MOST_TOTALS_CELLS &&
    texts.some(isTotal) &&
    texts.every((text) => isTotal(text) || /^[\p{N}\s.,]+$/u.test(text) || !/\p{N}/u.test(text))
  );
}

function isRepeatedHeading(values: RowValues): boolean {
  let same = 0;
  for (const field of ['serial', 'maker', 'model', 'calibre', 'class', 'country', 'caseNumber'] as const) {
    const cell = values.cells[field];
    if (cell?.kind === 'text' && readHeading(cell.text)?.field === field && !isArmWord(cell.text)) same += 1;
  }
  return same >= 3 || (same >= 2 && same >= values.filled / 2);
}

function isArmWord(text: string): boolean {
  const found = understandClass(text);
  return found.known && found.class !== 'unknown';
}

/** A thing that is no arm: by its kind, by its type where the kind does not say firearm, or by a bare word elsewhere. */
function findOther(values: RowValues): OtherKind | undefined {
  const { kind, maker, model, serial } = values.cells;
  const byKind = kind === undefined ? undefined : understandClass(kind.text);
  if (byKind?.other !== undefined) return byKind.other;
  const isFirearm = byKind?.known === true;
  const byClass = values.cells.class === undefined ? undefined : understandClass(values.cells.class.text);
  if (isFirearm) return undefined;
  if (byClass?.other !== undefined) return byClass.other;
  const words = [maker, model, serial].map((cell) =>
    cell === undefined ? undefined : findOtherThing(cell.text),
  );
  if (words.includes('replica')) return 'replica';
  if (byClass !== undefined && byClass.class !== 'unknown') return undefined;
  return words.find((word) => word !== undefined && word !== 'part');
}

function hasMeaning(values: RowValues, marks: readonly Mark[]): boolean {
  if (marks.some((mark) => mark.condition !== 'not-examined' && mark.condition !== 'absent')) return true;
  if (marks.some((mark) => mark.text !== '' && /\d/.test(mark.text))) return true;
  const { maker, model, kind } = values.cells;
  if (kind !== undefined && understandClass(kind.text).known) return true;
  const type = values.cells.class;
  if (type !== undefined && !isPlaceholder(type.text)) {
    const found = understandClass(type.text);
    if (!found.known || found.class !== 'unknown' || !found.vague) return true;
  }
  return [maker, model].some((cell) => cell !== undefined && !isPlaceholder(cell.text));
}

function build(
  values: RowValues,
  serial: SerialCells,
  mapping: Mapping,
  defaults: { readonly class?: ArmClass },
): UnderstoodArm | UnderstoodHolding {
  const found = describeArm(values, mapping.language, defaults.class);
  const damage = new Set<Damage>([...serial.damage, ...found.damage]);
  if (values.damage.length > 0) for (const each of values.damage) damage.add(each);
  const read = serial.marks.filter((mark) => mark.kind === 'serial' && mark.text !== '');
  const { quantity, inline } = quantityOf(values, read.length > 0);
  const texts = textsOf(values);
  const base = {
    description: found.description,
    ...(found.date === undefined ? {} : { date: found.date }),
    texts,
    ...(found.calibreUnderstood === undefined ? {} : { calibreUnderstood: found.calibreUnderstood }),
    ...(found.modelUnderstood === undefined ? {} : { modelUnderstood: found.modelUnderstood }),
  };
  if (quantity > 1 && read.length === 0) {
    if (inline) damage.add('unnumbered-quantity');
    const said = serial.marks[0]?.note;
    if (said !== undefined) texts.note = texts.note === undefined ? said : `${texts.note} / ${said}`;
    return {
      outcome: 'holding',
      ...base,
      quantity,
      damage: [...damage],
      confidence: confidenceOf(damage, true),
    };
  }
  if (quantity > 1) damage.add('several-serials');
  const several = quantity > 1 ? listSeveral(read, quantity) : undefined;
  return {
    outcome: 'arm',
    ...base,
    marks: serial.marks,
    quantity: 1,
    damage: [...damage],
    confidence: confidenceOf(damage, serial.marks.length > 0),
    ...(several === undefined ? {} : { several }),
  };
}

/** The marks of each arm, where as many different serials stand here as arms are counted. */
function listSeveral(read: readonly Mark[], quantity: number): Mark[][] | undefined {
  const serials = [...new Set(read.map((mark) => mark.text))];
  if (serials.length !== quantity) return undefined;
  return serials.map((text) => read.filter((mark) => mark.text === text));
}

function quantityOf(values: RowValues, hasSerial: boolean): { quantity: number; inline: boolean } {
  const cell = values.cells.quantity;
  const stated = cell === undefined ? undefined : findQuantity(cell.text);
  if (stated !== undefined) return { quantity: stated, inline: false };
  if (hasSerial) return { quantity: 1, inline: false };
  const { model, class: type } = values.cells;
  const counted =
    (model === undefined ? undefined : findModelQuantity(model.text)) ??
    (type === undefined ? undefined : findClassQuantity(type.text));
  return { quantity: counted ?? 1, inline: counted !== undefined };
}

/** Columns in the order of their folded headings, worked out once for each list of headings. */
const ORDERS = new WeakMap<readonly (string | undefined)[], { column: number; heading: string }[]>();
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const NUMBER_CELL = /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i;
/** Printable characters of one byte with single blanks: nothing to normalise. */
const TIDY = /^(?:[!-~]+ )*[!-~]+$/;
const DAY = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00)?(?:\.0+)?Z?$/;

/**
 * The text by which a row is known again, whatever the order of its columns, empty columns, letter case, blanks or
 * the precision a spreadsheet gave its numbers. Numbers keep 15 significant digits; leading zeros of a text stay.
 */
export function rowFingerprintText(
  cells: readonly (RowCell | undefined)[],
  headings: readonly (string | undefined)[],
): string {
  let order = ORDERS.get(headings);
  if (order === undefined) {
    order = headings
      .map((heading, column) => ({ column, heading: fold(heading ?? '') }))
      .sort((a, b) => (a.heading < b.heading ? -1 : a.heading > b.heading ? 1 : a.column - b.column));
    ORDERS.set(headings, order);
  }
  let text = '';
  for (const { column, heading } of order) {
    const cell = cells[column];
    const value = cell === undefined ? '' : canonicalText(cell);
    if (value !== '') text += `${heading}=${value}\n`;
  }
  return text;
}

function canonicalText(cell: RowCell): string {
  let text = cell.text;
  if (!TIDY.test(text)) text = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const first = text.charCodeAt(0);
  if (!(first === 45 || (first >= 48 && first <= 57))) return text.toLowerCase();
  const isNumber = cell.kind === 'number' ? NUMBER_CELL.test(text) : PLAIN_NUMBER.test(text);
  // Longer digit runs are no numbers of a sheet but marks, and would lose their last digits.
  if (isNumber && (text.includes('.') || text.length > 15)) {
    return text.includes('.') || cell.kind === 'number' ? String(Number(Number(text).toPrecision(15))) : text;
  }
  if (isNumber) return cell.kind === 'number' ? String(Number(text)) : text;
  return (DAY.exec(text)?.[1] ?? text).toLowerCase();
}
