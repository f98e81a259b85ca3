/**
 * What each character that was read gives in bits for each that may truly stand there: the rows of the table of the channel,
 * made once for the weights, and for what was read with doubt or as one of several.
 *
 * @clause A-10, B-10
 */
import { ALIKE, isDigit, SURPRISE, SYMBOLS, symbolOf, UNKNOWN } from './alphabet.ts';
import type { Channel } from './weights.ts';

const ZERO = symbolOf('0');
export const LETTER_O = symbolOf('O');

/** The shares of the channel as bits. */
export type Costs = { readonly [Name in keyof Channel]: number };

/** Rows by the character that was read, plainly or with doubt. */
export type Rows = { readonly plain: readonly Float64Array[]; readonly worn: readonly Float64Array[] };

/** For each character that was read: what it gives in bits that each other truly stands there. */
export function makeRows(weights: Channel): Rows {
  const rowOf = (read: number, alikeShare: number, otherShare: number | undefined): Float64Array => {
    const row = new Float64Array(SYMBOLS);
    for (let truth = 0; truth < UNKNOWN; truth++) {
      if (truth === read) continue;
      const isAlike = ALIKE[truth]!.has(read);
      const isZero = (truth === ZERO && read === LETTER_O) || (truth === LETTER_O && read === ZERO);
      const other = otherShare ?? otherOf(truth, read, weights);
      const seldom =
        otherShare === undefined && isDigit(truth) && isDigit(read) ? weights.alikeDigits : alikeShare;
      const share = isAlike ? (isZero ? Math.max(weights.zero, alikeShare) : seldom) : other;
      row[truth] = Math.log2(share) - SURPRISE[read]!;
    }
    row[read] = Math.log2(1 - 4 * alikeShare - (otherShare ?? weights.letter)) - SURPRISE[read]!;
    return row;
  };
  const all = Array.from({ length: SYMBOLS }, (_, symbol) => symbol);
  return {
    plain: all.map((read) => rowOf(read, weights.alike, undefined)),
    worn: all.map((read) => rowOf(read, weights.wornAlike / 3, weights.wornOther / 20)),
  };
}

function otherOf(truth: number, read: number, { letter, digit, crossed }: Channel): number {
  if (isDigit(truth) !== isDigit(read)) return crossed / (isDigit(read) ? 10 : 26);
  return isDigit(truth) ? digit / 9 : letter / 25;
}

/** One of several: it speaks for each of them by how seldom a character is among them. */
export function choiceRow(symbols: readonly number[], none: number): Float64Array {
  const chance = symbols.reduce((sum, symbol) => sum + 2 ** SURPRISE[symbol]!, 0);
  const row = new Float64Array(SYMBOLS).fill(Math.log2(none / 20 / chance));
  for (const symbol of symbols) row[symbol] = Math.log2((1 - none) / Math.min(1, chance));
  row[UNKNOWN] = 0;
  return row;
}

/** Rows in which each O or 0 that was read is the other as often as somebody confuses them again. */
export function makeThroughout(rows: Float64Array, read: Uint8Array, costs: Costs): Float64Array | undefined {
  const places = [...read.keys()].filter((at) => read[at] === ZERO || read[at] === LETTER_O);
  if (places.length < 2) return undefined;
  const throughout = rows.slice();
  for (const at of places) {
    const one = read[at]!;
    const other = one === ZERO ? LETTER_O : ZERO;
    throughout[at * SYMBOLS + other] = costs.zeroAgain - SURPRISE[one]!;
    throughout[at * SYMBOLS + one] = Math.log2(1 - 2 ** costs.zeroAgain) - SURPRISE[one]!;
  }
  return throughout;
}
