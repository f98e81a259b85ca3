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

/** A number that stands under the keys of a reading, and the arms that bear it. */
export type Borne = { readonly serial: Serial; readonly arms: ArrayLike<ArmKey> };

/** How well a number fits the reading. */
export type Fit = {
  readonly serial: Serial;
  readonly serialBits: number;
  /** True where it differs from the reading in one of the last digits: one of the lot around it. */
  readonly isNeighbour: boolean;
};

/** Arms that may be meant, those whose numbers fit best first, and how the best number of each fits. */
export type Shortlist = {
  readonly arms: readonly ArmKey[];
  readonly fits: readonly Fit[];
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

/** Orders numbers by how well they fit, and keeps the arms that words beside the number may still bring forward, each once. */
export function shortlist(
  channel: ChannelReader,
  reading: Reading,
  asked: AskedReading,
  found: readonly Borne[],
): Shortlist {
  const own = serialOf(charactersOf(reading));
  const isWhole = !asked.hasGap && !own.includes(UNKNOWN);
  const byBits = Map.groupBy(found, ({ serial }) => channel.bits(asked, serial));
  const levels = [...byBits.keys()].sort((a, b) => b - a);
  const highest = levels[0] ?? 0;
  const arms: ArmKey[] = [];
  const fits: Fit[] = [];
  const known = new Set<ArmKey>();
  for (const serialBits of levels) {
    const room = (serialBits >= highest - EQUAL ? SHORTLIST_EQUAL_MAX : SHORTLIST_MAX) - arms.length;
    if (serialBits < highest - MARGIN || room <= 0) break;
    const level: { readonly arm: ArmKey; readonly fit: Fit }[] = [];
    for (const { serial, arms: bearers } of byBits.get(serialBits)!) {
      const fit = { serial, serialBits, isNeighbour: isWhole && isNeighbour(own, serial) };
      for (let at = 0; at < bearers.length; at++) {
        const arm = bearers[at]!;
        if (known.size < known.add(arm).size) level.push({ arm, fit });
      }
    }
    // In the order of their keys, so that every search keeps the same and adds them up alike.
    level.sort((a, b) => (a.arm < b.arm ? -1 : 1));
    if (level.length > room) level.length = room;
    for (const { arm, fit } of level) {
      arms.push(arm);
      fits.push(fit);
    }
  }
  return { arms, fits, wholeBits: channel.bits(asked, own) };
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

/** What is said of arms beside their numbers, held against what was asked; arms that are described alike share it. */
export type Words = {
  /** Arms of one maker and class are of one lot where their numbers lie together. */
  readonly lot: string;
  readonly features: FeatureBits;
};

/** Arms to be weighed, column by column. */
export type Candidates = Pick<Shortlist, 'arms' | 'fits'> & {
  readonly words: readonly Words[];
  /** What further readings say of each; absent where there are none. */
  readonly parts?: readonly number[] | undefined;
};

export type Weighed = {
  readonly arm: ArmKey;
  readonly fit: Fit;
  readonly bits: Bits;
  readonly totalBits: number;
  readonly probability: number;
};

export type Answer = {
  /** So many of them, the likeliest first; all where no number is told. */
  readonly best: (most?: number) => readonly Weighed[];
  /** How many are at least so likely. */
  readonly countFrom: (probability: number) => number;
  readonly noneProbability: number;
  /** Bits that any one arm of the register has before anything is said of it: log2 π/N. */
  readonly priorBits: number;
  /** Of the probability of none: the share that comes from numbers lying close around the reading. */
  readonly fromLot: number;
};

/**
 * Shares the probability among the arms and none of them.
 * @shape arms: how many the register holds
 */
export function weigh(
  weights: Weights,
  reading: Reading,
  { wholeBits }: Pick<Shortlist, 'wholeBits'>,
  all: Candidates,
  arms: number,
): Answer {
  const { registered, unseenLot } = weights;
  const many = Math.log2(Math.max(1, arms));
  const sums = sumsOf(all);
  const top = sums.reduce((most, one) => (one > most ? one : most), 0);
  // All weights are told against 2^(top - many), so that nothing overflows.
  const own = sums.map((total) => registered * 2 ** (total - top));
  const lotShare = (1 - registered) * (1 - unseenLot);
  const none = lotShare * lotWeight(weights, reading, wholeBits, all, sums, top);
  const anywhere = ((1 - registered) * unseenLot + registered * UNFOUND) * 2 ** (many - top);
  const whole = own.reduce((sum, weight) => sum + weight, none + anywhere);
  return {
    best: (most = sums.length) =>
      likeliest(sums, all.arms, most).map((place) => ({
        arm: all.arms[place]!,
        fit: all.fits[place]!,
        bits: bitsOf(all, place),
        totalBits: sums[place]!,
        probability: own[place]! / whole,
      })),
    countFrom: (probability) => own.reduce((sum, weight) => sum + Number(weight / whole >= probability), 0),
    priorBits: Math.log2(registered) - many,
    noneProbability: (none + anywhere) / whole,
    fromLot: none / Math.max(none + anywhere, Number.MIN_VALUE),
  };
}

function sumsOf({ fits, words, parts }: Candidates): Float64Array {
  const sums = new Float64Array(fits.length);
  for (let place = 0; place < sums.length; place++) {
    let sum = fits[place]!.serialBits;
    const { features } = words[place]!;
    for (const name in features) sum += features[name as keyof FeatureBits] ?? 0;
    sums[place] = sum + (parts?.[place] ?? 0);
  }
  return sums;
}

function bitsOf({ fits, words, parts }: Candidates, place: number): Bits {
  const part = parts?.[place];
  return {
    serial: fits[place]!.serialBits,
    ...words[place]!.features,
    ...(part === undefined ? {} : { parts: part }),
  };
}

/** The places of so many of the highest sums, the highest first, and of equal ones the first arm. */
function likeliest(sums: Float64Array, arms: readonly ArmKey[], most: number): number[] {
  const order = (a: number, b: number): number => sums[b]! - sums[a]! || (arms[a]! < arms[b]! ? -1 : 1);
  if (most >= sums.length) return Array.from(sums, (_, place) => place).sort(order);
  const best: number[] = [];
  for (let place = 0; place < sums.length; place++) {
    if (best.length === most && order(place, best[most - 1]!) > 0) continue;
    let at = best.length;
    while (at > 0 && order(place, best[at - 1]!) < 0) at--;
    best.splice(at, 0, place);
    if (best.length > most) best.pop();
  }
  return best;
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
  { fits, words }: Candidates,
  sums: Float64Array,
  top: number,
): number {
  const numbers = neighboursOf(reading);
  const best = fits.reduce((most, { serialBits }) => Math.max(most, serialBits), 0);
  const least = (numbers === 0 ? best : wholeBits) - EQUAL;
  const taken = new Set<string>();
  let fitting = 0;
  for (let place = 0; place < fits.length; place++) {
    if (fits[place]!.serialBits < least) continue;
    fitting++;
    taken.add(words[place]!.lot);
  }
  const left = numbers === 0 ? Math.max(LEFT_MIN, 1 - fitting / capacityOf(reading)) : givenTwice;
  let weight = 0;
  for (let place = 0; place < fits.length; place++) {
    const { serialBits, isNeighbour: isMate } = fits[place]!;
    const bits = sums[place]! - top;
    if (serialBits >= least) weight += left * 2 ** bits;
    else if (isMate) {
      const share = taken.has(words[place]!.lot) ? LOT_PLACES * channel.digit : 1;
      weight += (share / numbers) * 2 ** (bits - serialBits + wholeBits);
    }
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
