/**
 * Characters of marks as small numbers, so that a channel is a table. Latin letters and digits have numbers of their own, as
 * have the letters of other scripts that are met on arms; all others share one.
 */
import { alikeOf } from '../marks/look-alike.ts';

const LATIN = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const OTHERS = 'БГДЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯЁЄЇЎЌЃЂЋΓΔΛΠΦΘΣΞΩΨØ';
/** Letters of other scripts that are the same strokes as a Latin one: on metal they are one character. */
const STROKES = ['АВЕКМНОРСТУХІЈЅ', 'ABEKMHOPCTYXIJS', 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'] as const;

/** How many numbers there are; the last two are any other character, and one that is not known. */
export const SYMBOLS = LATIN.length + OTHERS.length + 2;
export const OTHER = SYMBOLS - 2;
export const UNKNOWN = SYMBOLS - 1;
export const LETTERS_FROM = 10;
/** The numbers of all letters. */
const LETTERS = SYMBOLS - 2 - LETTERS_FROM;

const NUMBERS = new Map([...LATIN, ...OTHERS].map((character, number) => [character, number]));
for (const [letters, latin] of [STROKES.slice(0, 2), STROKES.slice(2)])
  for (const [place, letter] of [...letters!].entries()) NUMBERS.set(letter, NUMBERS.get(latin![place]!)!);
const PLAIN = new Uint8Array(128).fill(OTHER);
for (const [character, number] of NUMBERS)
  if (character.charCodeAt(0) < 128) PLAIN[character.charCodeAt(0)] = number;

/** The number of a character in capitals. */
export function symbolOf(character: string): number {
  const code = character.charCodeAt(0);
  return code < 128 ? PLAIN[code]! : (NUMBERS.get(character) ?? OTHER);
}

/** True of numbers that are digits. */
export const isDigit = (symbol: number): boolean => symbol < LETTERS_FROM;

/** Characters by their number. */
const CHARACTERS = [...LATIN, ...OTHERS];

/** The characters that numbers stand for; none for any other and for one that is not known. */
export function charactersOfSymbols(symbols: ArrayLike<number>): readonly string[] {
  const characters: string[] = [];
  for (let at = 0; at < symbols.length; at++) characters.push(CHARACTERS[symbols[at]!] ?? '');
  return characters;
}

/** The numbers of what looks like a character. */
export const ALIKE: readonly ReadonlySet<number>[] = Array.from({ length: SYMBOLS }, (_, symbol) => {
  const character = CHARACTERS[symbol];
  const alike = character === undefined ? [] : [...alikeOf(character)].map(symbolOf);
  return new Set(alike.filter((other) => other !== OTHER && other !== symbol));
});

/** log2 of how often a character stands at a place of which only its kind is known. */
export const SURPRISE = new Float64Array(SYMBOLS).map((_, symbol) =>
  symbol < LETTERS_FROM ? -Math.log2(10) : symbol < LATIN.length ? -Math.log2(26) : -Math.log2(LETTERS),
);
