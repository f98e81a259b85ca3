/**
 * From marks that were found to probabilities. Each arm j has W(j) = π/N · 2^(bits of its serial and of what is said beside);
 * against all of them stands that the true arm is not in the register: from a lot of which the register holds arms (the
 * denser the numbers around the reading, the likelier), or from anywhere. What a candidate has of the sum is its probability.
 *
 * @clause A-10, B-08, B-10
 */
import type { Reading } from '../marks/reading.ts';
import { isDigit, UNKNOWN } from './alphabet.ts';
import type { AskedReading, ChannelReader, Serial } from './channel.ts';
import { charactersOf, serialOf } from './channel.ts';
import type { FeatureBits } from './features.ts';
import type { Weights } from './weights.ts';

/** An arm by its id, or by its place where it is held in memory; places run in the order of ids. */
export type ArmKey = string | number;

/** A mark of an arm as numbers. */
export type Stands = { readonly arm: ArmKey; readonly serial: Serial };

/** An arm that may be meant, with the bits of that of its marks which fits best. */
export type Shortlisted = Stands & {
  readonly serialBits: number;
  /** True where it differs from the reading in one of the last digits: one of the lot around it. */
  readonly isNeighbour: boolean;
};

export type Shortlist = {
  readonly arms: readonly Shortlisted[];
  /** What the reading would give if it stood on an arm just so. */
  readonly wholeBits: number;
};

/** Named limits: arms of which more than the number is looked at, and more where their numbers fit equally. */
export const SHORTLIST_MAX = 400;
export const SHORTLIST_EQUAL_MAX = 4_000;
/** What words beside a number cannot make up for. @unit bits */
const MARGIN = 26;
const EQUAL = 1;
/** Last places in which arms of one lot differ. */
const LOT_PLACES = 3;

/** Orders marks by how well they fit, one for each arm, and keeps those that words beside the number may still bring forward. */
export function shortlist(
  channel: ChannelReader,
  reading: Reading,
  asked: AskedReading,
  marks: readonly Stands[],
): Shortlist {
  const own = serialOf(charactersOf(reading));
  const wholeBits = channel.bits(asked, own);
  const isWhole = !asked.hasGap && !own.includes(UNKNOWN);
  const bits = bitsOfAll(channel, asked, marks);
  const highest = bits.reduce((top, one) => (one > top ? one : top), Number.NEGATIVE_INFINITY);
  const bestFrom = (least: number): ReadonlyMap<ArmKey, Shortlisted> => {
    const best = new Map<ArmKey, Shortlisted>();
    for (let place = 0; place < marks.length; place++) {
      const serialBits = bits[place]!;
      if (serialBits < least) continue;
      const { arm, serial } = marks[place]!;
      const before = best.get(arm);
      if (before && before.serialBits >= serialBits) continue;
      best.set(arm, { arm, serial, serialBits, isNeighbour: isWhole && isNeighbour(own, serial) });
    }
    return best;
  };
  // Most of many marks fit too badly to be listed; where arms bear several of the best, all are looked at after all.
  const least = highest - MARGIN;
  const enough = Math.max(least, Math.min(bitsAt(bits, SHORTLIST_MAX), highest - EQUAL));
  const few = bestFrom(enough);
  const best = few.size < SHORTLIST_MAX && enough > least ? bestFrom(least) : few;
  const ordered = [...best.values()].sort((a, b) => b.serialBits - a.serialBits || (a.arm < b.arm ? -1 : 1));
  const equal = ordered.findIndex(({ serialBits }) => serialBits < highest - EQUAL);
  const most = Math.max(SHORTLIST_MAX, Math.min(equal < 0 ? ordered.length : equal, SHORTLIST_EQUAL_MAX));
  return { arms: ordered.slice(0, most), wholeBits };
}

/** The bits of that many fit at least so well; of all where they are fewer. */
function bitsAt(bits: Float64Array, rank: number): number {
  return bits.length <= rank ? Number.NEGATIVE_INFINITY : bits.toSorted()[bits.length - rank]!;
}

/** The bits of each mark. Marks that stand under one key follow each other, and many of them are one number. */
function bitsOfAll(channel: ChannelReader, asked: AskedReading, marks: readonly Stands[]): Float64Array {
  const all = new Float64Array(marks.length);
  for (let place = 0; place < marks.length; place++) {
    const { serial } = marks[place]!;
    all[place] =
      place > 0 && isSame(serial, marks[place - 1]!.serial) ? all[place - 1]! : channel.bits(asked, serial);
  }
  return all;
}

function isSame(a: Serial, b: Serial): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

/** True where two serials of one length differ in one digit among the last. */
function isNeighbour(a: Serial, b: Serial): boolean {
  if (a.length !== b.length) return false;
  let differs = -1;
  for (let at = 0; at < a.length; at++) {
    if (a[at] === b[at]) continue;
    if (differs >= 0) return false;
    differs = at;
  }
  return differs >= a.length - LOT_PLACES && isDigit(a[differs]!) && isDigit(b[differs]!);
}

