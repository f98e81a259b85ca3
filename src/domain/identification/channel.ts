/**
 * The channel of reading: with what probability an eye that looks at the serial s writes down the reading r. Characters are
 * taken for others, lost, added and swapped; what was marked as unknown, worn, either or lost costs little or nothing. The
 * likeliest way is found by dynamic programming over places of the reading and characters of the serial, O(|r| · |s|), and
 * told step by step where somebody asks why.
 *
 * All is in bits: log2 P(r | s) less log2 P(r | any serial of that shape), so that an agreeing digit speaks with 3.3 bits
 * and an agreeing letter with 4.7.
 *
 * @clause A-10, B-10
 */
import type { Reading } from '../marks/reading.ts';
import { ALIKE, isDigit, LETTERS_FROM, SURPRISE, SYMBOLS, symbolOf, UNKNOWN } from './alphabet.ts';
import { type Costs, choiceRow, LETTER_O, makeRows, makeThroughout, type Rows } from './channel-rows.ts';
import type { Channel } from './weights.ts';

/** Named limit: characters of a serial that are compared. */
export const SERIAL_MAX = 40;
const NEVER = Number.NEGATIVE_INFINITY;

/** A serial of the register as numbers; unknown places of it speak neither way. */
export type Serial = Uint8Array;

/** A reading made ready to be held against many serials. */
export type AskedReading = {
  readonly length: number;
  /** Row after row, for each place: bits for each character that may truly stand there, less those of any. */
  readonly rows: Float64Array;
  /** The same where somebody took an O for a zero throughout; only where two places may be either. */
  readonly throughout: Float64Array | undefined;
  /** The one character that was read at each place; UNKNOWN where none or several were. */
  readonly read: Uint8Array;
  /** For each place: bits where it holds a character too many. */
  readonly added: Float64Array;
  /** 1 where a stretch of unknown length is gone before the place, and behind the last. */
  readonly gaps: Uint8Array;
  readonly hasGap: boolean;
};

/** What may have happened to a mark on its way to paper. Places of the reading are counted from 1, 0 is before the first. */
export type Step = {
  readonly is: 'alike' | 'other' | 'lost' | 'added' | 'swapped';
  readonly place: number;
  /** What stands on the arm by the register; absent where it was added. */
  readonly stands?: string;
};

export type ChannelReader = {
  readonly ask: (reading: Reading) => AskedReading;
  readonly bits: (asked: AskedReading, serial: Serial) => number;
  readonly steps: (asked: AskedReading, serial: Serial, characters: readonly string[]) => Explained;
};

export type Explained = {
  readonly steps: readonly Step[];
  /** What stands at each place of the reading; undefined where the register has nothing for it. */
  readonly at: readonly (string | undefined)[];
  /** For each character of the serial the place of the reading at which it was read, counted from 1; 0 where it was not. */
  readonly readAt: readonly number[];
};

/** The characters of a reading from the register, place by place; unknown ones are empty. */
export function charactersOf({ places }: Reading): readonly string[] {
  return places.slice(0, SERIAL_MAX).map(({ may }) => ([...may].length === 1 ? may : ''));
}

/** The same as numbers. */
export function serialOf(characters: readonly string[]): Serial {
  return Uint8Array.from(characters, (one) => (one === '' ? UNKNOWN : symbolOf(one)));
}

/** Makes the channel with these weights. */
export function makeChannel(weights: Channel): ChannelReader {
  const costs = Object.fromEntries(
    Object.entries(weights).map(([name, share]) => [name, Math.log2(share)]),
  ) as Costs;
  const tables = makeRows(weights);
  const ask = (reading: Reading): AskedReading => askedOf(reading, tables, weights, costs);
  return {
    ask,
    bits(asked, serial) {
      const bits = fill(asked, asked.rows, serial, costs, undefined);
      const rows = throughoutOf(asked, serial);
      return rows ? Math.max(bits, fill(asked, rows, serial, costs, undefined) + onceOf(costs)) : bits;
    },
    steps: (asked, serial, characters) => explain(asked, serial, characters, costs),
  };
}

