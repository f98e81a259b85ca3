/**
 * How the makers of the bench number their arms: eleven grammars of its own, after the shapes that real registers hold most.
 * A counter becomes a serial; letters before or behind the digits count on where the digits are used up. The tables of
 * serial grammars of the program are not used, so that what is measured does not know how it was made.
 */
export type SerialFormat = {
  readonly name: string;
  /** How many of 100 makers number so. */
  readonly weight: number;
  /** How many numbers there are before it begins again. */
  readonly numbers: number;
  /** True where each year begins again at small numbers. */
  readonly restarts: boolean;
  readonly write: (counter: number, year: number, series: number) => string;
};

const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CYRILLIC = 'АБВГДЕЖИКЛМНОПРСТУФХЦЧШ';

const digits = (counter: number, many: number): string =>
  String(Math.floor(counter) % 10 ** many).padStart(many, '0');

/** The letters of a series: it counts on as numbers do. */
function letters(series: number, many: number, alphabet = LATIN): string {
  let left = Math.floor(series);
  let written = '';
  for (let at = 0; at < many; at++) {
    written = alphabet[left % alphabet.length]! + written;
    left = Math.floor(left / alphabet.length);
  }
  return written;
}

const lettersThenDigits = (
  name: string,
  weight: number,
  before: number,
  many: number,
  alphabet = LATIN,
): SerialFormat => ({
  name,
  weight,
  numbers: alphabet.length ** before * 10 ** many,
  restarts: false,
  write: (counter) => letters(counter / 10 ** many, before, alphabet) + digits(counter, many),
});

const pureDigits = (name: string, weight: number, many: number): SerialFormat => ({
  name,
  weight,
  numbers: 10 ** many,
  restarts: many < 7,
  write: (counter) => digits(counter, many),
});

export const SERIAL_FORMATS: readonly SerialFormat[] = [
  lettersThenDigits('AAA99999', 24, 3, 5),
  lettersThenDigits('AA999999', 10, 2, 6),
  lettersThenDigits('A9999999', 6, 1, 7),
  lettersThenDigits('A99999', 8, 1, 5),
  lettersThenDigits('AAA999', 6, 3, 3),
  lettersThenDigits('ЖЖ9999', 4, 2, 4, CYRILLIC),
  pureDigits('99999', 8, 5),
  pureDigits('999999', 9, 6),
  pureDigits('99999999', 4, 8),
  {
    name: '999-99999',
    weight: 4,
    numbers: 10 ** 8,
    restarts: false,
    write: (counter) => `${digits(counter / 10 ** 5, 3)}-${digits(counter, 5)}`,
  },
  {
    name: '999999-AA',
    weight: 3,
    numbers: 676 * 10 ** 6,
    restarts: false,
    write: (counter) => `${digits(counter, 6)}-${letters(counter / 10 ** 6, 2)}`,
  },
  {
    name: 'A999999A',
    weight: 2,
    numbers: 676 * 10 ** 6,
    restarts: false,
    write(counter) {
      const both = letters(counter / 10 ** 6, 2);
      return `${both[0]}${digits(counter, 6)}${both[1]}`;
    },
  },
  {
    name: 'year, letter, 99999',
    weight: 4,
    numbers: 10 ** 5,
    restarts: true,
    write: (counter, year, series) => `${digits(year, 2)}${letters(series, 1)}${digits(counter, 5)}`,
  },
  {
    name: 'T9999-year, letter 99999',
    weight: 3,
    numbers: 10 ** 5,
    restarts: true,
    write: (counter, year, series) =>
      `T${digits(6000 + (series % 700), 4)}-${digits(year, 2)}${letters(series, 1)}${digits(counter, 5)}`,
  },
];
