/**
 * A register in the memory of one process: the marks of all arms as an index, and what is said of each arm as numbers of words.
 * Made once for a run of screening, as of the moment when it was read. Not an act itself.
 *
 * What could go wrong: memory. An arm takes 40 bytes, each of its marks 8, and each number, which stands once, about 35: 0.8 GB
 * for a register of ten million, and half as much again while it is read.
 */

import { symbolOf } from '../domain/identification/alphabet.ts';
import { serialOfKey } from '../domain/identification/identifier.ts';
import { indexMarks, type ScreeningIndex, sharedWords } from '../domain/identification/screening-index.ts';
import { readUuid } from '../store/copy.ts';
import type { Database } from '../store/database.ts';
import { countedArms } from '../store/identify.ts';
import { MARK_COLUMNS, type MarkBytes, streamMarks } from '../store/screening.ts';

const WORD_COLUMNS = ['maker', 'model', 'calibre', 'class', 'country'] as const;
export type WordColumn = (typeof WORD_COLUMNS)[number];

/** Threads share what is large; the words are few. */
export type ScreenedRegister = {
  readonly index: ScreeningIndex;
  /** About how many arms the register holds, as a search counts them. */
  readonly arms: number;
  /** Sixteen bytes an arm. */
  readonly ids: Uint8Array;
  /** The State number of each arm and its key, as bytes of ASCII with a fixed width. */
  readonly numbers: Uint8Array;
  /** The place of the first mark of each arm: marks stand arm by arm. */
  readonly firstMark: Uint32Array;
  /** Which description each arm has: many arms of a lot are described in the same words. */
  readonly descriptionOf: Uint32Array;
  /** Which word each description has in a column, 0 being none; and its year, 0 where none is known. */
  readonly wordOf: Readonly<Record<WordColumn, Uint32Array>>;
  readonly years: Uint32Array;
  readonly words: Readonly<Record<WordColumn, readonly string[]>>;
};

const COLUMN = Object.fromEntries(MARK_COLUMNS.map((name, place) => [name, place])) as Record<
  (typeof MARK_COLUMNS)[number],
  number
>;
export const NUMBER_WIDTH = 16;

/** An array of numbers that grows by doubling, in memory that threads share. */
class Growing {
  words: Uint32Array;
  length = 0;
  constructor(size = 1 << 16) {
    this.words = sharedWords(size);
  }
  push(value: number): void {
    if (this.length === this.words.length) {
      const larger = sharedWords(this.words.length * 2);
      larger.set(this.words);
      this.words = larger;
    }
    this.words[this.length++] = value;
  }
  done(): Uint32Array {
    return this.words.subarray(0, this.length);
  }
}

