/**
 * Reads the modules of a QR code back to its text, so that a test knows what a scanner would read. For whole, upright codes
 * of capitals and digits only: nothing is mended, because nothing in a drawing of ours may be wrong.
 */
import type { Square } from '../../src/doors/web/square-code.ts';

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const NUMERIC = 1;
const ALPHA = 2;
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (i, j) => (i + j) % 2 === 0,
  (i) => i % 2 === 0,
  (_i, j) => j % 3 === 0,
  (i, j) => (i + j) % 3 === 0,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2 === 0,
  (i, j) => ((i * j) % 2) + ((i * j) % 3) === 0,
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2 === 0,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2 === 0,
];
/** Data codewords of each block at the level Q, by version: ISO/IEC 18004, table 9. */
const BLOCKS: Readonly<Record<number, readonly number[]>> = {
  4: [24, 24],
  5: [15, 15, 16, 16],
  6: [19, 19, 19, 19],
  7: [14, 14, 15, 15, 15, 15],
};
/** Centres of the alignment patterns beside the corners. */
const ALIGNMENT: Readonly<Record<number, readonly number[]>> = {
  4: [6, 26],
  5: [6, 30],
  6: [6, 34],
  7: [6, 22, 38],
};

/** The text of a QR code. */
export function readSquare({ side, isDark }: Square): string {
  const version = (side - 17) / 4;
  const blocks = BLOCKS[version];
  if (!blocks) throw new Error(`a QR code of ${side} modules is not read here`);
  const format = Array.from({ length: 15 }, (_, place) => (isDark(...formatPlace(place)) ? 1 : 0));
  const told = format.reduce<number>((bits, bit) => bits * 2 + bit, 0) ^ 0b101010000010010;
  if (told >> 13 !== 0b11) throw new Error('the level is not Q');
  const mask = MASKS[(told >> 10) & 7]!;
  const bits: number[] = [];
  for (let right = side - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right--;
    for (let step = 0; step < side; step++) {
      const row = up ? side - 1 - step : step;
      for (const column of [right, right - 1])
        if (!isPattern(version, side, row, column))
          bits.push(Number(isDark(column, row)) ^ Number(mask(row, column)));
    }
  }
  return textOf(dataOf(bits, blocks));
}

/** Column and row of each bit of the format around the upper left corner, the highest first. */
function formatPlace(place: number): [number, number] {
  if (place < 6) return [place, 8];
  if (place < 8) return [place + 1, 8];
  return place === 8 ? [8, 7] : [8, 14 - place];
}

function isPattern(version: number, side: number, row: number, column: number): boolean {
  if (row === 6 || column === 6) return true;
  if (row <= 8 && column <= 8) return true;
  if (row <= 8 && column >= side - 8) return true;
  if (row >= side - 8 && column <= 8) return true;
  if (version >= 7 && ((row < 6 && column >= side - 11) || (column < 6 && row >= side - 11))) return true;
  const centres = ALIGNMENT[version]!;
  return centres.some((y) =>
    centres.some((x) => {
      const inCorner = (y === 6 && (x === 6 || x === side - 7)) || (x === 6 && y === side - 7);
      return !inCorner && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2;
    }),
  );
}

/** The data codewords in order: the blocks stand woven into each other. */
function dataOf(bits: readonly number[], blocks: readonly number[]): readonly number[] {
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    bits.slice(8 * at, 8 * at + 8).reduce((word, bit) => word * 2 + bit, 0),
  );
  const data = blocks.map((): number[] => []);
  let next = 0;
  for (let place = 0; place < Math.max(...blocks); place++)
    for (const [block, length] of blocks.entries()) if (place < length) data[block]!.push(words[next++]!);
  return data.flat();
}

function textOf(data: readonly number[]): string {
  const bits = data.flatMap((word) => Array.from({ length: 8 }, (_, at) => (word >> (7 - at)) & 1));
  let at = 0;
  const take = (count: number): number => {
    let value = 0;
    for (let taken = 0; taken < count; taken++) value = value * 2 + (bits[at++] ?? 0);
    return value;
  };
  const segments: string[] = [];
  for (let mode = take(4); mode !== 0 && at < bits.length; mode = take(4)) {
    if (mode !== NUMERIC && mode !== ALPHA) throw new Error(`the mode ${mode} is not read here`);
    segments.push(mode === NUMERIC ? digitsOf(take(10), take) : lettersOf(take(9), take));
  }
  return segments.join('');
}

type Take = (bits: number) => number;

function digitsOf(length: number, take: Take): string {
  let text = '';
  for (let left = length; left > 0; left -= 3) {
    const digits = Math.min(left, 3);
    text += String(take([0, 4, 7, 10][digits]!)).padStart(digits, '0');
  }
  return text;
}

function lettersOf(length: number, take: Take): string {
  let text = '';
  while (text.length + 1 < length) {
    const pair = take(11);
    text += `${ALPHANUMERIC[Math.floor(pair / 45)]}${ALPHANUMERIC[pair % 45]}`;
  }
  return text.length < length ? text + ALPHANUMERIC[take(6)] : text;
}
