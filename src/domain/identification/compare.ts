/**
 * Whether two descriptions are of one arm. Against sameness stand two stories: two arms that have nothing to do with each
 * other, and two of one lot, whose numbers agree but for the last digits. So one of the last digits that differs speaks
 * against, and a letter that was lost or misread speaks little.
 *
 * @clause A-10, B-10
 */
import type { Reading } from '../marks/reading.ts';
import { isDigit, SURPRISE } from './alphabet.ts';
import { charactersOf, type Serial, type Step, serialOf } from './channel.ts';
import type { Identifier } from './identifier.ts';
import type { Profile } from './profile.ts';
import type { Bits } from './weigh.ts';

export type Side = { readonly reading: Reading | undefined; readonly profile: Profile };

export type Comparison = {
  readonly bits: Partial<Bits>;
  readonly totalBits: number;
  readonly probability: number;
  readonly steps: readonly Step[];
};

/** How far numbers of one lot lie apart: the share of pairs whose last digits differ, by how many of them. */
const LOT_SPREAD = [0.15, 0.3, 0.3, 0.15, 0.1];

/** Compares two descriptions. */
export function compareSides(identifier: Identifier, a: Side, b: Side): Comparison {
  const features = identifier.compareFeatures(a.profile, b.profile);
  const serial = a.reading && b.reading ? serialBitsOf(identifier, a.reading, b.reading) : undefined;
  const bits: Partial<Bits> = { ...(serial ? { serial: serial.bits } : {}), ...features };
  const totalBits = Object.values(bits).reduce((sum, value) => sum + (value ?? 0), 0);
  const odds = 2 ** (totalBits - identifier.weights.pairBits);
  return { bits, totalBits, probability: odds / (1 + odds), steps: serial?.steps ?? [] };
}

function serialBitsOf(
  { channel, weights }: Identifier,
  a: Reading,
  b: Reading,
): { readonly bits: number; readonly steps: readonly Step[] } | undefined {
  if (a.places.length === 0 || b.places.length === 0) return undefined;
  const ways = [
    { read: a, stands: b },
    { read: b, stands: a },
  ].map(({ read, stands }) => {
    const asked = channel.ask(read);
    const characters = charactersOf(stands);
    const serial = serialOf(characters);
    return { asked, characters, serial, bits: channel.bits(asked, serial) };
  });
  const best = ways[0]!.bits >= ways[1]!.bits ? ways[0]! : ways[1]!;
  const lot = weights.lotMates * lotRatio(serialOf(charactersOf(a)), serialOf(charactersOf(b)));
  const bits = best.bits - Math.log2(1 - weights.lotMates + lot);
  return { bits, steps: channel.steps(best.asked, best.serial, best.characters).steps };
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
