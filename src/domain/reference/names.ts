/**
 * The names of a table, and which of them a typed text fits best, entry by entry. Thousands of names are asked for each
 * wording, so a name is aligned only where its letters leave hope, the most hopeful first, and never to the end once it can
 * change no answer. All that is left out together is less likely than `BLUR`.
 */
import { alignedBits, askedOf, LETTER_BITS, mostBits, NAME_MAX, type Typed } from './alignment.ts';

export type Name = {
  readonly letters: string;
  readonly text: string;
  /** Which entry of the table goes by it. */
  readonly entry: number;
};

/** Names whose letters stand one after the other as numbers: that of place p from `starts[p]` to `starts[p + 1]`. */
export type NameTable = {
  readonly names: readonly Name[];
  readonly codes: Uint16Array;
  readonly starts: Uint32Array;
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
  /** Aligns every name to the end. */
  readonly thorough: boolean;
};

/** How likely all names together may be that are left out. */
const BLUR = 1e-4;
/** What speaks for a name by less than one letter's worth says nothing of it. */
const SPEAKS_FROM = LETTER_BITS;
/** Names that are aligned before the others. */
const ASKED_FIRST = 12;

/** The names of an entry, each writing once, as the first of its texts spells it. */
export function namesOf(
  texts: readonly string[],
  entry: number,
  writing: (text: string) => string,
): readonly Name[] {
  const byLetters = new Map<string, string>();
  for (const text of texts) {
    const letters = writing(text).replaceAll(' ', '');
    if (letters !== '' && letters.length <= NAME_MAX && !byLetters.has(letters)) byLetters.set(letters, text);
  }
  return [...byLetters].map(([letters, text]) => ({ letters, text, entry }));
}

/** Makes names ready to be asked. */
export function tableOf(names: readonly Name[]): NameTable {
  const starts = new Uint32Array(names.length + 1);
  const glued = names.map(({ letters }) => letters).join('');
  const codes = new Uint16Array(glued.length);
  for (let at = 0; at < glued.length; at++) codes[at] = glued.charCodeAt(at);
  for (const [place, { letters }] of names.entries()) starts[place + 1] = starts[place]! + letters.length;
  return { names, codes, starts };
}

/** For each entry that the typing speaks for, the name that it fits best. */
export function findBest(
  typed: Typed,
  { names, codes, starts }: NameTable,
  { priorOf, nonePrior, thorough }: Weighing,
): Map<number, Best> {
  const best = new Map<number, Best>();
  const asked = askedOf(typed);
  let sum = nonePrior;
  const ask = (place: number, floor: number): void => {
    const { text: by, entry } = names[place]!;
    const known = best.get(entry);
    const most = Math.max(floor, known?.bits ?? SPEAKS_FROM);
    const bits = alignedBits(asked, codes, starts[place]!, starts[place + 1]!, thorough ? undefined : most);
    const isBetter = known
      ? bits > known.bits || (bits === known.bits && place < known.place)
      : bits >= SPEAKS_FROM;
    if (!isBetter) return;
    sum += priorOf(entry) * (2 ** bits - (known ? 2 ** known.bits : 0));
    best.set(entry, { bits, by, place });
  };
  if (thorough) {
    for (let place = 0; place < names.length; place++) ask(place, Number.NEGATIVE_INFINITY);
    return best;
  }
  const bounds = names.map((_, place) => mostBits(asked, codes, starts[place]!, starts[place + 1]!));
  // What the most hopeful names reach tells how little the others would have to say.
  for (const place of highest(bounds, ASKED_FIRST)) ask(place, 0);
  for (let place = 0; place < names.length; place++) {
    const most = bounds[place]!;
    if (most < SPEAKS_FROM) continue;
    const floor = Math.log2((BLUR * sum) / (names.length * priorOf(names[place]!.entry)));
    if (most >= floor) ask(place, floor);
  }
  return best;
}

/** The places of the highest numbers. */
function highest(numbers: readonly number[], count: number): readonly number[] {
  const places: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (const [place, number] of numbers.entries()) {
    if (number <= least) continue;
    places.push(place);
    if (places.length < 2 * count) continue;
    places.sort((a, b) => numbers[b]! - numbers[a]!).length = count;
    least = numbers[places.at(-1)!]!;
  }
  return places.sort((a, b) => numbers[b]! - numbers[a]!).slice(0, count);
}
