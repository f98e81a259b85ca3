/**
 * Under which keys of the fold the arms stand that a reading may be of: a bounded number of whole folds and of ranges, forwards
 * and backwards, so that a search costs the same in a register of any size. What was read as it stands is looked for with
 * one edit; unknown places as all that may stand there; a lost stretch as a range from the end that is left. Two edits are
 * looked for where somebody asks to widen.
 *
 * What could go wrong: a reading of which too little is known fits half of a register. Then ranges are cut at their limit,
 * which is told as `isCut` by whoever reads them.
 *
 * @clause A-10, B-10
 */
import { ANY, COMMON_CLASSES, classOf, RARE_CLASSES } from '../marks/look-alike.ts';
import type { Place, Reading } from '../marks/reading.ts';
import { addEdits } from './edits.ts';

export type Keys = {
  /** Whole folds. */
  readonly whole: readonly string[];
  /** Beginnings of folds, and of folds written backwards. */
  readonly beginnings: readonly string[];
  readonly endings: readonly string[];
  /** How many bytes a fold in the ranges has, where that is known. */
  readonly length?: number;
};

/** Named limits: whole folds of a search and of a widened one, ranges, and bytes that must be known for a range. */
export const WHOLE_MAX = 16_000;
export const WIDE_MAX = 60_000;
export const RANGES_MAX = 1_000;
const RANGE_KNOWN_MIN = 2;
/** Of how many folds each is looked for with an edit beside what is open, and where somebody widens. */
const EDITED_MAX = 4;
const EDITED_WIDE_MAX = 24;
/** Longer readings are widened from their halves, each of which then leads to few. */
const HALVES_FROM = 12;
/** Of what may be unsaid at an end: bytes of an unmarked loss are looked for as a range from here on. */
const ENDS_FROM = 5;

const COMMON = [...COMMON_CLASSES, ANY];
const EVERY = [...COMMON, ...RARE_CLASSES];
const DIGITS = '0123456789'.split('');
/** Classes in which letters stand. */
const LETTERS = COMMON_CLASSES.filter((byte) => !'379'.includes(byte));

/** The keys of a reading. */
export function keysOf(reading: Reading, wide = false): Keys {
  const places = reading.places.map(bytesOf);
  if (!reading.places.some(({ may }) => may !== '')) return { whole: [], beginnings: [], endings: [] };
  if (reading.gaps.length > 0) return keysOfLost(places, reading.gaps);
  const open = places.reduce((product, bytes) => product * bytes.length, 1);
  if (open > WHOLE_MAX) return keysOfLittle(places);
  const folds = allOf(places);
  const whole = new Set<string>(folds);
  if (folds.length <= (wide ? EDITED_WIDE_MAX : EDITED_MAX))
    for (const fold of folds) addEdits(fold, changedAt, addedAt, whole);
  const { beginnings, endings } = keysOfEnds(places);
  if (!wide || folds.length > EDITED_MAX) return { whole: [...whole].sort(), beginnings, endings };
  const halves = places.length >= HALVES_FROM ? folds.map(halvesOf) : [];
  if (halves.length === 0) for (const fold of folds) addTwoEdits(fold, whole);
  return {
    whole: [...whole].sort(),
    beginnings: [...beginnings, ...halves.flatMap((half) => half.beginnings)].slice(0, RANGES_MAX),
    endings: [...endings, ...halves.flatMap((half) => half.endings)].slice(0, RANGES_MAX),
  };
}

/** The bytes that may stand at a place. */
function bytesOf({ may }: Place): readonly string[] {
  return may === '' ? COMMON : [...new Set([...may].map(classOf))].concat([...may].length > 1 ? [ANY] : []);
}

/** Letters of other scripts alone stand before numbers, hardly ever among them. */
function addedAt(place: number): readonly string[] {
  return place < 2 ? EVERY : COMMON;
}
const changedAt = addedAt;

function allOf(places: readonly (readonly string[])[]): readonly string[] {
  return places.reduce<readonly string[]>(
    (heads, bytes) => heads.flatMap((head) => bytes.map((byte) => head + byte)),
    [''],
  );
}

