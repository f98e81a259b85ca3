/**
 * The names of a table, and which of them a typed text fits best, entry by entry. Thousands of names are asked for each
 * wording, so a name is aligned only where its letters leave hope, the most hopeful first, and never to the end once it can
 * change no answer. What is left out changes a probability by less than `BLUR`.
 */
import { alignedBits, boundOf, codesOf, NAME_MAX, type Typed, typedOf } from './alignment.ts';

export type Name = {
  readonly letters: string;
  readonly codes: Uint16Array;
  readonly text: string;
  /** Which entry of the table goes by it. */
  readonly entry: number;
};

export type Best = {
  readonly bits: number;
  readonly by: string;
  /** Of two names that fit equally the one that stands first in the table is told. */
  readonly place: number;
};

export type Weighing = {
  readonly priorOf: (entry: number) => number;
  readonly nonePrior: number;
  readonly thorough: boolean;
};

/** All that is left out together is less likely than this. */
export const BLUR = 1e-6;

/** The names of an entry, each writing once, as the first of its texts spells it. */
export function namesOf(
  texts: readonly string[],
  entry: number,
  writing: (text: string) => string,
): readonly Name[] {
  const byLetters = new Map<string, string>();
  for (const text of texts) {
    const { letters } = typedOf(writing(text));
    if (letters !== '' && letters.length <= NAME_MAX && !byLetters.has(letters)) byLetters.set(letters, text);
  }
  return [...byLetters].map(([letters, text]) => ({ letters, codes: codesOf(letters), text, entry }));
}

/** For each entry that the typing speaks for, the name that it fits best. */
export function findBest(
  typed: Typed,
  names: readonly Name[],
  { priorOf, nonePrior, thorough }: Weighing,
): Map<number, Best> {
  const best = new Map<number, Best>();
  const bound = boundOf(typed);
  const hopeful: { place: number; most: number }[] = [];
  for (let place = 0; place < names.length; place++) {
    const most = thorough ? Number.POSITIVE_INFINITY : bound(names[place]!.codes);
    if (most > 0) hopeful.push({ place, most });
  }
  if (!thorough) hopeful.sort((a, b) => b.most - a.most);
  let sum = nonePrior;
  for (const { place, most } of hopeful) {
    const { codes, text: by, entry } = names[place]!;
    const known = best.get(entry);
    const prior = priorOf(entry);
    const floor = Math.max(known?.bits ?? 0, Math.log2((BLUR * sum) / (names.length * prior)));
    if (!thorough && most < floor) continue;
    const bits = alignedBits(typed, codes, thorough ? undefined : floor);
    const isBetter = known ? bits > known.bits || (bits === known.bits && place < known.place) : bits > 0;
    if (!isBetter) continue;
    sum += prior * (2 ** bits - (known ? 2 ** known.bits : 0));
    best.set(entry, { bits, by, place });
  }
  return best;
}
