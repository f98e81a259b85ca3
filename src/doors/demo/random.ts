/**
 * Dice that fall the same way everywhere: 128 bits of state in four whole numbers of 32 bits, seeded by a number and words.
 * Each arm throws dice of its own, so that any arm can be made without those before it. Not for secrets.
 */
import { type Uuid, uuidV7 } from '../../domain/base/id.ts';

/** What is generated changes only together with this number. */
export const GENERATOR_VERSION = 1;

export type Dice = {
  /** A whole number from 0 up to but not including `below`. */
  int(below: number): number;
  /** A whole number from `low` to `high`, both included. */
  from(low: number, high: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Picks by weight: `[[value, weight], …]`. */
  weigh<T>(list: readonly (readonly [T, number])[]): T;
};

/** Makes dice from a seed and whatever tells this throw from others. */
export function diceOf(seed: number, ...words: readonly (string | number)[]): Dice {
  let [a, b, c, d] = mix(seed, words);
  const next = (): number => {
    // sfc32: small, fast, and good enough to invent people with.
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4_294_967_296;
  };
  for (let turn = 0; turn < 8; turn++) next();
  const int = (below: number): number => Math.floor(next() * below);
  return {
    int,
    from: (low, high) => low + int(high - low + 1),
    chance: (share) => next() < share,
    pick: (list) => list[int(list.length)]!,
    weigh(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      return list.at(-1)![0];
    },
  };
}

/** Four words of 32 bits that depend on every character given. */
function mix(seed: number, words: readonly (string | number)[]): [number, number, number, number] {
  const state: [number, number, number, number] = [
    0x9e3779b9 ^ seed,
    0x243f6a88 ^ GENERATOR_VERSION,
    0xb7e15162 ^ (seed >>> 7),
    0x1f83d9ab,
  ];
  let turn = 0;
  const stir = (value: number): void => {
    const place = turn++ & 3;
    const other = state[(place + 1) & 3]!;
    let mixed = Math.imul(state[place]! ^ value, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) ^ other;
    state[place] = mixed ^ (mixed >>> 16);
  };
  for (const word of words) {
    if (typeof word === 'number') {
      stir(word | 0);
      stir(Math.floor(word / 4_294_967_296));
    } else for (let at = 0; at < word.length; at++) stir(word.charCodeAt(at) + 0x100);
    stir(0x7f);
  }
  for (let last = 0; last < 4; last++) stir(turn);
  return state;
}

/** When the ids of the demonstration begin; they rise with the arms so that an index grows at its end. */
const IDS_BEGIN = Date.UTC(2006, 6, 1);
const random = new Uint8Array(10);

/** An id that is the same in every demonstration of this seed. */
export function demoId(seed: number, word: string, index = 0): Uuid {
  const dice = diceOf(seed, 'id', word, index);
  for (let byte = 0; byte < random.length; byte++) random[byte] = dice.int(256);
  return uuidV7(IDS_BEGIN + index * 16, random);
}

/**
 * Eight throws of 32 for a State number, different for every index below 2^40: four rounds of a Feistel network, so that
 * no two arms of one load draw the same number.
 */
export function numberThrows(seed: number, index: number, attempt: number): Uint8Array {
  let left = Math.floor(index / 0x10_0000) & 0xf_ffff;
  let right = index % 0x10_0000;
  for (let round = 0; round < 4; round++) {
    let f = Math.imul(right ^ seed ^ Math.imul(round + 1 + attempt * 4, 0x9e3779b1), 0x85ebca6b);
    f = Math.imul(f ^ (f >>> 15), 0xc2b2ae35);
    [left, right] = [right, (left ^ (f >>> 9)) & 0xf_ffff];
  }
  const throws = new Uint8Array(8);
  for (let place = 0; place < 4; place++) {
    throws[place] = (left >>> (place * 5)) & 31;
    throws[4 + place] = (right >>> (place * 5)) & 31;
  }
  return throws;
}
