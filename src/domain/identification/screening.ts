/**
 * Finds in a screening index the numbers of the marks that a search in the database finds under the keys of the same reading: its answers are
 * the same, which a test holds. Bounded as that search is.
 */
import { addTwoEdits, NO_LETTERS } from './edits.ts';
import { allOf, bytesAt, type Plan } from './keys.ts';
import {
  foldByte,
  HEAD_EVERY,
  headOf,
  mixHash,
  POWERS,
  rollHash,
  type ScreeningIndex,
} from './screening-index.ts';
import type { Borne } from './weigh.ts';

export type FoundNumbers = { readonly numbers: readonly Borne[]; readonly isCut: boolean };

/** The bytes that may stand at a place, as numbers. */
const CODES_AT: readonly Uint8Array[] = [0, 1, 2].map((place) =>
  Uint8Array.from(bytesAt(place), (byte) => byte.charCodeAt(0)),
);
const codesAt = (place: number): Uint8Array => CODES_AT[Math.min(place, 2)]!;

/** Named limits of a search, as the database has them: marks by whole folds, and by the ranges of each direction. */
export type Limits = { readonly found: number; readonly ranged: number };

/** Finds what stands under a plan, each number once. */
export function findInIndex(index: ScreeningIndex, plan: Plan, limits: Limits): FoundNumbers {
  const whole: number[] = [];
  if (plan.open) {
    if (plan.edits === 0) findOpen(index, plan.open, whole);
    else for (const fold of allOf(plan.open)) findEdited(index, fold, plan, whole);
  }
  const found = new Map<number, Borne>();
  const isFull = addBorne(index, whole, limits.found, found);
  const { beginnings, endings, length } = plan;
  let isCut = isFull;
  for (const [those, fromEnd] of [[beginnings, false] as const, [endings, true] as const]) {
    if (those.length === 0) continue;
    const ranged = findRanges(index, those, length, fromEnd, limits.ranged);
    if (addBorne(index, ranged, limits.ranged, found)) isCut = true;
  }
  return { numbers: [...found.values()], isCut };
}

/** Adds these numbers with the arms that bear them, up to so many marks; true where there are as many. */
function addBorne(
  { starts, symbols, armsFrom, arms }: ScreeningIndex,
  numbers: readonly number[],
  most: number,
  found: Map<number, Borne>,
): boolean {
  let marks = 0;
  const known = new Set<number>();
  for (const number of numbers) {
    if (known.size === known.add(number).size) continue;
    const from = armsFrom[number]!;
    const to = Math.min(armsFrom[number + 1]!, from + most - marks);
    const serial = symbols.subarray(starts[number]!, starts[number + 1]!);
    if (!found.has(number)) found.set(number, { serial, arms: arms.subarray(from, to) });
    marks += to - from;
    if (marks >= most) return true;
  }
  return false;
}

/** Hashes that wait to be looked for together, so that memory answers several at once. */
const WAITING = new Uint32Array(128);
let waiting = 0;

/** Has a hash looked for with the next ones; those of one place of a fold find room. */
function lookFor(hash: number): void {
  WAITING[waiting++] = mixHash(hash);
}

/** Adds the numbers of the waiting hashes whose fold is so by `isSo`. */
function addWaiting(index: ScreeningIndex, isSo: (number: number) => boolean, found: number[]): void {
  const { filter, filterBits, buckets, hashes, numbers, bits } = index;
  const shift = 32 - filterBits;
  let left = 0;
  for (let at = 0; at < waiting; at++) {
    const hash = WAITING[at]!;
    const place = hash >>> shift;
    WAITING[left] = hash;
    // Counted without asking: what is rare cannot be foreseen.
    left += (filter[place >>> 5]! >>> (place & 31)) & 1;
  }
  waiting = 0;
  for (let one = 0; one < left; one++) {
    const hash = WAITING[one]!;
    const bucket = hash >>> (32 - bits);
    for (let at = buckets[bucket]!; at < buckets[bucket + 1]!; at++)
      if (hashes[at] === hash && isSo(numbers[at]!)) found.push(numbers[at]!);
  }
}