export type Bits = FeatureBits & { readonly serial: number; readonly parts?: number };

export type Weighed<One> = {
  readonly one: One;
  readonly bits: Bits;
  readonly totalBits: number;
  readonly probability: number;
};

export type Answer<One> = {
  /** The likeliest first. */
  readonly weighed: readonly Weighed<One>[];
  readonly noneProbability: number;
  /** Bits that any one arm of the register has before anything is said of it: log2 π/N. */
  readonly priorBits: number;
  /** Of the probability of none: the share that comes from numbers lying close around the reading. */
  readonly fromLot: number;
};

/** An arm with its bits, and by what it is told which lot it is of. */
type Listed = { readonly listed: Shortlisted; readonly bits: Bits; readonly lot?: string };

/**
 * Shares the probability among the arms and none of them.
 * @shape arms: how many the register holds
 */
export function weigh<One extends Listed>(
  weights: Weights,
  reading: Reading,
  { wholeBits }: Pick<Shortlist, 'wholeBits'>,
  all: readonly One[],
  arms: number,
): Answer<One> {
  const { registered, unseenLot } = weights;
  const many = Math.log2(Math.max(1, arms));
  const sums = all.map(({ bits }) => totalOf(bits));
  const top = Math.max(0, ...sums);
  // All weights are told against 2^(top - many), so that nothing overflows.
  const own = sums.map((total) => registered * 2 ** (total - top));
  const lotShare = (1 - registered) * (1 - unseenLot);
  const lot = lotWeight(weights, reading, wholeBits, all, (place) => sums[place]! - top);
  const none = lotShare * lot;
  const anywhere = ((1 - registered) * unseenLot + registered * UNFOUND) * 2 ** (many - top);
  const whole = own.reduce((sum, weight) => sum + weight, none + anywhere);
  const weighed = all.map((one, place) => ({
    one,
    bits: one.bits,
    totalBits: sums[place]!,
    probability: own[place]! / whole,
  }));
  weighed.sort((a, b) => b.totalBits - a.totalBits || (a.one.listed.arm < b.one.listed.arm ? -1 : 1));
  return {
    weighed,
    priorBits: Math.log2(registered) - many,
    noneProbability: (none + anywhere) / whole,
    fromLot: none / Math.max(none + anywhere, Number.MIN_VALUE),
  };
}

/** The share of registered arms whose mark was damaged beyond any key that is looked under. */
const UNFOUND = 0.02;

/**
 * How much speaks for an arm of one of the lots around that is not registered. Around a whole reading each registered neighbour
 * stands for the density of its lot, unless the very number is registered in that lot: then a mate must have been misread, or
 * the number given twice. Of an open reading the numbers that fit and are not registered may be such mates.
 */
function lotWeight(
  { givenTwice, channel }: Weights,
  reading: Reading,
  wholeBits: number,
  all: readonly Listed[],
  bitsOf: (place: number) => number,
): number {
  const numbers = neighboursOf(reading);
  const best = all.reduce((most, { listed }) => Math.max(most, listed.serialBits), 0);
  const fits = (numbers === 0 ? best : wholeBits) - EQUAL;
  const fitting = all.filter(({ listed }) => listed.serialBits >= fits);
  const taken = new Set(fitting.map(({ lot }) => lot));
  const left = numbers === 0 ? Math.max(LEFT_MIN, 1 - fitting.length / capacityOf(reading)) : givenTwice;
  let weight = 0;
  for (let place = 0; place < all.length; place++) {
    const { listed, lot } = all[place]!;
    if (listed.serialBits >= fits) weight += left * 2 ** bitsOf(place);
    else if (listed.isNeighbour)
      weight +=
        ((taken.has(lot) ? LOT_PLACES * channel.digit : 1) / numbers) *
        2 ** (bitsOf(place) - listed.serialBits + wholeBits);
  }
  return weight;
}

/** However many fit, one more may have been made. */
const LEFT_MIN = 0.02;
/** How many characters a place may be that cannot be read. */
const UNKNOWN_MAY_BE = 10;

/** How many numbers fit an open reading. */
function capacityOf({ places, gaps }: Reading): number {
  if (gaps.length > 0) return Number.POSITIVE_INFINITY;
  return places.reduce((product, { may }) => product * (may === '' ? UNKNOWN_MAY_BE : [...may].length), 1);
}

/** How many numbers lie around a reading that is whole: one of the last digits changed. 0 where it is not whole. */
function neighboursOf({ places, gaps }: Reading): number {
  if (gaps.length > 0 || places.some(({ may, worn }) => [...may].length !== 1 || worn)) return 0;
  const last = places.slice(-LOT_PLACES).filter(({ may }) => may >= '0' && may <= '9');
  return last.length * 9;
}

function totalOf(bits: Bits): number {
  let sum = 0;
  for (const name in bits) sum += bits[name as keyof Bits] ?? 0;
  return sum;
}