/** What it costs more that the first of several confusions of O and 0 happens at all. */
const onceOf = (costs: Costs): number => costs.zero - costs.zeroAgain;

/** The rows of the story that O and 0 were confused throughout; undefined where it cannot be told from one slip. */
function throughoutOf({ throughout, read }: AskedReading, serial: Serial): Float64Array | undefined {
  if (!throughout) return undefined;
  let more = 0;
  for (const one of read) if (one === LETTER_O) more++;
  for (const one of serial) if (one === LETTER_O) more--;
  return more > 1 || more < -1 ? throughout : undefined;
}

function askedOf({ places, gaps }: Reading, tables: Rows, weights: Channel, costs: Costs): AskedReading {
  const length = Math.min(places.length, SERIAL_MAX);
  const rows = new Float64Array(length * SYMBOLS);
  const read = new Uint8Array(length).fill(UNKNOWN);
  for (let at = 0; at < length; at++) {
    const { may, worn } = places[at]!;
    const all = [...may];
    if (all.length === 0) continue;
    if (all.length === 1) {
      read[at] = symbolOf(all[0]!);
      rows.set((worn ? tables.worn : tables.plain)[read[at]!]!, at * SYMBOLS);
    } else rows.set(choiceRow(all.map(symbolOf), weights.noneOfThese), at * SYMBOLS);
  }
  const isGap = new Uint8Array(length + 1);
  for (const gap of gaps) if (gap <= length) isGap[gap] = 1;
  const added = new Float64Array(length).map((_, at) => addedBits(read, at, costs));
  const throughout = makeThroughout(rows, read, costs);
  return { length, rows, throughout, read, added, gaps: isGap, hasGap: gaps.length > 0 };
}

/** The place holds a character that does not stand on the arm; which one is no surprise where it is the one before. */
function addedBits(read: Uint8Array, at: number, costs: Costs): number {
  const isTwice = at > 0 && read[at] !== UNKNOWN && read[at] === read[at - 1];
  return isTwice ? costs.doubled - SURPRISE[read[at]!]! : costs.added;
}

/** Columns of numbers that are written anew by each comparison: nothing waits while one runs. */
const COLUMNS = Array.from({ length: 3 }, () => new Float64Array(SERIAL_MAX + 1));
/** A character in a lost stretch: how much less likely each more of them is. */
const GAP_STEP = -0.2;
/** Beyond an end one loss is seldom alone: each more character of it costs this. */
const END_MORE = -2;

/**
 * Fills the table of best ways, column by column of the serial's characters; gives the bits of the whole. Where `ways` is
 * given it holds all columns, to be gone back. Runs thousands of times in a search: no call and no object in the inner loop.
 */
function fill(
  asked: AskedReading,
  rows: Float64Array,
  serial: Serial,
  costs: Costs,
  ways: Float64Array | undefined,
): number {
  const { length: n, added, gaps } = asked;
  const m = Math.min(serial.length, SERIAL_MAX);
  let [before, last, now] = COLUMNS as [Float64Array, Float64Array, Float64Array];
  last[0] = 0;
  for (let i = 1; i <= n; i++) last[i] = last[i - 1]! + added[i - 1]!;
  if (ways) ways.set(last.subarray(0, n + 1), 0);
  for (let j = 1; j <= m; j++) {
    const truth = serial[j - 1]!;
    // What it costs that this character was not read: before the first place, between two, behind the last.
    const beforeFirst = j === 1 ? (isDigit(truth) ? costs.endLost : costs.leadingLost) : END_MORE;
    const between = truth === 0 && j > 1 && serial[j - 2]! >= LETTERS_FROM ? costs.zeroLost : costs.lost;
    const behindLast = j === m ? costs.endLost : END_MORE;
    now[0] = last[0]! + (gaps[0] === 1 ? GAP_STEP : beforeFirst);
    for (let i = 1; i <= n; i++) {
      let best = last[i]! + (gaps[i] === 1 ? GAP_STEP : i === n ? behindLast : between);
      const stands = last[i - 1]! + rows[(i - 1) * SYMBOLS + truth]!;
      if (stands > best) best = stands;
      const tooMany = now[i - 1]! + added[i - 1]!;
      if (tooMany > best) best = tooMany;
      if (i > 1 && j > 1 && asked.read[i - 2] === truth) {
        const swapped = before[i - 2]! + swappedBits(asked, serial, i, j, costs);
        if (swapped > best) best = swapped;
      }
      now[i] = best;
    }
    if (ways) ways.set(now.subarray(0, n + 1), j * (n + 1));
    [before, last, now] = [last, now, before];
  }
  return last[n]!;
}