/** Whole folds of open places: what stands before a place is hashed once for all that stands behind it. */
function findOpen(index: ScreeningIndex, places: readonly (readonly string[])[], found: number[]): void {
  const codes = places.map((bytes) => Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
  const fits = (number: number): boolean => {
    const length = index.starts[number + 1]! - index.starts[number]!;
    if (length !== codes.length) return false;
    return codes.every((bytes, depth) => bytes.includes(foldByte(index, number, depth, false)));
  };
  const go = (place: number, hash: number): void => {
    const isLast = place === codes.length - 1;
    for (const code of codes[place]!)
      if (isLast) lookFor(rollHash(hash, code));
      else go(place + 1, rollHash(hash, code));
    if (isLast) addWaiting(index, fits, found);
  };
  go(0, 0);
}

/** Reused by each search: hashes of what stands before and from each place on. */
const BEFORE = new Int32Array(64);
const BEHIND = new Int32Array(64);

function findEdited(
  index: ScreeningIndex,
  fold: string,
  { edits, letters = NO_LETTERS }: Plan,
  found: number[],
): void {
  const twice = edits === 2;
  if (twice) {
    const all = new Set<string>([fold]);
    addTwoEdits(fold, letters, all);
    for (const one of all) {
      lookFor(hashOf(one));
      addWaiting(index, (number) => isFold(index, number, one), found);
    }
  }
  const n = fold.length;
  const codes = Uint8Array.from(fold, (byte) => byte.charCodeAt(0));
  BEHIND[n] = 0;
  for (let at = 0; at < n; at++) BEFORE[at + 1] = rollHash(BEFORE[at]!, codes[at]!);
  for (let at = n - 1; at >= 0; at--)
    BEHIND[at] = (Math.imul(codes[at]!, POWERS[n - 1 - at]!) + BEHIND[at + 1]!) | 0;
  const isSo = (number: number): boolean => isNear(index, number, codes);
  lookFor(BEFORE[n]!);
  for (let at = 0; at <= n; at++) {
    const left = n - at;
    const head = Math.imul(BEFORE[at]!, POWERS[left + 1]!);
    for (const code of codesAt(at)) lookFor((head + Math.imul(code, POWERS[left]!) + BEHIND[at]!) | 0);
    if (at === n) break;
    if (n > 1) lookFor((Math.imul(BEFORE[at]!, POWERS[left - 1]!) + BEHIND[at + 1]!) | 0);
    const whole = Math.imul(BEFORE[at]!, POWERS[left]!);
    for (const code of codesAt(at))
      if (code !== codes[at]) lookFor((whole + Math.imul(code, POWERS[left - 1]!) + BEHIND[at + 1]!) | 0);
    if (at + 1 < n && codes[at] !== codes[at + 1])
      lookFor(
        (whole +
          Math.imul(codes[at + 1]!, POWERS[left - 1]!) +
          Math.imul(codes[at]!, POWERS[left - 2]!) +
          BEHIND[at + 2]!) |
          0,
      );
    addWaiting(index, isSo, found);
  }
  addWaiting(index, isSo, found);
}

function hashOf(fold: string): number {
  let hash = 0;
  for (let at = 0; at < fold.length; at++) hash = rollHash(hash, fold.charCodeAt(at));
  return hash;
}

function isFold(index: ScreeningIndex, number: number, fold: string): boolean {
  if (index.starts[number + 1]! - index.starts[number]! !== fold.length) return false;
  for (let at = 0; at < fold.length; at++)
    if (foldByte(index, number, at, false) !== fold.charCodeAt(at)) return false;
  return true;
}

/** True where the fold of a number is one edit or none away: what has one hash with an edit is nearly always one. */
function isNear(index: ScreeningIndex, number: number, codes: Uint8Array): boolean {
  const n = codes.length;
  const m = index.starts[number + 1]! - index.starts[number]!;
  if (Math.abs(n - m) > 1) return false;
  const at = (place: number): number => foldByte(index, number, place, false);
  let first = 0;
  while (first < n && first < m && at(first) === codes[first]) first++;
  if (first === n && first === m) return true;
  let [lastN, lastM] = [n - 1, m - 1];
  while (lastN >= first && lastM >= first && at(lastM) === codes[lastN]) {
    lastN--;
    lastM--;
  }
  const [ofN, ofM] = [lastN - first + 1, lastM - first + 1];
  if (ofN <= 1 && ofM <= 1) return true;
  return ofN === 2 && ofM === 2 && at(first) === codes[first + 1] && at(first + 1) === codes[first];
}

/** The numbers of ranges, in their order, until as many marks are under them. */
function findRanges(
  index: ScreeningIndex,
  beginnings: readonly string[],
  length: number | undefined,
  fromEnd: boolean,
  most: number,
): readonly number[] {
  const { starts, armsFrom, backwards, count } = index;
  const found: number[] = [];
  let marks = 0;
  for (const beginning of beginnings) {
    for (let at = findFirst(index, beginning, fromEnd); at < count; at++) {
      const number = fromEnd ? backwards[at]! : at;
      if (compareTo(index, number, beginning, fromEnd) !== 0) break;
      if (length !== undefined && starts[number + 1]! - starts[number]! !== length) continue;
      found.push(number);
      marks += armsFrom[number + 1]! - armsFrom[number]!;
      if (marks >= most) return found;
    }
  }
  return found;
}

/** The place in an order of the first number that begins so, or comes behind. */
function findFirst(index: ScreeningIndex, beginning: string, fromEnd: boolean): number {
  const heads = fromEnd ? index.backwardHeads : index.forwardHeads;
  const head = headOf((depth) => beginning.charCodeAt(depth) || 0);
  // Only between the last head that is lower and the first that is higher can it stand.
  const above = firstHead(heads, (one) => one >= head);
  let low = Math.max(0, above - 1) * HEAD_EVERY;
  let high = Math.min(index.count, firstHead(heads, (one) => one > head, above) * HEAD_EVERY);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const number = fromEnd ? index.backwards[middle]! : middle;
    if (compareTo(index, number, beginning, fromEnd) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of the first head, from one on, of which this is true. */
function firstHead(heads: Float64Array, isSo: (head: number) => boolean, from = 0): number {
  let [low, high] = [from, heads.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isSo(heads[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Below 0 where a fold comes before all that begin so, 0 where it begins so. */
function compareTo(index: ScreeningIndex, number: number, beginning: string, fromEnd: boolean): number {
  for (let depth = 0; depth < beginning.length; depth++) {
    const differs = foldByte(index, number, depth, fromEnd) - beginning.charCodeAt(depth);
    if (differs !== 0) return differs;
  }
  return 0;
}
