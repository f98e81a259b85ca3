/**
 * Which mark would decide between the candidates: the place of the reading, or else the word beside it, on which those that are
 * likely differ most. It tells an officer where to look next.
 *
 * @clause B-08
 */
import type { Profile } from './profile.ts';

export type Likely = {
  readonly probability: number;
  /** What stands on it at each place of the reading. */
  readonly at: readonly (string | undefined)[];
  readonly described: { readonly [Name in Word]?: string | undefined };
};

const WORDS = ['maker', 'model', 'calibre', 'class', 'country'] as const;
export type Word = (typeof WORDS)[number];

export type Decisive =
  | { readonly what: 'place'; readonly place: number; readonly may: readonly string[] }
  | { readonly what: Word; readonly may: readonly string[] }
  /** Nothing of what is asked tells them apart: another number on the arm would. */
  | { readonly what: 'another-mark' };

/** Named limits: what is told as possible, and from where on an answer would tell anything. @unit bits */
const MAY_MAX = 6;
const TELLS_FROM = 0.3;
/** One candidate alone that is as likely as this needs no further look. */
const SURE = 0.97;

/** What to look at next; undefined where there is nothing to decide. */
export function decisiveOf(likely: readonly Likely[], asked: Profile): Decisive | undefined {
  if (likely.length === 0 || likely[0]!.probability >= SURE) return undefined;
  const places = likely[0]!.at.map((_, place) => spread(likely, (one) => one.at[place]));
  const best = places.reduce((most, one, place) => (one.bits > places[most]!.bits ? place : most), 0);
  if (places[best] && places[best].bits >= TELLS_FROM)
    return { what: 'place', place: best + 1, may: places[best].may };
  const words = WORDS.filter((word) => asked[word] === undefined).map((word) => ({
    word,
    ...spread(likely, (one) => one.described[word]),
  }));
  const told = words.sort((a, b) => b.bits - a.bits)[0];
  if (told && told.bits >= TELLS_FROM) return { what: told.word, may: told.may };
  return { what: 'another-mark' };
}

/** How far an answer is open among the candidates, in bits, and what it may be, the likeliest first. */
function spread(
  likely: readonly Likely[],
  answerOf: (one: Likely) => string | undefined,
): { readonly bits: number; readonly may: readonly string[] } {
  const shares = new Map<string, number>();
  let whole = 0;
  for (const one of likely) {
    const value = answerOf(one);
    if (value === undefined || value === '') continue;
    shares.set(value, (shares.get(value) ?? 0) + one.probability);
    whole += one.probability;
  }
  let bits = 0;
  for (const share of shares.values()) bits -= (share / whole) * Math.log2(share / whole);
  const may = [...shares].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  return { bits, may: may.slice(0, MAY_MAX) };
}