/** Places i - 1 and i hold the characters j and j - 1. */
function swappedBits({ read }: AskedReading, serial: Serial, i: number, j: number, costs: Costs): number {
  const a = serial[j - 2]!;
  const b = serial[j - 1]!;
  if (a === b || read[i - 2] !== b || read[i - 1] !== a) return NEVER;
  const cost = isDigit(a) || isDigit(b) ? costs.swapped : costs.swappedLetters;
  return cost - SURPRISE[a]! - SURPRISE[b]!;
}

/** Goes back the best way and tells what happened at each place. */
function explain(
  asked: AskedReading,
  serial: Serial,
  characters: readonly string[],
  costs: Costs,
): Explained {
  const n = asked.length;
  const m = Math.min(serial.length, SERIAL_MAX);
  const ways = new Float64Array((m + 1) * (n + 1));
  const throughout = throughoutOf(asked, serial);
  const bits = fill(asked, asked.rows, serial, costs, ways);
  const isThroughout =
    throughout !== undefined && fill(asked, throughout, serial, costs, undefined) + onceOf(costs) > bits;
  const rows = isThroughout ? throughout : asked.rows;
  if (isThroughout) fill(asked, rows, serial, costs, ways);
  const way = (i: number, j: number): number => ways[j * (n + 1) + i]!;
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9;
  const steps: Step[] = [];
  const at: (string | undefined)[] = new Array<string | undefined>(n).fill(undefined);
  const readAt = new Array<number>(m).fill(0);
  let i = n;
  let j = m;
  while (i > 0 || j > 0) {
    const here = way(i, j);
    const stands = j > 0 ? characters[j - 1]! : '';
    if (i > 0 && j > 0 && near(here, way(i - 1, j - 1) + rows[(i - 1) * SYMBOLS + serial[j - 1]!]!)) {
      const read = asked.read[i - 1]!;
      at[i - 1] = stands;
      readAt[j - 1] = i;
      if (read !== UNKNOWN && serial[j - 1] !== UNKNOWN && read !== serial[j - 1])
        steps.push({ is: ALIKE[serial[j - 1]!]!.has(read) ? 'alike' : 'other', place: i, stands });
      i--;
      j--;
    } else if (i > 1 && j > 1 && near(here, way(i - 2, j - 2) + swappedBits(asked, serial, i, j, costs))) {
      at[i - 1] = characters[j - 2]!;
      at[i - 2] = stands;
      readAt[j - 1] = i - 1;
      readAt[j - 2] = i;
      steps.push({ is: 'swapped', place: i - 1, stands: `${characters[j - 2]!}${stands}` });
      i -= 2;
      j -= 2;
    } else if (i > 0 && near(here, way(i - 1, j) + asked.added[i - 1]!)) {
      steps.push({ is: 'added', place: i });
      i--;
    } else {
      if (asked.gaps[i] !== 1) steps.push({ is: 'lost', place: i, stands });
      j--;
    }
  }
  return { steps: steps.reverse(), at, readAt };
}