/** What is whole but for characters lost at an end without anybody saying so. */
function keysOfEnds(places: readonly (readonly string[])[]): Pick<Keys, 'beginnings' | 'endings'> {
  const isKnown = places.length >= ENDS_FROM && places.every((bytes) => bytes.length === 1);
  if (!isKnown) return { beginnings: [], endings: [] };
  const fold = places.map(([byte]) => byte!).join('');
  return { beginnings: [fold], endings: [backwards(fold)] };
}

const backwards = (text: string): string => [...text].reverse().join('');

/** A lost stretch: the longer of what is known before the first and behind the last leads. */
function keysOfLost(places: readonly (readonly string[])[], gaps: readonly number[]): Keys {
  const head = openEnd(places.slice(0, Math.min(...gaps)));
  const tail = openEnd(places.slice(Math.max(...gaps)).reverse());
  const isHead = (head[0]?.length ?? 0) >= (tail[0]?.length ?? 0);
  if (head.length + tail.length > 0)
    return { whole: [], beginnings: isHead ? head : [], endings: isHead ? [] : tail };
  // Both ends are gone: what is left is tried behind one or two characters more.
  const middle = places.slice(Math.min(...gaps), Math.max(...gaps));
  const one = allOf([COMMON, ...middle].slice(0, RANGE_KNOWN_MIN + 4));
  return { whole: [], beginnings: [...openEnd(middle), ...one].slice(0, RANGES_MAX), endings: [] };
}

/** Too many folds to name: the longer end of which little is open leads to a range. */
function keysOfLittle(places: readonly (readonly string[])[]): Keys {
  const head = openEnd(places);
  const tail = openEnd([...places].reverse());
  const { length } = places;
  return (head[0]?.length ?? 0) >= (tail[0]?.length ?? 0)
    ? { whole: [], beginnings: head, endings: [], length }
    : { whole: [], beginnings: [], endings: tail, length };
}

/** All beginnings of places, as long as their number stays small; none where they would begin with nothing known. */
function openEnd(places: readonly (readonly string[])[]): readonly string[] {
  let taken = 0;
  let product = 1;
  while (taken < places.length && product * places[taken]!.length <= RANGES_MAX)
    product *= places[taken++]!.length;
  const known = places.slice(0, taken).filter((bytes) => bytes.length <= 4).length;
  return known === 0 ? [] : allOf(places.slice(0, taken));
}

/** Two edits in a short fold. A digit was read for a digit and a letter for a letter; what looks alike is folded already. */
function addTwoEdits(fold: string, all: Set<string>): void {
  const kindOf = (text: string, at: number): readonly string[] => {
    const byte = text[at];
    if (byte === undefined) return [];
    return byte >= '0' && byte <= '9' ? DIGITS : LETTERS;
  };
  const changed =
    (text: string): ((at: number) => readonly string[]) =>
    (at) =>
      kindOf(text, at);
  const added =
    (text: string) =>
    (at: number): readonly string[] =>
      at > 0 && at < text.length && kindOf(text, at) === kindOf(text, at - 1)
        ? kindOf(text, at)
        : [...new Set([...kindOf(text, at - 1), ...kindOf(text, at), ...(at === 0 ? LETTERS : [])])];
  const once = new Set<string>();
  addEdits(fold, changed(fold), added(fold), once);
  for (const one of once) {
    if (all.size > WIDE_MAX) return;
    addEdits(one, changed(one), added(one), all, 0);
  }
}

/** Either half of a long fold holds one edit at most where all of it holds two. */
function halvesOf(fold: string): Pick<Keys, 'beginnings' | 'endings'> {
  const half = Math.floor(fold.length / 2);
  const around = (text: string): readonly string[] => {
    const all = new Set<string>();
    addEdits(
      text,
      () => COMMON,
      () => COMMON,
      all,
    );
    return [...all];
  };
  return { beginnings: around(fold.slice(0, half)), endings: around(backwards(fold.slice(-half))) };
}
