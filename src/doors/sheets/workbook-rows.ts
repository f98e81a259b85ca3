/**
 * The rows of one workbook sheet, read from its XML as it streams by. A cell's place comes from its reference
 * where it has one, else it follows the cell before. Numbers stay as the file writes them, except where the style
 * shows a date; formulas give the value kept with them.
 */
import { type Cell, RowChunk, type SheetRow } from './cell.ts';
import { CELL_TEXT_MAX_CHARS, COLUMNS_MAX, ROW_TEXT_MAX_CHARS, WORKBOOK_ROWS_MAX } from './limits.ts';
import { formatColumn, type Merge, MergeFiller } from './merges.ts';
import { stopReading } from './problem.ts';
import { formatSerialDate } from './serial-date.ts';
import { type SheetEvents, SheetScanner } from './sheet-scanner.ts';
import { unescapeWorkbookText } from './xml.ts';

export type SheetContext = {
  readonly name: string;
  readonly part: string;
  readonly shared: readonly string[];
  readonly isDateStyle: readonly boolean[];
  readonly from1904: boolean;
  readonly merges: readonly Merge[];
};

const NUMBER = /^[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,4})?$/;
const ISO_TIME = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?Z?)?$/;

/** Gives the rows of a sheet in chunks. */
export async function* readSheetRows(
  context: SheetContext,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<readonly SheetRow[]> {
  const reader = new RowReader(context);
  const scanner = new SheetScanner(context.part, reader);
  for await (const chunk of chunks) {
    scanner.write(chunk);
    if (reader.chunk.isFull()) yield reader.chunk.take();
  }
  scanner.end();
  const rest = reader.chunk.take();
  if (rest.length > 0) yield rest;
}

class RowReader implements SheetEvents {
  readonly chunk = new RowChunk();
  readonly #context: SheetContext;
  readonly #filler: MergeFiller;
  #inRows = false;
  #row = 0;
  #cells: (Cell | undefined)[] = [];
  #textChars = 0;
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #isFormula = false;
  #taking = false;
  #inPhonetic = false;

  constructor(context: SheetContext) {
    this.#context = context;
    this.#filler = new MergeFiller(context.merges);
  }

  isTaking(): boolean {
    return this.#taking;
  }

  open(name: string, scanner: SheetScanner): void {
    if (name === 'sheetData') this.#inRows = true;
    if (!this.#inRows) return;
    if (name === 'c') this.#startCell(scanner);
    else if (name === 'v') this.#taking = true;
    else if (name === 't') this.#taking = !this.#inPhonetic;
    else if (name === 'f') this.#isFormula = true;
    else if (name === 'rPh') this.#inPhonetic = true;
    else if (name === 'row') this.#startRow(scanner.reference);
  }

  text(text: string): void {
    this.#value = this.#value === '' ? text : this.#value + text;
    if (this.#value.length > CELL_TEXT_MAX_CHARS) {
      stopReading('cell-too-large', { ...this.#place(), limit: CELL_TEXT_MAX_CHARS });
    }
  }

  close(name: string): void {
    if (!this.#inRows) return;
    if (name === 'v' || name === 't') this.#taking = false;
    else if (name === 'c') this.#endCell();
    else if (name === 'rPh') this.#inPhonetic = false;
    else if (name === 'row') this.#endRow();
    else if (name === 'sheetData') this.#inRows = false;
  }

  #startRow(reference: string | undefined): void {
    this.#row = reference === undefined ? this.#row + 1 : Number(reference);
    if (!Number.isInteger(this.#row) || this.#row < 1 || this.#row > WORKBOOK_ROWS_MAX) {
      stopReading('too-large', { what: 'rows', sheet: this.#context.name, limit: WORKBOOK_ROWS_MAX });
    }
    this.#cells = [];
    this.#textChars = 0;
    this.#column = -1;
  }

  #startCell({ reference, type, style }: SheetScanner): void {
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
    if (!(this.#column < COLUMNS_MAX)) {
      const facts = { sheet: this.#context.name, row: this.#row, limit: COLUMNS_MAX };
      stopReading('too-many-columns', facts);
    }
    this.#type = type ?? 'n';
    this.#style = style === undefined ? 0 : Number(style);
    this.#value = '';
    this.#isFormula = false;
  }

  #endCell(): void {
    const cell = this.#makeCell();
    if (cell === undefined) return;
    while (this.#cells.length < this.#column) this.#cells.push(undefined);
    this.#cells[this.#column] = cell;
    this.#textChars += cell.text.length;
    if (this.#textChars > ROW_TEXT_MAX_CHARS) {
      stopReading('cell-too-large', { ...this.#place(), what: 'row', limit: ROW_TEXT_MAX_CHARS });
    }
  }

  #makeCell(): Cell | undefined {
    const value = this.#value;
    if (value === '') return this.#isFormula ? { text: '', kind: 'text', formula: true } : undefined;
    const cell = this.#readValue(value);
    if (cell.text === '' && !this.#isFormula) return undefined;
    return this.#isFormula ? { ...cell, formula: true } : cell;
  }

  #readValue(value: string): Cell {
    if (this.#type === 's') {
      const text = /^\d{1,9}$/.test(value) ? this.#context.shared[Number(value)] : undefined;
      if (text === undefined) stopReading('truncated', { ...this.#place(), part: 'shared texts' });
      return { text, kind: 'text' };
    }
    if (this.#type === 'n') return this.#readNumber(value.trim());
    if (this.#type === 'b') return { text: value.trim() === '1' ? 'true' : 'false', kind: 'boolean' };
    if (this.#type === 'e') return { text: value, kind: 'error' };
    if (this.#type === 'd') {
      const match = ISO_TIME.exec(value.trim());
      if (match)
        return { text: match[2] === undefined ? match[1]! : `${match[1]}T${match[2]}Z`, kind: 'date' };
    }
    return { text: unescapeWorkbookText(value), kind: 'text' };
  }

  #readNumber(value: string): Cell {
    if (!NUMBER.test(value)) return { text: value, kind: 'text' };
    if (this.#context.isDateStyle[this.#style]) {
      const date = formatSerialDate(Number(value), this.#context.from1904);
      if (date !== undefined) return { text: date, kind: 'date' };
    }
    return { text: value, kind: 'number' };
  }

  #endRow(): void {
    const cells = this.#cells;
    const added = this.#filler.fill(this.#row, cells);
    if (cells.length === 0) return;
    const weight = this.#textChars + added + cells.length * 32;
    this.chunk.add({ sheet: this.#context.name, row: this.#row, cells }, weight);
    this.#cells = [];
  }

  #place(): { sheet: string; row: number; column: string } {
    return { sheet: this.#context.name, row: this.#row, column: formatColumn(this.#column) };
  }
}

/** The column a cell reference such as "AB12" names, from 0; infinite where it names none. */
function columnOf(reference: string): number {
  let column = 0;
  let index = 0;
  for (; index < 4; index++) {
    const letter = reference.charCodeAt(index) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
  }
  return index === 0 || index === 4 ? Number.POSITIVE_INFINITY : column - 1;
}
