/**
 * Whether two descriptions are of one arm. Against sameness stand two stories: two arms that have nothing to do with each
 * other, and two of one lot, whose numbers agree but for the last digits. So one of the last digits that differs speaks
 * against, and a letter that was lost or misread speaks little.
 *
 * @clause A-10, B-10
 */
import type { Reading } from '../marks/reading.ts';
import { isDigit, SURPRISE } from './alphabet.ts';
import { type AskedReading, charactersOf, type Serial, type Step, serialOf } from './channel.ts';
import type { Identifier } from './identifier.ts';
import type { Profile } from './profile.ts';
import type { Bits } from './weigh.ts';

/** A number made ready to be compared, as what was read and as what stands. */
type ComparedNumber = {
  readonly asked: AskedReading;
  readonly characters: readonly string[];
  readonly serial: Serial;
};

/** A description made ready to be compared with several. */
export type Side = { readonly number: ComparedNumber | undefined; readonly profile: Profile };

export type Comparison = {
  readonly bits: Partial<Bits>;
  readonly totalBits: number;
  readonly probability: number;
  /** Works out what would have happened to the number on the way from one to the other. */
  readonly steps: () => readonly Step[];
};

/** How far numbers of one lot lie apart: the share of pairs whose last digits differ, by how many of them. */
const LOT_SPREAD = [0.15, 0.3, 0.3, 0.15, 0.1];

/** Makes a description ready: what was read of its number, where that is known, and what is said beside it. */
export function sideOf({ channel }: Identifier, reading: Reading | undefined, profile: Profile): Side {
  if (!reading || reading.places.length === 0) return { number: undefined, profile };
  const characters = charactersOf(reading);
  return { number: { asked: channel.ask(reading), characters, serial: serialOf(characters) }, profile };
}

/** Compares two descriptions. */
export function compareSides(identifier: Identifier, a: Side, b: Side): Comparison {
  const features = identifier.compareFeatures(a.profile, b.profile);
  const serial = a.number && b.number ? compareNumbers(identifier, a.number, b.number) : undefined;
  const bits: Partial<Bits> = { ...(serial ? { serial: serial.bits } : {}), ...features };
  const totalBits = Object.values(bits).reduce((sum, value) => sum + (value ?? 0), 0);
  const odds = 2 ** (totalBits - identifier.weights.pairBits);
  return { bits, totalBits, probability: odds / (1 + odds), steps: serial?.steps ?? (() => []) };
}

function compareNumbers(
  { channel, weights }: Identifier,
  a: ComparedNumber,
  b: ComparedNumber,
): { readonly bits: number; readonly steps: () => readonly Step[] } {
  const [ofA, ofB] = [channel.bits(a.asked, b.serial), channel.bits(b.asked, a.serial)];
  const [read, stands] = ofA >= ofB ? [a, b] : [b, a];
  const lot = weights.lotMates * lotRatio(a.serial, b.serial);
  return {
    bits: Math.max(ofA, ofB) - Math.log2(1 - weights.lotMates + lot),
    steps: () => channel.steps(read.asked, stands.serial, stands.characters).steps,
  };
}

/** How much likelier a number is for a mate of the lot of the other than for an arm from anywhere. */
function lotRatio(a: Serial, b: Serial): number {
  if (a.length !== b.length) return 0;
  let first = a.length;
  for (let at = 0; at < a.length; at++)
    if (a[at] !== b[at]) {
      first = at;
      break;
    }
  // Two arms of a lot have two numbers.
  if (first === a.length) return 0;
  for (let at = first; at < a.length; at++) if (!isDigit(a[at]!) || !isDigit(b[at]!)) return 0;
  let agreed = 0;
  for (let at = 0; at < first; at++) agreed -= SURPRISE[a[at]!]!;
  let ratio = 0;
  const most = Math.min(LOT_SPREAD.length, a.length);
  for (let last = a.length - first; last <= most; last++) {
    // Places before the last ones agree because they are the same lot, those among them by chance.
    let chance = 0;
    for (let at = a.length - last; at < first; at++) chance -= SURPRISE[a[at]!]!;
    ratio += LOT_SPREAD[last - 1]! * 2 ** (agreed - chance);
  }
  return ratio;
}
