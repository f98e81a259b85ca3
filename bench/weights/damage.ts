/**
 * How often what happens to a number between metal and paper, counted without labels: the number that stands in more cases is
 * taken for true, and its damaged forms are looked up among the numbers of other cases. What would be found there by chance is
 * measured with decoys and taken off: numbers of the same lot that nobody recorded and, for a digit, numbers as far away.
 *
 * What could go wrong: one of the last three digits cannot be told from a neighbour of the lot, for arms come in runs; they are
 * not counted, and taken to be damaged as often as the digits before them.
 */
import { alikeOf } from '../../src/domain/marks/look-alike.ts';
import { drawn, type Register } from './records.ts';

/** What is counted; the names are those of the channel. */
export const DAMAGES = [
  'zero',
  'alike',
  'letter',
  'digit',
  'crossed',
  'leadingLost',
  'zeroLost',
  'lost',
  'endLost',
  'doubled',
  'added',
  'swappedLetters',
  'swapped',
] as const;
export type Damage = (typeof DAMAGES)[number];
/** How many were found, how many of these chance would give, and at how many places of readings they could have been. */
export type Counted = { readonly found: number; readonly byChance: number; readonly places: number };
export type DamageCounted = {
  readonly counts: Readonly<Record<Damage, Counted>>;
  /** Numbers with letters, and how often those of two cases or more were read. */
  readonly numbers: number;
  readonly readings: number;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const DIGITS = '0123456789';
/** Places at the end in which arms of one lot differ. */
const LOT_PLACES = 3;
const DECOYS = 3;
const DECOY_SPREAD = 3_000;
/** How far the numbers lie beside one with a digit changed that tell how many lie there by chance. */
const BESIDE = [-4, -3, -2, -1, 1, 2, 3, 4];
/** A form that stands in more cases than this is an arm of its own. */
const FORM_CASES_MAX = 3;

/** A damaged form, and the share of a place of the channel that it stands for. */
type Form = { readonly damage: Damage; readonly text: string; readonly place: number };
type Standing = Map<string, { readonly cases: Set<string>; readonly classes: Set<string> }>;

const isDigit = (character: string): boolean => character >= '0' && character <= '9';

/** Counts damages in a register. */
export function countDamage({ rows }: Register): DamageCounted {
  const standing = standingOf(rows);
  const counts = Object.fromEntries(
    DAMAGES.map((damage) => [damage, { found: 0, byChance: 0, places: 0 }]),
  ) as Record<Damage, { found: number; byChance: number; places: number }>;
  let readings = 0;
  let numbers = 0;
  for (const [serial, { cases }] of standing) {
    if (!/[A-Z]/.test(serial) || serial.length < 6 || !/\d{3}/.test(serial)) continue;
    numbers++;
    const isSure = cases.size >= 2;
    if (isSure) readings += cases.size;
    const lookUp = lookerUp(standing, serial);
    for (const form of [...formsOf(serial), ...digitForms(serial)]) {
      if (isSure) counts[form.damage].places += cases.size * form.place;
      counts[form.damage].found += lookUp(form);
    }
    const decoys = decoysOf(serial, standing, isSure ? DECOYS : 1);
    for (const decoy of decoys)
      for (const form of formsOf(decoy)) counts[form.damage].byChance += lookUp(form) / decoys.length;
    for (const form of digitForms(serial))
      for (const beside of besideOf(form, serial)) counts.digit.byChance += lookUp(beside) / BESIDE.length;
  }
  return { counts, numbers, readings };
}

function standingOf(rows: Register['rows']): Standing {
  const standing: Standing = new Map();
  for (const { serial, inCase, says } of rows) {
    const one = standing.get(serial) ?? { cases: new Set(), classes: new Set() };
    one.cases.add(inCase);
    one.classes.add(says.class ?? '');
    standing.set(serial, one);
  }
  return standing;
}

/** In how many cases a form was written of what is this number; of two met equally often either may be the true one. */
function lookerUp(standing: Standing, serial: string): (form: Form) => number {
  const { cases, classes } = standing.get(serial)!;
  return ({ text, damage }) => {
    const other = standing.get(text);
    if (!other || other.cases.size > Math.min(FORM_CASES_MAX, cases.size)) return 0;
    if (![...other.classes].some((one) => classes.has(one))) return 0;
    const found = [...other.cases].filter((one) => !cases.has(one)).length;
    if (other.cases.size < cases.size || text.length < serial.length) return found;
    // A character is lost far more often than added.
    return damage === 'added' || damage === 'doubled' ? 0 : found / 2;
  };
}

/** Numbers near this one, of the same shape, that nobody recorded. */
function decoysOf(serial: string, standing: Standing, wanted: number): readonly string[] {
  const run = /\d{3,}/.exec(serial)!;
  const decoys: string[] = [];
  for (let n = 0; decoys.length < wanted && n < 10 * wanted; n++) {
    const away = 50 + Math.floor(drawn(serial, n) * DECOY_SPREAD);
    const decoy = moved(serial, run.index, run[0], n % 2 === 0 ? away : -away);
    if (decoy !== undefined && !standing.has(decoy)) decoys.push(decoy);
  }
  return decoys;
}

/** A number with its run of digits so many further on, where that has as many digits. */
function moved(serial: string, at: number, digits: string, by: number): string | undefined {
  const number = Number(digits) + by;
  const text = number.toString().padStart(digits.length, '0');
  if (number < 0 || text.length !== digits.length) return undefined;
  return serial.slice(0, at) + text + serial.slice(at + digits.length);
}

/** The number with one digit changed before the last ones. */
function digitForms(serial: string): readonly Form[] {
  const run = /\d{4,}$/.exec(serial);
  if (!run) return [];
  const forms: Form[] = [];
  for (let at = run.index; at < serial.length - LOT_PLACES; at++)
    for (const other of DIGITS)
      if (other !== serial[at])
        forms.push({
          damage: 'digit',
          text: serial.slice(0, at) + other + serial.slice(at + 1),
          place: 1 / 9,
        });
  return forms;
}

/** The numbers beside a form: as far from the true one, but not by one digit. */
function besideOf({ damage, text, place }: Form, serial: string): readonly Form[] {
  const digits = /\d{4,}$/.exec(serial)![0];
  const at = serial.length - digits.length;
  return BESIDE.flatMap((by): Form[] => {
    const beside = moved(text, at, text.slice(at), by);
    return beside === undefined ? [] : [{ damage, text: beside, place }];
  });
}

/** The damaged forms of a number; each once for each place and each character that may stand there instead. */
function formsOf(serial: string): readonly Form[] {
  const forms: Form[] = [];
  for (let at = 0; at < serial.length; at++) {
    forms.push(...changesAt(serial, at), ...addedAt(serial, at), lossAt(serial, at));
    if (at + 1 < serial.length) forms.push(...swapAt(serial, at));
  }
  return forms;
}

function changesAt(serial: string, at: number): readonly Form[] {
  const truth = serial[at]!;
  const alike = alikeOf(truth);
  return [...LETTERS, ...DIGITS].flatMap((read): Form[] => {
    // A digit for a digit is what a neighbour of the lot has.
    if (read === truth || (isDigit(truth) && isDigit(read))) return [];
    const text = serial.slice(0, at) + read + serial.slice(at + 1);
    if ((truth === '0' && read === 'O') || (truth === 'O' && read === '0'))
      return [{ damage: 'zero', text, place: 1 }];
    if (alike.includes(read)) return [{ damage: 'alike', text, place: 1 }];
    if (!isDigit(truth) && !isDigit(read)) return [{ damage: 'letter', text, place: 1 / 25 }];
    return [{ damage: 'crossed', text, place: isDigit(truth) ? 1 / 26 : 1 / 10 }];
  });
}

function addedAt(serial: string, at: number): readonly Form[] {
  if (at >= serial.length - LOT_PLACES) return [];
  return [...LETTERS, ...DIGITS].map((one): Form => {
    const text = serial.slice(0, at + 1) + one + serial.slice(at + 1);
    return one === serial[at]
      ? { damage: 'doubled', text, place: 1 }
      : { damage: 'added', text, place: 1 / 36 };
  });
}

function lossAt(serial: string, at: number): Form {
  const form = (damage: Damage): Form => ({
    damage,
    text: serial.slice(0, at) + serial.slice(at + 1),
    place: 1,
  });
  if (at === 0 && !isDigit(serial[0]!)) return form('leadingLost');
  if (at === 0 || at === serial.length - 1) return form('endLost');
  return form(serial[at] === '0' && !isDigit(serial[at - 1]!) ? 'zeroLost' : 'lost');
}

function swapAt(serial: string, at: number): readonly Form[] {
  const [a, b] = [serial[at]!, serial[at + 1]!];
  if (a === b) return [];
  const text = serial.slice(0, at) + b + a + serial.slice(at + 2);
  if (!isDigit(a) && !isDigit(b)) return [{ damage: 'swappedLetters', text, place: 1 }];
  // Two digits swapped make a neighbour of the lot too.
  return isDigit(a) && isDigit(b) ? [] : [{ damage: 'swapped', text, place: 1 }];
}
