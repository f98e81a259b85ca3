/**
 * The marks of a register in the memory of one process, for screening many readings at once: the same fold, the same plan of
 * keys and the same scorer as a search in the database, over flat arrays that several threads share. A whole fold is found by
 * its hash, which is worked out for each edit from the hashes of what stands before and behind it; beginnings and endings by
 * two orders.
 *
 * What could go wrong: the register changes while the index stands. It is made for one run and says as of when.
 */
import { ANY, classOf } from '../marks/look-alike.ts';
import { charactersOfSymbols, OTHER, SYMBOLS, UNKNOWN } from './alphabet.ts';

/** A growing list of marks, from which an index is made. */
export type MarkStore = {
  readonly count: number;
  /** Where the characters of each mark begin. */
  readonly starts: Uint32Array;
  readonly symbols: Uint8Array;
  /** Which arm each mark stands on: its place among the arms. */
  readonly armOf: Uint32Array;
};

export type ScreeningIndex = MarkStore & {
  readonly bits: number;
  /** Hashes of folds in the order of their buckets, the marks in that order, and where each bucket begins. */
  readonly hashes: Uint32Array;
  readonly marks: Uint32Array;
  readonly buckets: Uint32Array;
  /** One bit for each beginning of a hash, set where a mark has it: most hashes that are looked for end here. */
  readonly filter: Uint32Array;
  readonly filterBits: number;
  /** Marks in the order of their folds, read forwards and backwards. */
  readonly forwards: Uint32Array;
  readonly backwards: Uint32Array;
  /** How the fold of each `HEAD_EVERY`th mark of these orders begins, as one number that grows with it. */
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
export function indexMarks(store: MarkStore): ScreeningIndex {
  const { count } = store;
  const bits = Math.min(26, Math.max(8, Math.ceil(Math.log2(count + 1))));
  const shift = 32 - bits;
  const own = new Uint32Array(count);
  const buckets = sharedWords((1 << bits) + 1);
  const filterBits = bits + FILTER_MORE_BITS;
  const filter = sharedWords(1 << (filterBits - 5));
  for (let mark = 0; mark < count; mark++) {
    const hash = hashOfMark(store, mark);
    own[mark] = hash;
    buckets[(hash >>> shift) + 1]!++;
    const place = hash >>> (32 - filterBits);
    filter[place >>> 5]! |= 1 << (place & 31);
  }
  for (let at = 1; at < buckets.length; at++) buckets[at]! += buckets[at - 1]!;
  const next = buckets.slice();
  const [hashes, marks] = [sharedWords(count), sharedWords(count)];
  for (let mark = 0; mark < count; mark++) {
    const place = next[own[mark]! >>> shift]!++;
    hashes[place] = own[mark]!;
    marks[place] = mark;
  }
  const [forwards, backwards] = [ordered(store, false), ordered(store, true)];
  return {
    ...store,
    bits,
    hashes,
    marks,
    buckets,
    filter,
    filterBits,
    forwards,
    backwards,
    forwardHeads: headsOf(store, forwards, false),
    backwardHeads: headsOf(store, backwards, true),
  };
}

/** By how many bits the filter parts hashes more finely than buckets do: eight to sixteen bits a mark. */
const FILTER_MORE_BITS = 3;

/** Of so many marks in an order one has its head told, which is this many bytes of its fold. */
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

function headsOf(store: MarkStore, order: Uint32Array, fromEnd: boolean): Float64Array {
  const heads = new Float64Array(new SharedArrayBuffer(Math.ceil(store.count / HEAD_EVERY) * 8));
  for (let at = 0; at < heads.length; at++)
    heads[at] = headOf((depth) => foldByte(store, order[at * HEAD_EVERY]!, depth, fromEnd));
  return heads;
}

function hashOfMark({ starts, symbols }: MarkStore, mark: number): number {
  let hash = 0;
  for (let at = starts[mark]!; at < starts[mark + 1]!; at++) hash = rollHash(hash, FOLD_OF[symbols[at]!]!);
  return mixHash(hash);
}

/** Lists no longer than this are ordered by inserting. */
const INSERTED_MAX = 24;

/** The marks in the order of their folds, by the first byte, then the next, and so on (or from the end). */
function ordered(store: MarkStore, fromEnd: boolean): Uint32Array {
  const order = sharedWords(store.count);
  for (let at = 0; at < store.count; at++) order[at] = at;
  const scratch = new Uint32Array(store.count);
  const work: [number, number, number][] = [[0, store.count, 0]];
  for (let task = work.pop(); task; task = work.pop()) {
    const [from, to, depth] = task;
    if (to - from <= INSERTED_MAX) insertSorted(store, order, from, to, fromEnd);
    else spreadSorted(store, order, scratch, task, fromEnd, work, depth);
  }
  return order;
}

/** The byte of a fold at a depth; 0 behind its end. */
export function foldByte(
  { starts, symbols }: MarkStore,
  mark: number,
  depth: number,
  fromEnd: boolean,
): number {
  const [from, to] = [starts[mark]!, starts[mark + 1]!];
  if (depth >= to - from) return 0;
  return FOLD_OF[symbols[fromEnd ? to - 1 - depth : from + depth]!]!;
}

function spreadSorted(
  store: MarkStore,
  order: Uint32Array,
  scratch: Uint32Array,
  [from, to]: readonly [number, number, number],
  fromEnd: boolean,
  work: [number, number, number][],
  depth: number,
): void {
  const counts = new Uint32Array(129);
  for (let at = from; at < to; at++) counts[foldByte(store, order[at]!, depth, fromEnd) + 1]!++;
  for (let byte = 1; byte < counts.length; byte++) counts[byte]! += counts[byte - 1]!;
  const begins = counts.slice();
  for (let at = from; at < to; at++) {
    const byte = foldByte(store, order[at]!, depth, fromEnd);
    scratch[from + counts[byte]!++] = order[at]!;
  }
  order.set(scratch.subarray(from, to), from);
  // Those that end here are equal.
  for (let byte = 1; byte < 128; byte++) {
    const [begin, end] = [from + begins[byte]!, from + begins[byte + 1]!];
    if (end - begin > 1) work.push([begin, end, depth + 1]);
  }
}

function insertSorted(
  store: MarkStore,
  order: Uint32Array,
  from: number,
  to: number,
  fromEnd: boolean,
): void {
  for (let at = from + 1; at < to; at++) {
    const mark = order[at]!;
    let place = at;
    while (place > from && isBehind(store, order[place - 1]!, mark, fromEnd)) {
      order[place] = order[place - 1]!;
      place--;
    }
    order[place] = mark;
  }
}

function isBehind(store: MarkStore, a: number, b: number, fromEnd: boolean): boolean {
  for (let depth = 0; ; depth++) {
    const [ofA, ofB] = [foldByte(store, a, depth, fromEnd), foldByte(store, b, depth, fromEnd)];
    if (ofA !== ofB) return ofA > ofB;
    if (ofA === 0) return false;
  }
}
