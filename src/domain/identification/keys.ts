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
import { ANY, alikeOf, COMMON_CLASSES, classOf, RARE_CLASSES } from '../marks/look-alike.ts';
import type { Place, Reading } from '../marks/reading.ts';
import { addEdits, addTwoEdits, type Letters, NO_LETTERS } from './edits.ts';

/** What is looked for, before it is written out. */
export type Plan = {
  /** The bytes that may stand at each place of whole folds; absent where none are looked for. */
  readonly open?: readonly (readonly string[])[];
  /** Edits with which each of them is looked for, and for two of them the letters that were read. */
  readonly edits: 0 | 1 | 2;
  readonly letters?: Letters;
  /** Beginnings of folds, and of folds written backwards. */
  readonly beginnings: readonly string[];
  readonly endings: readonly string[];
  /** How many bytes a fold in the ranges has, where that is known. */
  readonly length?: number;
};

export type Keys = Pick<Plan, 'beginnings' | 'endings' | 'length'> & { readonly whole: readonly string[] };

/** Named limits: whole folds that open places may be, ranges, and open places that begin one. */
export const WHOLE_MAX = 16_000;
export const RANGES_MAX = 1_200;
/** Of how many folds each is looked for with an edit beside what is open, and where somebody widens. */
const EDITED_MAX = 4;
const EDITED_WIDE_MAX = 24;
/** Longer readings are widened from their halves, each of which then leads to few. */
const HALVES_FROM = 12;
/** From here on what was lost at an end without a sign is looked for as a range. */
const ENDS_FROM = 4;
/** A place of no more bytes than this is as good as known at the beginning of a range. */
const CHOICES_KNOWN_MAX = 4;

const COMMON = [...COMMON_CLASSES, ANY];
const EVERY = [...COMMON, ...RARE_CLASSES];

/** Bytes that may have been lost, or stand for another, at a place: letters of other scripts stand before numbers, hardly ever among them. */
export function bytesAt(place: number): readonly string[] {
  return place < 2 ? EVERY : COMMON;
}

/** What is looked for of a reading. */
export function planOf(reading: Reading, wide = false): Plan {
  const places = reading.places.map((place, at) => bytesOf(place, at));
  if (!reading.places.some(({ may }) => may !== '')) return { edits: 0, beginnings: [], endings: [] };
  if (reading.gaps.length > 0) return planOfLost(places, reading.gaps);
  const folds = places.reduce((product, bytes) => product * bytes.length, 1);
  if (folds > WHOLE_MAX) return planOfLittle(places);
  const ends = endsOf(places);
  if (folds > (wide ? EDITED_WIDE_MAX : EDITED_MAX)) return { open: places, edits: 0, ...ends };
  if (!wide || folds > EDITED_MAX) return { open: places, edits: 1, ...ends };
  if (places.length < HALVES_FROM) return { open: places, edits: 2, letters: lettersOf(reading), ...ends };
  const halves = allOf(places).map(halvesOf);
  return {
    open: places,
    edits: 1,
    beginnings: [...ends.beginnings, ...halves.flatMap((half) => half.beginnings)].slice(0, RANGES_MAX),
    endings: [...ends.endings, ...halves.flatMap((half) => half.endings)].slice(0, RANGES_MAX),
  };
}

function lettersOf({ places }: Reading): Letters {
  const at = places.map(({ may }) => /\p{L}/u.test(may));
  return { at, areLatin: places.every(({ may }, place) => !at[place] || /^[A-Z0-9]*$/.test(may)) };
}

/** The keys of a reading, written out. */
export function keysOf(reading: Reading, wide = false): Keys {
  const { open, edits, letters = NO_LETTERS, ...ranges } = planOf(reading, wide);
  const whole = new Set<string>(open ? allOf(open) : []);
  if (edits === 1) for (const fold of [...whole]) addEdits(fold, bytesAt, bytesAt, whole);
  if (edits === 2)
    for (const fold of [...whole]) {
      addEdits(fold, bytesAt, bytesAt, whole);
      addTwoEdits(fold, letters, whole);
    }
  return { ...ranges, whole: [...whole] };
}

/** The bytes that may stand at a place; one that is worn may be what looks like it. */
function bytesOf({ may, worn }: Place, at: number): readonly string[] {
  if (may === '') return bytesAt(at);
  const bytes = [...new Set([...may, ...(worn ? alikeOf(may) : '')].map(classOf))];
  return [...may].length > 1 ? [...bytes, ANY] : bytes;
}

/** Every fold of open places. */
export function allOf(places: readonly (readonly string[])[]): readonly string[] {
  return places.reduce<readonly string[]>(
    (heads, bytes) => heads.flatMap((head) => bytes.map((byte) => head + byte)),
    [''],
  );
}

type Ranges = Pick<Plan, 'beginnings' | 'endings'>;
const NO_RANGES: Ranges = { beginnings: [], endings: [] };

/** What is whole but for characters lost at an end without anybody saying so. */
function endsOf(places: readonly (readonly string[])[]): Ranges {
  if (places.length < ENDS_FROM || places.some((bytes) => bytes.length > 1)) return NO_RANGES;
  const fold = places.map(([byte]) => byte!).join('');
  return { beginnings: [fold], endings: [backwards(fold)] };
}

const backwards = (text: string): string => [...text].reverse().join('');
const lengthOf = (folds: readonly string[]): number => folds[0]?.length ?? 0;

/** A lost stretch: the longer of what is known before the first and behind the last leads. */
function planOfLost(places: readonly (readonly string[])[], gaps: readonly number[]): Plan {
  const [first, last] = [Math.min(...gaps), Math.max(...gaps)];
  const head = openEnd(places.slice(0, first));
  const tail = openEnd(places.slice(last).reverse());
  if (head.length + tail.length > 0)
    return lengthOf(head) >= lengthOf(tail)
      ? { edits: 0, beginnings: head, endings: [] }
      : { edits: 0, beginnings: [], endings: tail };
  // Both ends are gone: what is left is looked for at either end, and behind one or two lost characters.
  const middle = places.slice(first, last);
  const behind = (left: readonly (readonly string[])[]): readonly string[] =>
    [left, [COMMON, ...left], [COMMON, COMMON, ...left]].flatMap((one) => allOf(one)).slice(0, RANGES_MAX);
  if (middle.every((bytes) => bytes.length > 1)) return { edits: 0, ...NO_RANGES };
  return { edits: 0, beginnings: behind(middle), endings: behind([...middle].reverse()) };
}

/** Too many folds to name: the longer end of which little is open leads to a range. */
function planOfLittle(places: readonly (readonly string[])[]): Plan {
  const head = openEnd(places);
  const tail = openEnd([...places].reverse());
  const { length } = places;
  return lengthOf(head) >= lengthOf(tail)
    ? { edits: 0, beginnings: head, endings: [], length }
    : { edits: 0, beginnings: [], endings: tail, length };
}

/** All beginnings of places, as long as their number stays small; none where nothing of them is known. */
function openEnd(places: readonly (readonly string[])[]): readonly string[] {
  let taken = 0;
  let product = 1;
  while (taken < places.length && product * places[taken]!.length <= RANGES_MAX)
    product *= places[taken++]!.length;
  const isKnown = places.slice(0, taken).some((bytes) => bytes.length <= CHOICES_KNOWN_MAX);
  return isKnown ? allOf(places.slice(0, taken)) : [];
}

/** Either half of a long fold holds one edit at most where all of it holds two. */
function halvesOf(fold: string): Ranges {
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
