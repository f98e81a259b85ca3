/**
 * The door for sheets: opens a file from outside (XLSX, CSV, TSV) and gives its rows in chunks, with memory that
 * does not grow with the file. What the file is, is told from its bytes, not its name. What can be known at
 * opening is returned as a refusal; what shows in the middle is thrown as a SheetProblemError; a file that cannot
 * be read, or that changes while it is read, is a Fault.
 */
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Fault } from '../../domain/base/refusal.ts';
import type { SheetRow } from './cell.ts';
import { CSV_SHEET_NAME, detectDelimiter, readCsvRows, readSample } from './csv.ts';
import { detectWide, type EncodingChoice, EncodingSurvey } from './encoding.ts';
import { HEAD_BYTES, READ_BYTES, WORKBOOK_FILE_MAX_BYTES } from './limits.ts';
import { returnProblem, type SheetProblem, stopReading } from './problem.ts';
import { sniffFile } from './sniff.ts';
import { openWorkbook } from './workbook-sheet.ts';

export type { Cell, SheetRow } from './cell.ts';
export { type SheetProblem, SheetProblemError } from './problem.ts';

export type SheetOptions = {
  /** Read only the sheet of this name. */
  readonly sheet?: string;
  /** One character, in place of the one that would be told from the text. */
  readonly delimiter?: string;
  /** A name of an encoding as browsers know it, in place of the one that would be told from the bytes. */
  readonly encoding?: string;
};

export type OpenedSheet = {
  readonly format: 'xlsx' | 'csv';
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly digest: string;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  /** What was chosen: delimiter, encoding, encodingBy and (growing while rows are read) replaced; or dates. */
  readonly detail: Readonly<Record<string, string>>;
  readonly sizeBytes: number;
  /** Chunks of about 500 rows; each call starts at the first row again. */
  rows(): AsyncIterable<readonly SheetRow[]>;
  /** The share of the reading done, from 0 to 1. */
  progress(): number;
  close(): Promise<void>;
};

type Source = Pick<OpenedSheet, 'format' | 'sheets' | 'detail' | 'rows' | 'progress'>;

/** Opens a file as a sheet, or says as a refusal why it cannot be read as one. */
export async function openSheet(
  path: string,
  options: SheetOptions = {},
): Promise<OpenedSheet | SheetProblem> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw new Fault('file', 'The file to be read as a sheet cannot be opened.', { cause });
  });
  const opened = await returnProblem(() => openHandle(handle, options)).catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  if ('refused' in opened) await handle.close();
  return opened;
}

async function openHandle(handle: FileHandle, options: SheetOptions): Promise<OpenedSheet> {
  const stat = await handle.stat();
  if (!stat.isFile()) stopReading('not-a-sheet', { seems: 'folder' });
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  const head = buffer.subarray(0, bytesRead);
  const sniffed = sniffFile(head);
  if (sniffed.is === 'other') stopReading('not-a-sheet', { seems: sniffed.seems });
  if (sniffed.is === 'ole') await stopOldFormat(handle);
  if (sniffed.is === 'zip' && stat.size > WORKBOOK_FILE_MAX_BYTES) {
    stopReading('too-large', { what: 'file', bytes: stat.size, limit: WORKBOOK_FILE_MAX_BYTES });
  }
  const survey = new EncodingSurvey();
  const hash = createHash('sha256');
  const isText = sniffed.is === 'text';
  await passFile(handle, (chunk) => {
    hash.update(chunk);
    if (isText) survey.watch(chunk);
  });
  const choose = () => detectWide(head) ?? survey.choose();
  const source = isText ? await openCsv(handle, stat.size, options, choose) : await openXlsx(handle, options);
  return {
    ...source,
    digest: hash.digest('hex'),
    sizeBytes: stat.size,
    rows: () => stopWhereChanged(handle, stat.size, stat.mtimeMs, source.rows()),
    close: () => handle.close(),
  };
}

async function openXlsx(handle: FileHandle, options: SheetOptions): Promise<Source> {
  const workbook = await openWorkbook(handle, options.sheet);
  return {
    format: 'xlsx',
    sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })),
    detail: workbook.detail,
    rows: workbook.rows,
    progress: workbook.progress,
  };
}

async function openCsv(
  handle: FileHandle,
  sizeBytes: number,
  options: SheetOptions,
  choose: () => EncodingChoice,
): Promise<Source> {
  if (options.sheet !== undefined && options.sheet !== CSV_SHEET_NAME) {
    stopReading('no-sheet', { sheet: options.sheet, sheets: CSV_SHEET_NAME });
  }
  if (options.delimiter !== undefined && !/^[^"\r\n]$/.test(options.delimiter)) {
    stopReading('not-a-sheet', { seems: 'delimiter', delimiter: options.delimiter.slice(0, 20) });
  }
  const given = options.encoding;
  const encoding: EncodingChoice =
    given === undefined ? choose() : { encoding: given.toLowerCase(), by: 'given' };
  const [sample, isWhole] = await readSample(handle, encoding.encoding);
  const delimiter = options.delimiter ?? detectDelimiter(sample, isWhole);
  const detail = { delimiter, encoding: encoding.encoding, encodingBy: encoding.by, replaced: '0' };
  let readBytes = 0;
  const onRead = (bytes: number) => {
    readBytes = bytes;
  };
  return {
    format: 'csv',
    sheets: [{ name: CSV_SHEET_NAME, hidden: false }],
    detail,
    rows: () => readCsvRows({ handle, encoding, delimiter, detail, onRead }),
    progress: () => Math.min(1, readBytes / sizeBytes),
  };
}

/** A workbook under a password is kept inside the old container format, as a stream of this name. */
async function stopOldFormat(handle: FileHandle): Promise<never> {
  const mark = Buffer.from('EncryptedPackage', 'utf16le');
  let tail = Buffer.alloc(0);
  await passFile(handle, (chunk) => {
    const window = Buffer.concat([tail, chunk]);
    if (window.includes(mark)) stopReading('encrypted');
    tail = Buffer.from(window.subarray(-mark.length));
  });
  stopReading('old-format', { seems: 'xls' });
}

async function passFile(handle: FileHandle, look: (chunk: Buffer) => void): Promise<void> {
  const buffer = Buffer.alloc(READ_BYTES);
  for (let position = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, READ_BYTES, position);
    if (bytesRead === 0) return;
    look(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}

/** The digest was taken at opening, so rows of a file that has changed since would be falsely vouched for. */
async function* stopWhereChanged(
  handle: FileHandle,
  sizeBytes: number,
  changedAtMs: number,
  chunks: AsyncIterable<readonly SheetRow[]>,
): AsyncGenerator<readonly SheetRow[]> {
  for await (const chunk of chunks) {
    const stat = await handle.stat();
    if (stat.size !== sizeBytes || stat.mtimeMs !== changedAtMs) {
      throw new Fault('file', 'The file changed while it was being read; give it again when it is complete.');
    }
    yield chunk;
  }
}
