/**
 * The numbers of a register in the memory of one process, for screening many readings at once: the same fold, the same plan of
 * keys and the same scorer as a search in the database, over flat arrays that several threads share. Each number stands once,
 * with all arms that bear it, in the order of the folds, so that what is looked at together lies together. A whole fold is
 * found by its hash, which is worked out for each edit from the hashes of what stands before and behind it; beginnings by the
 * order of the numbers, endings by a second one.
 *
 * What could go wrong: the register changes while the index stands. It is made for one run and says as of when.
 */
import { ANY, classOf } from '../marks/look-alike.ts';
import { charactersOfSymbols, OTHER, SYMBOLS, UNKNOWN } from './alphabet.ts';

/** Characters of numbers: those of place p from `starts[p]` to `starts[p + 1]`. */
export type NumberStore = { readonly starts: Uint32Array; readonly symbols: Uint8Array };

/** The marks of all arms, from which an index is made. */
export type MarkStore = NumberStore & {
  readonly count: number;
  /** Which arm each mark stands on: its place among the arms. */
  readonly armOf: Uint32Array;
};

/** Each number once, in the order of the folds. */
export type ScreeningIndex = NumberStore & {
  readonly count: number;
  /** The arms that bear number p stand from `armsFrom[p]` to `armsFrom[p + 1]`, in their order. */
  readonly armsFrom: Uint32Array;
  readonly arms: Uint32Array;
  /** The number of each mark it was made from. */
  readonly numberOf: Uint32Array;
  readonly bits: number;
  /** Hashes of folds in the order of their buckets, the numbers in that order, and where each bucket begins. */
  readonly hashes: Uint32Array;
  readonly numbers: Uint32Array;
  readonly buckets: Uint32Array;
  /** One bit for each beginning of a hash, set where a number has it: most hashes that are looked for end here. */
  readonly filter: Uint32Array;
  readonly filterBits: number;
  /** Numbers in the order of their folds read backwards. */
  readonly backwards: Uint32Array;
  /** How the fold of each `HEAD_EVERY`th number of either order begins, as one number that grows with it. */
  readonly forwardHeads: Float64Array;
  readonly backwardHeads: Float64Array;
};

/** The byte of the fold of each symbol. */
export const FOLD_OF: Uint8Array = Uint8Array.from({ length: SYMBOLS }, (_, symbol) => {
  if (symbol === UNKNOWN) return ANY.charCodeAt(0);
  const byte = symbol === OTHER ? '~' : classOf(charactersOfSymbols([symbol])[0]!);
  return byte.charCodeAt(0);
});

const BASE = 0x01000193;

/** The hash of the bytes of a fold, before it is mixed. */
export function rollHash(hash: number, byte: number): number {
  return (Math.imul(hash, BASE) + byte) | 0;
}

/** Powers of the base, by which a hash is moved to the left. */
export const POWERS: Int32Array = Int32Array.from({ length: 64 }, () => 1);
for (let at = 1; at < POWERS.length; at++) POWERS[at] = Math.imul(POWERS[at - 1]!, BASE);

/** Spreads a hash over all bits, without a sign. */
export function mixHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x45d9f3b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** An array of numbers that threads share. */
export function sharedWords(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * 4));
}

/** Makes the index of these marks. */
export function indexMarks(marks: MarkStore): ScreeningIndex {
  const once = eachOnce(marks);
  const { count } = once;
  const bits = Math.min(26, Math.max(8, Math.ceil(Math.log2(count + 1))));
  const shift = 32 - bits;
  const own = new Uint32Array(count);
  const buckets = sharedWords((1 << bits) + 1);
  const filterBits = bits + FILTER_MORE_BITS;
  const filter = sharedWords(1 << (filterBits - 5));
  for (let number = 0; number < count; number++) {
    const hash = hashOfNumber(once, number);
    own[number] = hash;
    buckets[(hash >>> shift) + 1]!++;
    const place = hash >>> (32 - filterBits);
    filter[place >>> 5]! |= 1 << (place & 31);
  }
  for (let at = 1; at < buckets.length; at++) buckets[at]! += buckets[at - 1]!;
  const next = buckets.slice();
  const [hashes, numbers] = [sharedWords(count), sharedWords(count)];
  for (let number = 0; number < count; number++) {
    const place = next[own[number]! >>> shift]!++;
    hashes[place] = own[number]!;
    numbers[place] = number;
  }
  const backwards = ordered(once, count, BACKWARDS);
  return {
    ...once,
    bits,
    hashes,
    numbers,
    buckets,
    filter,
    filterBits,
    backwards,
    forwardHeads: headsOf(once, count, (at) => at, FORWARDS),
    backwardHeads: headsOf(once, count, (at) => backwards[at]!, BACKWARDS),
  };
}

/** Marks of one number as one, in the order of the folds; those of one fold lie together, number by number. */
function eachOnce(
  marks: MarkStore,
): Pick<ScreeningIndex, 'count' | 'starts' | 'symbols' | 'armsFrom' | 'arms' | 'numberOf'> {
  const order = ordered(marks, marks.count, FORWARDS);
  const [arms, numberOf] = [sharedWords(marks.count), sharedWords(marks.count)];
  const [starts, armsFrom] = [sharedWords(marks.count + 1), sharedWords(marks.count + 1)];
  const symbols = new Uint8Array(new SharedArrayBuffer(marks.symbols.length));
  let count = 0;
  for (let at = 0; at < marks.count; at++) {
    const mark = order[at]!;
    if (at === 0 || compareMarks(marks, order[at - 1]!, mark, SYMBOLS_ONLY) !== 0) {
      const own = marks.symbols.subarray(marks.starts[mark]!, marks.starts[mark + 1]!);
      symbols.set(own, starts[count]!);
      starts[count + 1] = starts[count]! + own.length;
      armsFrom[count++] = at;
    }
    arms[at] = marks.armOf[mark]!;
    numberOf[mark] = count - 1;
  }
  armsFrom[count] = marks.count;
  return {
    count,
    starts: starts.subarray(0, count + 1),
    symbols: symbols.subarray(0, starts[count]),
    armsFrom: armsFrom.subarray(0, count + 1),
    arms,
    numberOf,
  };
}

