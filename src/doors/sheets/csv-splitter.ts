/**
 * Splits delimited text into records as it streams by (RFC 4180, read leniently: any line ending, text after a
 * closing quote kept, a quote inside an unquoted field taken as itself). What stays waiting between two writes is
 * one field of bounded length and the fields before it of bounded number, whatever the file holds.
 */
import { CELL_TEXT_MAX_CHARS, COLUMNS_MAX, ROW_TEXT_MAX_CHARS } from './limits.ts';
import { stopReading } from './problem.ts';

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

export class CsvSplitter {
  readonly #delimiterCode: number;
  #text = '';
  #fields: string[] = [];
  #recordChars = 0;
  #line = 1;
  #awaitsField = false;

  constructor(delimiter: string) {
    this.#delimiterCode = delimiter.charCodeAt(0);
  }

  /** Takes more text and gives the records it completes; `isLast` says that nothing follows. */
  write(text: string, isLast: boolean): string[][] {
    this.#text = this.#text === '' ? text : this.#text + text;
    const records: string[][] = [];
    let from = 0;
    for (;;) {
      const next = this.#readField(from, isLast, records);
      if (next === undefined) break;
      from = next;
    }
    this.#text = this.#text.slice(from);
    if (this.#text.length > CELL_TEXT_MAX_CHARS) this.#stopTooLarge();
    if (isLast && this.#awaitsField) this.#addField('');
    if (isLast && this.#fields.length > 0) this.#endRecord(records);
    return records;
  }

  /** Reads one field and what ends it; undefined where more text is needed. */
  #readField(from: number, isLast: boolean, records: string[][]): number | undefined {
    const text = this.#text;
    if (from >= text.length) return undefined;
    const isQuoted = text.charCodeAt(from) === QUOTE;
    const close = isQuoted ? this.#findClosingQuote(from, isLast) : from;
    if (close === undefined) return undefined;
    const end = this.#findEnd(isQuoted ? close + 1 : from);
    if (end >= text.length && !isLast) return undefined;
    const isReturn = text.charCodeAt(end) === RETURN;
    if (isReturn && end + 1 >= text.length && !isLast) return undefined;
    this.#addField(isQuoted ? this.#unquote(from, close, end) : text.slice(from, end));
    if (end >= text.length) return end;
    if (text.charCodeAt(end) === this.#delimiterCode) {
      this.#awaitsField = true;
      return end + 1;
    }
    this.#endRecord(records);
    this.#line++;
    return isReturn && text.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1;
  }

  #findClosingQuote(from: number, isLast: boolean): number | undefined {
    let quote = this.#text.indexOf('"', from + 1);
    while (quote !== -1) {
      if (this.#text.charCodeAt(quote + 1) !== QUOTE) return quote;
      quote = this.#text.indexOf('"', quote + 2);
    }
    if (!isLast) return undefined;
    if (this.#text.length - from > CELL_TEXT_MAX_CHARS) this.#stopTooLarge();
    return stopReading('truncated', { line: this.#line });
  }

  #findEnd(from: number): number {
    const text = this.#text;
    for (let index = from; index < text.length; index++) {
      const code = text.charCodeAt(index);
      if (code === this.#delimiterCode || code === LINE_FEED || code === RETURN) return index;
    }
    return text.length;
  }

  #unquote(from: number, close: number, end: number): string {
    const raw = this.#text.slice(from + 1, close);
    // Field by field, so that a later refusal can name the line on which its quote opened.
    if (raw.includes('\n') || raw.includes('\r')) this.#line += raw.match(/\r\n|\r|\n/g)!.length;
    const value = raw.includes('"') ? raw.replaceAll('""', '"') : raw;
    return end === close + 1 ? value : value + this.#text.slice(close + 1, end);
  }

  #addField(value: string): void {
    if (value.length > CELL_TEXT_MAX_CHARS) this.#stopTooLarge();
    if (this.#fields.length >= COLUMNS_MAX) {
      stopReading('too-many-columns', { line: this.#line, limit: COLUMNS_MAX });
    }
    this.#recordChars += value.length;
    if (this.#recordChars > ROW_TEXT_MAX_CHARS) {
      stopReading('cell-too-large', { line: this.#line, what: 'row', limit: ROW_TEXT_MAX_CHARS });
    }
    this.#fields.push(value);
    this.#awaitsField = false;
  }

  #endRecord(records: string[][]): void {
    records.push(this.#fields);
    this.#fields = [];
    this.#recordChars = 0;
  }

  #stopTooLarge(): never {
    stopReading('cell-too-large', { line: this.#line, limit: CELL_TEXT_MAX_CHARS });
  }
}
