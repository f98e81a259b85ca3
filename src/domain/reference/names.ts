/**
 * The names of a table, and which of them a typed text fits best, entry by entry. Thousands of names are asked for each
 * wording, so a name is aligned only where its letters leave hope, the most hopeful first, and never to the end once it can
 * change no answer. All that is left out together is less likely than `BLUR`.
 */
import { type Asked, alignedBits, NAME_MAX } from './alignment.ts';
import { hopesOf } from './hopes.ts';
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
  const { order, levels, tails } = byHope(hopes, (place) => shareBits[entries[place]!]!);
  for (const place of order) {
    // All that is left together would not be missed.
    if (tails[levels[place]!]! * (1 - nonePrior) < BLUR * sum) break;
    const floor = Math.max(SPEAKS_FROM, least - shareBits[entries[place]!]!);
    if (hopes[place]! >= floor) ask(place, floor);
  }
  return best;
}

/** Levels of one bit; the lowest takes all that is lower. */
const LEVELS = 256;
const LOWEST = -64;

/** The names that may speak for their entry, the likeliest first by levels, and how likely those of each level and below may be together. */
function byHope(
  hopes: Float64Array,
  shareOf: (place: number) => number,
): { readonly order: Uint32Array; readonly levels: Uint8Array; readonly tails: Float64Array } {
  const levels = new Uint8Array(hopes.length);
  const counts = new Uint32Array(LEVELS + 1);
  for (let place = 0; place < hopes.length; place++) {
    if (hopes[place]! < SPEAKS_FROM) continue;
    const level = Math.max(1, Math.min(LEVELS - 1, Math.ceil(hopes[place]! + shareOf(place)) - LOWEST));
    levels[place] = level;
    counts[level]!++;
  }
  const tails = new Float64Array(LEVELS);
  for (let level = 1; level < LEVELS; level++)
    tails[level] = tails[level - 1]! + counts[level]! * 2 ** (level + LOWEST);
  const next = new Uint32Array(LEVELS + 1);
  for (let level = LEVELS - 1; level > 0; level--) next[level - 1] = next[level]! + counts[level]!;
  const order = new Uint32Array(next[0]!);
  for (let place = 0; place < hopes.length; place++)
    if (levels[place]! > 0) order[next[levels[place]!]!++] = place;
  return { order, levels, tails };
}
