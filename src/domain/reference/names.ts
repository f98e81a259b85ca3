/**
 * The names of a table, and which of them a typed text fits best, entry by entry. Thousands of names are asked for each
 * wording, so a name is aligned only where its letters leave hope, the most hopeful first, and never to the end once it can
 * change no answer. All that is left out together is less likely than `BLUR`.
 */
import { type Asked, alignedBits, hopesOf, NAME_MAX } from './alignment.ts';
import { LETTER_BITS } from './surprise.ts';

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
  const entries = Uint32Array.from(names, ({ entry }) => entry);
  return { names, codes, starts, entries };
}

/** For each entry that the typing speaks for, the name that it fits best. */
export function findBest(
  asked: Asked,
  table: NameTable,
  { shareBits, nonePrior, thorough }: Weighing,
): Map<number, Best> {
  const { names, codes, starts, entries } = table;
  const best = new Map<number, Best>();
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
  const hopes = hopesOf(asked, codes, starts);
  // What the most hopeful names reach tells how little the others would have to say.
  for (const place of mostHopeful(hopes)) ask(place, 0);
  for (let place = 0; place < names.length; place++) {
    const floor = Math.max(SPEAKS_FROM, least - shareBits[entries[place]!]!);
    if (hopes[place]! >= floor) ask(place, floor);
  }
  return best;
}

/** The places of the highest hopes: `ASKED_FIRST` of them, and those that are about equal to the last. */
function mostHopeful(hopes: Float64Array): readonly number[] {
  const counts = new Uint32Array(HOPES);
  const levelOf = (place: number): number => Math.max(0, Math.min(HOPES - 1, Math.round(hopes[place]!)));
  for (let place = 0; place < hopes.length; place++) counts[levelOf(place)]!++;
  let least = HOPES - 1;
  for (let sum = counts[least]!; sum < ASKED_FIRST && least > 0; ) sum += counts[--least]!;
  const places: number[] = [];
  for (let place = 0; place < hopes.length; place++) if (levelOf(place) >= least) places.push(place);
  return places.sort((a, b) => hopes[b]! - hopes[a]!);
}
const HOPES = 256;
