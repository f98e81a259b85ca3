/**
 * The thirty-two letters in which numbers and codes are written that people read aloud: Crockford's alphabet, without I, L,
 * O and U. Their values are the elements of GF(32), so that checks over them notice every single wrong letter and every
 * exchange of two.
 */
export const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

// GF(32) over x^5 + x^2 + 1, by tables of powers and logarithms of the generator.
const powers: number[] = [];
const logarithms: number[] = [];
for (let exponent = 0, value = 1; exponent < 31; exponent++) {
  powers.push(value);
  logarithms[value] = exponent;
  value <<= 1;
  if (value & 32) value ^= 0b100101;
}

/** Powers of the generator, by their exponent from 0 to 30: all different, none of them 0. */
export const POWER: readonly number[] = powers;
/** Exponent of each element but 0. */
export const LOGARITHM: readonly number[] = logarithms;

/** The product of two elements. */
export function multiply(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : POWER[(LOGARITHM[a]! + LOGARITHM[b]!) % 31]!;
}

/** The quotient of two elements; the second is not 0. */
export function divide(a: number, b: number): number {
  return a === 0 ? 0 : POWER[(LOGARITHM[a]! - LOGARITHM[b]! + 31) % 31]!;
}

/** Reads letters however they were said: O for 0, I or L for 1; undefined where one is none. */
export function parseLetters(text: string): readonly number[] | undefined {
  const values = [...text.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')].map((letter) =>
    LETTERS.indexOf(letter),
  );
  return values.includes(-1) ? undefined : values;
}

/** Writes elements as letters. */
export function formatLetters(values: readonly number[]): string {
  return values.map((value) => LETTERS[value]).join('');
}
