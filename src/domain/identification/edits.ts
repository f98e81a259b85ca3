/** Folds one or two edits away from another: a byte changed, added, dropped, or two swapped. What may stand where is told by place. */
import { COMMON_CLASSES } from '../marks/look-alike.ts';

export type Alphabet = (place: number) => readonly string[];

/** Named limit: folds that are looked for of one that is widened. */
export const WIDE_MAX = 60_000;

const DIGITS = [...'0123456789'];
/** Classes in which letters stand. */
const LETTERS = COMMON_CLASSES.filter((byte) => !'379'.includes(byte));

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

/** Adds texts two edits away: a digit was read for a digit and a letter for a letter; what looks alike is folded already. */
export function addTwoEdits(fold: string, all: Set<string>): void {
  const once = new Set<string>();
  addEdits(fold, changedIn(fold), addedIn(fold), once);
  for (const one of once) {
    if (all.size > WIDE_MAX) return;
    addEdits(one, changedIn(one), addedIn(one), all);
  }
}

function kindAt(text: string, at: number): readonly string[] {
  const byte = text[at];
  if (byte === undefined) return [];
  return byte >= '0' && byte <= '9' ? DIGITS : LETTERS;
}

const changedIn =
  (text: string): Alphabet =>
  (at) =>
    kindAt(text, at);

const addedIn =
  (text: string): Alphabet =>
  (at) => {
    const [before, behind] = [kindAt(text, at - 1), kindAt(text, at)];
    if (at > 0 && at < text.length && before === behind) return behind;
    return [...new Set([...before, ...behind, ...(at === 0 ? LETTERS : [])])];
  };