class GrowingBytes {
  bytes = new Uint8Array(new SharedArrayBuffer(1 << 18));
  length = 0;
  room(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(new SharedArrayBuffer(Math.max(this.bytes.length * 2, this.length + more)));
    larger.set(this.bytes);
    this.bytes = larger;
  }
  done(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

/** Words by number, each once. */
class Words {
  readonly all: string[] = [''];
  private readonly numbers = new Map<string, number>([['', 0]]);
  numberOf({ bytes, begins, lengths }: MarkBytes, column: number): number {
    const length = lengths[column]!;
    const text = length > 0 ? bytes.toString('utf8', begins[column]!, begins[column]! + length) : '';
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.all.push(text) - 1;
      this.numbers.set(text, number);
    }
    return number;
  }
}

/** Descriptions by number, each once: told apart two columns at a time. */
class Descriptions {
  readonly columns: readonly Growing[] = [...WORD_COLUMNS, 'year'].map(() => new Growing());
  private readonly numbers = new Map<number, Map<number, Map<number, number>>>();
  /** The number of the description with these words, in the order of `WORD_COLUMNS`, and this year. */
  numberOf(words: readonly number[], year: number): number {
    const [maker = 0, model = 0, calibre = 0, kind = 0, country = 0] = words;
    const made = within(this.numbers, maker * WORDS + model);
    const ofMade = within(made, calibre * WORDS + kind);
    const before = ofMade.get(country * WORDS + year);
    if (before !== undefined) return before;
    const number = this.columns[0]!.length;
    ofMade.set(country * WORDS + year, number);
    for (const [place, word] of words.entries()) this.columns[place]!.push(word);
    this.columns[WORD_COLUMNS.length]!.push(year);
    return number;
  }
}

/** More than there are words in a column: two numbers of words are one number. */
const WORDS = 2 ** 26;

function within<Value>(all: Map<number, Map<number, Value>>, key: number): Map<number, Value> {
  let inner = all.get(key);
  if (!inner) {
    inner = new Map();
    all.set(key, inner);
  }
  return inner;
}

/** Reads all marks and makes them an index. `onProgress` is told how many marks were read. */
export async function readRegister(
  db: Database,
  onProgress: (marks: number) => void = () => {},
): Promise<ScreenedRegister> {
  const [ids, numbers, symbols] = [new GrowingBytes(), new GrowingBytes(), new GrowingBytes()];
  const [starts, armOf] = [new Growing(), new Growing()];
  const [firstMark, descriptionOf] = [new Growing(), new Growing()];
  const descriptions = new Descriptions();
  const words = Object.fromEntries(WORD_COLUMNS.map((name) => [name, new Words()])) as Record<
    WordColumn,
    Words
  >;
  starts.push(0);
  let arms = 0;
  await streamMarks(db, (row) => {
    if (arms === 0 || !isSameArm(row, ids)) {
      arms++;
      firstMark.push(armOf.length);
      keepArm(row, ids, numbers);
      const said = WORD_COLUMNS.map((name) => words[name].numberOf(row, COLUMN[name]));
      descriptionOf.push(descriptions.numberOf(said, yearOf(row)));
    }
    armOf.push(arms - 1);
    keepKey(row, symbols);
    starts.push(symbols.length);
    if (armOf.length % PROGRESS_EVERY === 0) onProgress(armOf.length);
  });
  const index = indexMarks({
    count: armOf.length,
    starts: starts.done(),
    symbols: symbols.done(),
    armOf: armOf.done(),
  });
  return {
    index,
    arms: await countedArms(db),
    ids: ids.done(),
    numbers: numbers.done(),
    firstMark: firstMark.done(),
    descriptionOf: descriptionOf.done(),
    wordOf: mapped((name) => descriptions.columns[WORD_COLUMNS.indexOf(name)]!.done()),
    years: descriptions.columns[WORD_COLUMNS.length]!.done(),
    words: mapped((name) => words[name].all),
  };
}

const PROGRESS_EVERY = 100_000;

function mapped<Value>(ofColumn: (name: WordColumn) => Value): Record<WordColumn, Value> {
  return Object.fromEntries(WORD_COLUMNS.map((name) => [name, ofColumn(name)])) as Record<WordColumn, Value>;
}

function isSameArm({ bytes, begins }: MarkBytes, ids: GrowingBytes): boolean {
  const from = begins[COLUMN.arm]!;
  for (let at = 0; at < 16; at++) if (ids.bytes[ids.length - 16 + at] !== bytes[from + at]) return false;
  return true;
}

function keepArm(row: MarkBytes, ids: GrowingBytes, numbers: GrowingBytes): void {
  const { bytes, begins, lengths } = row;
  ids.room(16);
  ids.bytes.set(bytes.subarray(begins[COLUMN.arm]!, begins[COLUMN.arm]! + 16), ids.length);
  ids.length += 16;
  numbers.room(NUMBER_WIDTH);
  const number = bytes.subarray(
    begins[COLUMN.number]!,
    begins[COLUMN.number]! + Math.min(NUMBER_WIDTH, lengths[COLUMN.number]!),
  );
  numbers.bytes.set(number, numbers.length);
  numbers.length += NUMBER_WIDTH;
}

const yearOf = ({ bytes, begins, lengths }: MarkBytes): number =>
  lengths[COLUMN.year] === 2 ? bytes.readUInt16BE(begins[COLUMN.year]!) : 0;

/** The characters of a key as numbers; what is more than capitals and digits is read as a reading is. */
function keepKey({ bytes, begins, lengths }: MarkBytes, symbols: GrowingBytes): void {
  const [from, length] = [begins[COLUMN.key]!, Math.max(0, lengths[COLUMN.key]!)];
  let isPlain = length <= KEY_MAX;
  for (let at = from; isPlain && at < from + length; at++) isPlain = PLAIN[bytes[at]!] === 1;
  const serial = isPlain ? undefined : serialOfKey(bytes.toString('utf8', from, from + length));
  symbols.room(serial?.length ?? length);
  if (serial) symbols.bytes.set(serial, symbols.length);
  else for (let at = 0; at < length; at++) symbols.bytes[symbols.length + at] = SYMBOL[bytes[from + at]!]!;
  symbols.length += serial?.length ?? length;
}

const KEY_MAX = 40;
const PLAIN = Uint8Array.from({ length: 256 }, (_, code) =>
  /[0-9A-Z]/.test(String.fromCharCode(code)) ? 1 : 0,
);
const SYMBOL = Uint8Array.from({ length: 256 }, (_, code) => symbolOf(String.fromCharCode(code)));

/** Makes what tells the id and the State number of an arm by its place. */
export function makeNames({ ids, numbers }: ScreenedRegister): {
  readonly idOf: (arm: number) => string;
  readonly numberOf: (arm: number) => string;
} {
  const ownIds = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength);
  const ownNumbers = Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  return {
    idOf: (arm) => readUuid(ownIds, arm * 16),
    numberOf(arm) {
      const from = arm * NUMBER_WIDTH;
      let to = from + NUMBER_WIDTH;
      while (to > from && ownNumbers[to - 1] === 0) to--;
      return ownNumbers.toString('latin1', from, to);
    },
  };
}
