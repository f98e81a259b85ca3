/**
 * The State's number of an arm: `XA-7K4Q9-2MTKP`. Eight random characters and two check characters in Crockford's
 * alphabet (no I, L, O, U), so that it says nothing about how many arms there are. The checks are two weighted sums over
 * GF(32): any two wrong characters and any exchange of two characters are noticed, and one wrong character can be
 * named, which is what a bad telephone line needs. A State number is not a mark: assigned, tagged, physically marked
 * and verified are four facts.
 *
 * @clause ITI 9, FP 8(1)(b)
 */
import { divide, formatLetters, LOGARITHM, multiply, POWER, parseLetters } from '../base/letters.ts';

export type StateNumber = string & { readonly __stateNumber: true };

const PAYLOAD_LENGTH = 8;

/** The two sums that a sound number brings to zero: the plain one and the one weighted by place. */
function syndromes(values: readonly number[]): readonly [number, number] {
  let plain = 0;
  let weighted = 0;
  values.forEach((value, place) => {
    plain ^= value;
    weighted ^= multiply(value, POWER[place]!);
  });
  return [plain, weighted];
}

/**
 * Makes a State number from random bytes.
 * @shape random: at least 8 bytes from `offset`; state: ISO 3166-1 alpha-2
 */
export function makeStateNumber(state: string, random: Uint8Array, offset = 0): StateNumber {
  const values: number[] = [];
  for (let place = 0; place < PAYLOAD_LENGTH; place++) values.push(random[offset + place]! & 31);
  const [plain, weighted] = syndromes(values);
  // Solve a + b = plain and a·g^8 + b·g^9 = weighted for the two check characters a and b.
  const b = divide(weighted ^ multiply(plain, POWER[8]!), POWER[8]! ^ POWER[9]!);
  values.push(plain ^ b, b);
  return formatValues(state, values);
}

function formatValues(state: string, values: readonly number[]): StateNumber {
  const text = formatLetters(values);
  return `${state}-${text.slice(0, 5)}-${text.slice(5)}` as StateNumber;
}

export type NumberReading =
  | { readonly number: StateNumber }
  | { readonly wrong: 'shape' }
  | { readonly wrong: 'check'; readonly perhaps?: StateNumber };

/**
 * Reads a State number however it was written or said: small letters, spaces, O for 0, I or L for 1.
 * Where the check fails and one changed character would mend it, that number is offered, never taken.
 */
export function parseStateNumber(text: string): NumberReading {
  const plain = text.toUpperCase().replace(/[\s\-.·]/g, '');
  const match = /^([A-Z]{2})([0-9A-Z]{10})$/.exec(plain);
  if (!match) return { wrong: 'shape' };
  const state = match[1]!;
  const read = parseLetters(match[2]!);
  if (!read) return { wrong: 'shape' };
  const values = [...read];
  const [first, second] = syndromes(values);
  if (first === 0 && second === 0) return { number: formatValues(state, values) };
  if (first === 0 || second === 0) return { wrong: 'check' };
  const place = (LOGARITHM[second]! - LOGARITHM[first]! + 31) % 31;
  if (place >= values.length) return { wrong: 'check' };
  values[place] = values[place]! ^ first;
  return { wrong: 'check', perhaps: formatValues(state, values) };
}
