/**
 * Cells merged over several rows: registries merge a unit's name over all its arms. The file gives the value only
 * in the first cell and lists the merges after the rows, so they are searched for beforehand in the unpacked
 * bytes (a plain byte search, since reading XML would cost as much as reading the rows), and the value is repeated
 * down in the first column of the merge. A merge within one row repeats nothing.
 *
 * The search also unpacks the sheet once to its end, so damage anywhere in it shows before the first row is given.
 */
import type { Cell } from './cell.ts';
import { COLUMNS_MAX, MERGES_ABREAST_MAX, MERGES_MAX, WORKBOOK_ROWS_MAX } from './limits.ts';
import { stopReading } from './problem.ts';

/** A merge over several rows; rows count from 1, the column from 0. */
export type Merge = { readonly column: number; readonly top: number; readonly bottom: number };

const MARK = Buffer.from('mergeCell');
const TAG =
  /<(?:[\w.-]{1,64}:)?mergeCell\s[^<>]{0,256}?ref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g;
const TAG_MAX_BYTES = 512;

/** Finds the merges over several rows in the bytes of a sheet, ordered by their top row. */
export async function findMerges(chunks: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges: Merge[] = [];
  let tail = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const window = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
    let consumed = 0;
    if (window.includes(MARK)) {
      for (const match of window.toString('latin1').matchAll(TAG)) {
        consumed = match.index + match[0].length;
        addMerge(merges, match);
      }
    }
    tail = Buffer.from(window.subarray(Math.max(consumed, window.length - TAG_MAX_BYTES)));
  }
  return merges.sort((a, b) => a.top - b.top);
}

function addMerge(merges: Merge[], match: RegExpMatchArray): void {
  const column = parseColumn(match[1]!);
  const top = Number(match[2]);
  const bottom = Number(match[4]);
  if (bottom <= top || column >= COLUMNS_MAX || bottom > WORKBOOK_ROWS_MAX) return;
  if (merges.length >= MERGES_MAX) stopReading('too-large', { what: 'merges', limit: MERGES_MAX });
  merges.push({ column, top, bottom });
}

/** Column letters as a number from 0: A is 0, XFD is 16,383; at most three letters. */
export function parseColumn(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index++) column = column * 26 + letters.charCodeAt(index) - 64;
  return column - 1;
}

/** Column letters of a number from 0. */
export function formatColumn(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Repeats merged values down while rows pass in their order. */
export class MergeFiller {
  readonly #merges: readonly Merge[];
  readonly #open = new Map<number, { bottom: number; value: Cell | undefined }>();
  #next = 0;

  constructor(merges: readonly Merge[]) {
    this.#merges = merges;
  }

  /** Fills the row's merged cells, or remembers their value where the merge begins; gives the weight added. */
  fill(row: number, cells: (Cell | undefined)[]): number {
    for (; (this.#merges[this.#next]?.top ?? Number.POSITIVE_INFINITY) <= row; this.#next++) {
      const { column, top, bottom } = this.#merges[this.#next]!;
      this.#open.set(column, { bottom, value: top === row ? cells[column] : undefined });
    }
    let weight = 0;
    for (const [column, { bottom, value }] of this.#open) {
      if (bottom < row) this.#open.delete(column);
      else if (value !== undefined && cells[column] === undefined && cells.length > 0) {
        while (cells.length < column) cells.push(undefined);
        cells[column] = value;
        weight += value.text.length + 32;
      }
    }
    if (this.#open.size > MERGES_ABREAST_MAX) {
      stopReading('too-large', { what: 'merges', limit: MERGES_ABREAST_MAX });
    }
    return weight;
  }
}
