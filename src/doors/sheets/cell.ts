/**
 * Cells and rows as every sheet gives them, whatever its format, and the gathering of rows into chunks of bounded
 * weight. An empty cell is `undefined`; a row without any filled cell is left out, its number stays unused.
 */
import { CHUNK_ROWS, CHUNK_WEIGHT } from './limits.ts';

/**
 * One filled cell. `text` is, for a number, what the file writes ("44200.863888888889", "1.7E+27"); for a date
 * ISO text ("2021-01-04", "2021-01-04T20:44:00Z"); for a boolean "true" or "false"; for an error its sign
 * ("#N/A"); for a formula the value kept with it, which is empty where none was kept. Formulas are never run.
 */
export type Cell = {
  readonly text: string;
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'error';
  readonly formula?: true;
};

/** One row; `row` counts from 1 as the file does (for CSV the number of the record). */
export type SheetRow = {
  readonly sheet: string;
  readonly row: number;
  readonly cells: readonly (Cell | undefined)[];
};

/** Gathers rows until there are enough for a chunk. */
export class RowChunk {
  #rows: SheetRow[] = [];
  #weight = 0;

  /** Adds a row; `weight` is its characters and 32 for each cell. */
  add(row: SheetRow, weight: number): void {
    this.#rows.push(row);
    this.#weight += weight;
  }

  /** True where the chunk should be given away now. */
  isFull(): boolean {
    return this.#rows.length >= CHUNK_ROWS || this.#weight >= CHUNK_WEIGHT;
  }

  /** The rows gathered so far; the chunk starts anew. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    this.#weight = 0;
    return rows;
  }
}
