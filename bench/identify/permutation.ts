/**
 * A shuffled order of the numbers below a size that is worked out number by number, forwards and backwards, without being
 * kept: a register of ten millions can be asked for any of its arms, and for its gaps, without standing in memory. Four
 * rounds of a Feistel network over the next power of four; what falls outside is sent round again.
 */
export type Permutation = {
  /** Which number stands at a place. */
  at(place: number): number;
  /** At which place a number stands. */
  placeOf(number: number): number;
};

const ROUNDS = 4;

/** The shuffled order of the numbers from 0 to size - 1 that belongs to a seed. */
export function permutation(size: number, seed: number): Permutation {
  let half = 1;
  while (4 ** half < size) half++;
  const low = 2 ** half - 1;
  const keys = Array.from({ length: ROUNDS }, (_, round) => mix(seed + round * 0x9e3779b9));
  const forwards = (value: number): number => {
    let left = value >>> half;
    let right = value & low;
    for (const key of keys) [left, right] = [right, left ^ (mix(right ^ key) & low)];
    return left * (low + 1) + right;
  };
  const backwards = (value: number): number => {
    let left = value >>> half;
    let right = value & low;
    for (let round = ROUNDS - 1; round >= 0; round--)
      [left, right] = [right ^ (mix(left ^ keys[round]!) & low), left];
    return left * (low + 1) + right;
  };
  const walk = (step: (value: number) => number) => (from: number) => {
    let value = step(from);
    while (value >= size) value = step(value);
    return value;
  };
  return { at: walk(forwards), placeOf: walk(backwards) };
}

/** Stirs the bits of a number. */
export function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
