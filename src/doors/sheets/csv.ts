/**
 * Delimited text of any size as a sheet: its delimiter and encoding are told from a sample, its rows are read as
 * they stream by. All cells are text, because such a file does not say what else they are. Bytes that the chosen
 * encoding cannot hold are shown as U+FFFD and counted in `detail.replaced`, which grows while rows are read.
 */
import type { FileHandle } from 'node:fs/promises';
import { type Cell, RowChunk, type SheetRow } from './cell.ts';
import { CsvSplitter } from './csv-splitter.ts';
import type { EncodingChoice } from './encoding.ts';
import { READ_BYTES, SAMPLE_BYTES } from './limits.ts';
import { SheetProblemError, stopReading } from './problem.ts';

/** The name given to the one sheet of a delimited text. */
export const CSV_SHEET_NAME = 'csv';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_RECORDS = 200;

export type CsvSource = {
  readonly handle: FileHandle;
  readonly encoding: EncodingChoice;
  readonly delimiter: string;
  readonly detail: Record<string, string>;
  /** Told how many bytes were read so far. */
  readonly onRead: (bytes: number) => void;
};

/** Turns bytes into text, making visible and counting what the encoding cannot hold. */
export class TextReader {
  replaced = 0;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #isSingleByte: boolean;

  constructor(encoding: string) {
    try {
      this.#decoder = new TextDecoder(encoding);
    } catch {
      stopReading('encoding', { encoding });
    }
    this.#isSingleByte = /^(?:windows|iso)-/.test(this.#decoder.encoding);
  }

  /** Reads the next bytes, or the end where there are none. */
  read(bytes: Buffer | undefined): string {
    const raw = bytes === undefined ? this.#decoder.decode() : this.#decoder.decode(bytes, { stream: true });
    // Code tables of one byte turn their unused places into control characters instead of complaining.
    const text = raw.replace(this.#isSingleByte ? /[\u0000\u0080-\u009f]/g : /\u0000/g, '\uFFFD');
    for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) this.replaced++;
    return text;
  }
}

/** The delimiter that cuts the sample most evenly; a first line "sep=;" decides by itself. */
export function detectDelimiter(sample: string, isWhole: boolean): string {
  const told = /^sep=(.)\r?\n/.exec(sample)?.[1];
  if (told !== undefined) return told;
  let best: string = DELIMITERS[0];
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = scoreDelimiter(delimiter, sample, isWhole);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** How evenly the delimiter cuts: the share of records with the most usual width, weighed by that width. */
function scoreDelimiter(delimiter: string, sample: string, isWhole: boolean): number {
  let records: string[][] = [];
  try {
    records = new CsvSplitter(delimiter).write(sample, isWhole);
  } catch (error) {
    if (!(error instanceof SheetProblemError)) throw error;
  }
  const widths = new Map<number, number>();
  const looked = records.filter((record) => record.length > 1 || record[0] !== '').slice(0, SAMPLE_RECORDS);
  for (const record of looked) widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  let score = 0;
  for (const [width, count] of widths) {
    if (width > 1) score = Math.max(score, (count / looked.length) ** 2 * Math.log2(width));
  }
  return score;
}

/** Reads enough of the beginning to tell the delimiter. */
export async function readSample(handle: FileHandle, encoding: string): Promise<[string, boolean]> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
  const reader = new TextReader(encoding);
  const isWhole = bytesRead < SAMPLE_BYTES;
  return [reader.read(buffer.subarray(0, bytesRead)), isWhole];
}

/** Gives the rows in chunks; `row` is the number of the record, blank records counted but not given. */
export async function* readCsvRows(source: CsvSource): AsyncGenerator<readonly SheetRow[]> {
  const reader = new TextReader(source.encoding.encoding);
  const splitter = new CsvSplitter(source.delimiter);
  const chunk = new RowChunk();
  const buffer = Buffer.alloc(READ_BYTES);
  let position = 0;
  let row = 0;
  for (;;) {
    const { bytesRead } = await source.handle.read(buffer, 0, READ_BYTES, position);
    const isLast = bytesRead === 0;
    const text = reader.read(isLast ? undefined : buffer.subarray(0, bytesRead));
    position += bytesRead;
    for (const record of splitter.write(text, isLast)) {
      row++;
      if (row === 1 && /^sep=.?$/.test(record.join(source.delimiter))) continue;
      addRecord(chunk, row, record);
      if (chunk.isFull()) yield chunk.take();
    }
    source.detail.replaced = String(reader.replaced);
    source.onRead(position);
    if (isLast) break;
  }
  const rest = chunk.take();
  if (rest.length > 0) yield rest;
}

function addRecord(chunk: RowChunk, row: number, record: readonly string[]): void {
  let chars = 0;
  const cells = record.map((text): Cell | undefined => {
    chars += text.length;
    return text === '' ? undefined : { text, kind: 'text' };
  });
  if (chars > 0) chunk.add({ sheet: CSV_SHEET_NAME, row, cells }, chars + cells.length * 32);
}
