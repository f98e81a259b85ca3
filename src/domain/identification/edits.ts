/** Folds one or two edits away from another: a byte changed, added, dropped, or two swapped. What may stand where is told by place. */
import { COMMON_CLASSES, RARE_CLASSES } from '../marks/look-alike.ts';

export type Alphabet = (place: number) => readonly string[];

/** Named limit: folds that are looked for of one that is widened. */
export const WIDE_MAX = 60_000;

/** What may stand where digits are, where letters are, and where both meet. */
type Kinds = {
  readonly digits: readonly string[];
  readonly letters: readonly string[];
  readonly both: readonly string[];
};
const DIGITS = [...'0123456789'];
/** Classes in which letters stand. */
const LETTERS = COMMON_CLASSES.filter((byte) => !'379'.includes(byte));
const LATIN: Kinds = { digits: DIGITS, letters: LETTERS, both: COMMON_CLASSES };
const EVERY: Kinds = {
  digits: DIGITS,
  letters: [...LETTERS, ...RARE_CLASSES],
  both: [...COMMON_CLASSES, ...RARE_CLASSES],
};

/**
 * Adds all texts one edit away, and the text itself.
 * @shape at most about twice length · bytes
 */
export function addEdits(text: string, changed: Alphabet, added: Alphabet, all: Set<string>): void {
  all.add(text);
  const n = text.length;
  for (let at = 0; at <= n; at++) {
    const head = text.slice(0, at);
    const rest = text.slice(at);
    for (const byte of added(at)) all.add(`${head}${byte}${rest}`);
    if (at === n) break;
    const tail = text.slice(at + 1);
    if (n > 1) all.add(`${head}${tail}`);
    for (const byte of changed(at)) all.add(`${head}${byte}${tail}`);
    if (at + 1 < n && text[at] !== text[at + 1])
      all.add(`${head}${text[at + 1]}${text[at]}${text.slice(at + 2)}`);
  }
}

/** Of a reading: at which places a letter was read, which its byte may hide, and whether all of them are Latin. */
export type Letters = { readonly at: readonly boolean[]; readonly areLatin: boolean };
export const NO_LETTERS: Letters = { at: [], areLatin: true };

/**
 * Adds folds two edits away. A digit was read for a digit and a letter for a letter, except where letters and digits meet;
 * what looks alike is folded already.
 */
export function addTwoEdits(fold: string, letters: Letters, all: Set<string>): void {
  const kinds = letters.areLatin ? LATIN : EVERY;
  const once = new Set<string>();
  const twice = new Set<string>();
  const text = [...fold].map((byte, place) => (letters.at[place] ? lettered(byte) : byte)).join('');
  addEdits(text, changedIn(text, kinds), addedIn(text, kinds), once);
  for (const one of once) {
    if (twice.size > WIDE_MAX) break;
    addEdits(one, changedIn(one, kinds), addedIn(one, kinds), twice);
  }
  for (const one of twice) all.add(one.replace(LETTERED, bare));
}

/** Bytes of digits are lifted by this while they stand for a letter. */
const LIFT = 0x100;
const LETTERED = /[\u0130-\u0139]/g;
const lettered = (byte: string): string =>
  byte >= '0' && byte <= '9' ? String.fromCharCode(byte.charCodeAt(0) + LIFT) : byte;
const bare = (byte: string): string => String.fromCharCode(byte.charCodeAt(0) - LIFT);

const isDigitAt = (text: string, at: number): boolean => text[at]! >= '0' && text[at]! <= '9';

/** What may stand at a place, or between two, by what was read there and beside it. */
function kindsAround(text: string, kinds: Kinds, from: number, to: number): readonly string[] {
  let [hasDigit, hasLetter] = [false, false];
  for (let at = Math.max(0, from); at <= Math.min(to, text.length - 1); at++)
    if (isDigitAt(text, at)) hasDigit = true;
    else hasLetter = true;
  return hasDigit && hasLetter ? kinds.both : hasDigit ? kinds.digits : kinds.letters;
}

const changedIn =
  (text: string, kinds: Kinds): Alphabet =>
  (at) =>
    kindsAround(text, kinds, at - 1, at + 1);

const addedIn =
  (text: string, kinds: Kinds): Alphabet =>
  (at) =>
    // What was lost before all may have been a letter.
    at === 0 ? kinds.both : kindsAround(text, kinds, at - 1, at);
