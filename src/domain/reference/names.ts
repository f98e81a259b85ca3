/**
 * The names of a table, and which of them a typed text fits best, entry by entry. Thousands of names are asked for each
 * wording, so a name is aligned only where its letters leave hope, the most hopeful first, and never to the end once it can
 * change no answer. All that is left out together is less likely than `BLUR`.
 */
import {
  alignedBits,
  askedOf,
  hopeOf,
  LETTER_BITS,
  mostBits,
  NAME_MAX,
  TYPED_MAX,
  type Typed,
} from './alignment.ts';

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
  /** The entry of each name. */
  readonly entries: Uint32Array;
  /** Which letters and digits stand in each name, one bit for each: more than 32 of them take two words. */
  readonly masks: Uint32Array;
};

export type Best = {
  readonly bits: number;
  readonly by: string;
  /** Of two names that fit equally the one that stands first in the table is told. */
  readonly place: number;
};

export type Weighing = {
  /** log2 of how often each entry is met, beside the others. */
  readonly shareBits: Float64Array;
  readonly nonePrior: number;
  /** Aligns every name to the end. */
  readonly thorough: boolean;
};

/** How likely all names together may be that are left out. */
const BLUR = 1e-4;
/** What speaks for a name by less than one letter's worth says nothing of it. */
const SPEAKS_FROM = LETTER_BITS;
/** Names whose letters are looked at before those of the others, and those of them that are aligned. */
const LOOKED_FIRST = 96;
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
  const masks = new Uint32Array(names.length * 2);
  for (const [place, { letters }] of names.entries()) {
    starts[place + 1] = starts[place]! + letters.length;
    masks.set(maskOf(letters), place * 2);
  }
  const entries = Uint32Array.from(names, ({ entry }) => entry);
  return { names, codes, starts, entries, masks };
}

/** For each entry that the typing speaks for, the name that it fits best. */
export function findBest(
  typed: Typed,
  table: NameTable,
  { shareBits, nonePrior, thorough }: Weighing,
): Map<number, Best> {
  const { names, codes, starts, entries } = table;
  const best = new Map<number, Best>();
  const asked = askedOf(typed);
  let sum = nonePrior;
  // The bits below which a name of an entry that is always meant would not be missed.
  let least = Number.NEGATIVE_INFINITY;
  const ask = (place: number, floor: number): void => {
    const { text: by, entry } = names[place]!;
    const known = best.get(entry);
    const most = Math.max(floor, known?.bits ?? SPEAKS_FROM);
    const bits = alignedBits(asked, codes, starts[place]!, starts[place + 1]!, thorough ? undefined : most);
    const isBetter = known
      ? bits > known.bits || (bits === known.bits && place < known.place)
      : bits >= SPEAKS_FROM;
    if (!isBetter) return;
    sum += (1 - nonePrior) * 2 ** shareBits[entry]! * (2 ** bits - (known ? 2 ** known.bits : 0));
    least = Math.log2((BLUR * sum) / (names.length * (1 - nonePrior)));
    best.set(entry, { bits, by, place });
  };
  if (thorough) {
    for (let place = 0; place < names.length; place++) ask(place, Number.NEGATIVE_INFINITY);
    return best;
  }
  const { hopes, unlike } = hopesOf(typed.letters, table);
  const mostOf = (place: number): number => mostBits(asked, codes, starts[place]!, starts[place + 1]!);
  // What the most hopeful names reach tells how little the others would have to say.
  const hopeful = leastUnlike(unlike, LOOKED_FIRST).map((place) => ({ place, most: mostOf(place) }));
  hopeful.sort((a, b) => b.most - a.most);
  for (const { place } of hopeful.slice(0, ASKED_FIRST)) ask(place, 0);
  for (let place = 0; place < names.length; place++) {
    const hope = hopes[place]!;
    if (hope < SPEAKS_FROM || hope < least) continue;
    const floor = Math.max(SPEAKS_FROM, least - shareBits[entries[place]!]!);
    if (hope >= floor && mostOf(place) >= floor) ask(place, floor);
  }
  return best;
}

/**
 * Of each name, by which letters stand in it alone, the most bits that it could have (each letter that was not typed is a
 * slip, so never less than `mostBits`), and how unlike it is to what was typed. Told of thousands of names in no time.
 */
function hopesOf(
  letters: string,
  { starts, masks }: NameTable,
): { readonly hopes: Float64Array; readonly unlike: Uint8Array } {
  const typed = Math.min(letters.length, TYPED_MAX);
  const [low, high] = maskOf(letters.slice(0, typed));
  const hopes = new Float64Array(starts.length - 1);
  const unlike = new Uint8Array(hopes.length);
  for (let place = 0; place < hopes.length; place++) {
    const [first, second] = [masks[place * 2]!, masks[place * 2 + 1]!];
    const missing = bitsIn(first & ~low) + bitsIn(second & ~high);
    const beyond = bitsIn(low & ~first) + bitsIn(high & ~second);
    const length = starts[place + 1]! - starts[place]!;
    hopes[place] = hopeOf(length, typed, missing);
    unlike[place] = 2 * (missing + beyond) + Math.abs(length - typed);
  }
  return { hopes, unlike };
}

/** One bit for each letter and digit of a text; those beyond Latin share what is left. */
function maskOf(letters: string): readonly [number, number] {
  const mask: [number, number] = [0, 0];
  for (let at = 0; at < letters.length; at++) {
    const code = letters.charCodeAt(at);
    if (code >= 97 && code <= 122) mask[0] |= 1 << (code - 97);
    else if (code >= 48 && code <= 57) mask[1] |= 1 << (code - 48);
    else mask[1] |= 1 << (10 + (code % 22));
  }
  return mask;
}

function bitsIn(word: number): number {
  let left = word - ((word >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The places of the lowest numbers: so many of them, and those that are equal to the last. */
function leastUnlike(unlike: Uint8Array, count: number): number[] {
  const counts = new Uint32Array(256);
  for (let place = 0; place < unlike.length; place++) counts[unlike[place]!]!++;
  let most = 0;
  for (let sum = counts[0]!; sum < count && most < 255; ) sum += counts[++most]!;
  const places: number[] = [];
  for (let place = 0; place < unlike.length; place++) if (unlike[place]! <= most) places.push(place);
  return places;
}