/** By how many bits the filter parts hashes more finely than buckets do: eight to sixteen bits a mark. */
const FILTER_MORE_BITS = 3;

/** Of so many numbers in an order one has its head told, which is this many bytes of its fold. */
export const HEAD_EVERY = 32;
const HEAD_BYTES = 8;
/** The bytes of folds as smaller numbers in the same order; 0 is none. */
const RANK = new Uint8Array(128);
for (const [rank, byte] of [...new Set(FOLD_OF)].sort((a, b) => a - b).entries()) RANK[byte] = rank + 1;
const RANKS = 64;

/** How a fold begins as one number: of two folds the one that comes behind has no lower one. */
export function headOf(byteAt: (depth: number) => number): number {
  let head = 0;
  for (let depth = 0; depth < HEAD_BYTES; depth++) head = head * RANKS + RANK[byteAt(depth)]!;
  return head;
}

function headsOf(store: NumberStore, count: number, numberAt: (at: number) => number, by: By): Float64Array {
  const heads = new Float64Array(new SharedArrayBuffer(Math.ceil(count / HEAD_EVERY) * 8));
  for (let at = 0; at < heads.length; at++) {
    const number = numberAt(at * HEAD_EVERY);
    heads[at] = headOf((depth) => byteAt(store, number, depth, by));
  }
  return heads;
}

function hashOfNumber({ starts, symbols }: NumberStore, number: number): number {
  let hash = 0;
  for (let at = starts[number]!; at < starts[number + 1]!; at++)
    hash = rollHash(hash, FOLD_OF[symbols[at]!]!);
  return mixHash(hash);
}

/** By what numbers are ordered: by their folds, and those of one fold by their characters; by folds from the end; by characters. */
type By = 0 | 1 | 2;
const FORWARDS = 0;
const BACKWARDS = 1;
const SYMBOLS_ONLY = 2;

/** Lists no longer than this are ordered by inserting. */
const INSERTED_MAX = 24;
type Task = readonly [from: number, to: number, depth: number, by: By];

/** The places of a store in an order: by the first byte, then the next, and so on. Equal ones stay as they stand. */
function ordered(store: NumberStore, count: number, by: By): Uint32Array {
  const order = sharedWords(count);
  for (let at = 0; at < count; at++) order[at] = at;
  const scratch = new Uint32Array(count);
  const work: Task[] = [[0, count, 0, by]];
  for (let task = work.pop(); task; task = work.pop()) {
    const [from, to] = task;
    if (to - from <= INSERTED_MAX) insertSorted(store, order, task);
    else spreadSorted(store, order, scratch, task, work);
  }
  return order;
}

/** What a number is ordered by at a depth; 0 behind its end. */
function byteAt({ starts, symbols }: NumberStore, number: number, depth: number, by: By): number {
  const [from, to] = [starts[number]!, starts[number + 1]!];
  if (depth >= to - from) return 0;
  if (by === SYMBOLS_ONLY) return symbols[from + depth]! + 1;
  return FOLD_OF[symbols[by === BACKWARDS ? to - 1 - depth : from + depth]!]!;
}

/** The byte of a fold at a depth, from either end; 0 behind its end. */
export function foldByte(store: NumberStore, number: number, depth: number, fromEnd: boolean): number {
  return byteAt(store, number, depth, fromEnd ? BACKWARDS : FORWARDS);
}

function spreadSorted(
  store: NumberStore,
  order: Uint32Array,
  scratch: Uint32Array,
  [from, to, depth, by]: Task,
  work: Task[],
): void {
  const counts = new Uint32Array(129);
  for (let at = from; at < to; at++) counts[byteAt(store, order[at]!, depth, by) + 1]!++;
  for (let byte = 1; byte < counts.length; byte++) counts[byte]! += counts[byte - 1]!;
  const begins = counts.slice();
  for (let at = from; at < to; at++) {
    const byte = byteAt(store, order[at]!, depth, by);
    scratch[from + counts[byte]!++] = order[at]!;
  }
  order.set(scratch.subarray(from, to), from);
  // Those that end here are of one fold.
  if (by === FORWARDS && begins[1]! > 1) work.push([from, from + begins[1]!, 0, SYMBOLS_ONLY]);
  for (let byte = 1; byte < 128; byte++) {
    const [begin, end] = [from + begins[byte]!, from + begins[byte + 1]!];
    if (end - begin > 1) work.push([begin, end, depth + 1, by]);
  }
}

function insertSorted(store: NumberStore, order: Uint32Array, [from, to, , by]: Task): void {
  for (let at = from + 1; at < to; at++) {
    const number = order[at]!;
    let place = at;
    while (place > from && compareMarks(store, order[place - 1]!, number, by) > 0) {
      order[place] = order[place - 1]!;
      place--;
    }
    order[place] = number;
  }
}

/** Below 0 where the first comes before the second, 0 where they are equal. */
function compareMarks(store: NumberStore, a: number, b: number, by: By): number {
  for (let depth = 0; ; depth++) {
    const ofA = byteAt(store, a, depth, by);
    const differs = ofA - byteAt(store, b, depth, by);
    if (differs !== 0) return differs;
    if (ofA === 0) return by === FORWARDS ? compareMarks(store, a, b, SYMBOLS_ONLY) : 0;
  }
}
