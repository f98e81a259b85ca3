/**
 * Opens a workbook and gives its rows sheet by sheet, in workbook order. Opening reads the small parts and the
 * shared texts; each sheet is unpacked twice, once for its merges and its soundness, once for its rows.
 */
import type { FileHandle } from 'node:fs/promises';
import { type Archive, openArchive } from './archive.ts';
import type { SheetRow } from './cell.ts';
import { findMerges } from './merges.ts';
import { stopReading } from './problem.ts';
import { readDateStyles, readSharedTexts, readWorkbook, type WorkbookSheet } from './workbook.ts';
import { readSheetRows } from './workbook-rows.ts';

export type WorkbookSource = {
  readonly sheets: readonly WorkbookSheet[];
  readonly detail: Record<string, string>;
  /** The share of the work done, from 0 to 1. */
  progress(): number;
  rows(): AsyncGenerator<readonly SheetRow[]>;
};

/** Opens the workbook, or only one named sheet of it; stops with a refusal where it cannot be read. */
export async function openWorkbook(handle: FileHandle, onlySheet?: string): Promise<WorkbookSource> {
  const archive = await openArchive(handle.fd);
  await stopOtherDocuments(archive);
  const workbook = await readWorkbook(archive);
  const sheets = workbook.sheets.filter((sheet) => onlySheet === undefined || sheet.name === onlySheet);
  if (sheets.length === 0) {
    const names = workbook.sheets.slice(0, 20).map((sheet) => sheet.name);
    stopReading('no-sheet', {
      ...(onlySheet === undefined ? {} : { sheet: onlySheet }),
      sheets: names.join(', '),
    });
  }
  const missing = sheets.find((sheet) => archive.sizeBytes(sheet.part) === undefined);
  if (missing) stopReading('truncated', { part: missing.part });
  const isDateStyle = await readDateStyles(archive, workbook.stylesPart);
  const shared = await readSharedTexts(archive, workbook.sharedPart);
  const workBytes = 2 * sheets.reduce((sum, sheet) => sum + archive.sizeBytes(sheet.part)!, 0);
  let doneBytes = 0;
  const onRead = (bytes: number) => {
    doneBytes += bytes;
  };
  return {
    sheets: workbook.sheets,
    detail: { dates: workbook.from1904 ? '1904' : '1900' },
    progress: () => (workBytes === 0 ? 1 : Math.min(1, doneBytes / workBytes)),
    async *rows() {
      doneBytes = 0;
      for (const { name, part } of sheets) {
        const merges = await findMerges(counted(archive.read(part), onRead));
        const context = { name, part, shared, isDateStyle, from1904: workbook.from1904, merges };
        yield* readSheetRows(context, counted(archive.read(part), onRead));
      }
    },
  };
}

async function* counted(
  chunks: AsyncIterable<Buffer>,
  onRead: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    onRead(chunk.length);
    yield chunk;
  }
}

/** Names the documents people most often take for a workbook, because they are ZIP archives too. */
async function stopOtherDocuments(archive: Archive): Promise<void> {
  const has = (name: string) => archive.names.has(name);
  if (has('xl/workbook.xml')) return;
  if (has('xl/workbook.bin')) stopReading('not-a-sheet', { seems: 'xlsb' });
  if (has('word/document.xml')) stopReading('not-a-sheet', { seems: 'docx' });
  if (has('ppt/presentation.xml')) stopReading('not-a-sheet', { seems: 'pptx' });
  if (has('mimetype') && archive.sizeBytes('mimetype')! < 200) {
    let type = '';
    for await (const chunk of archive.read('mimetype')) type += chunk.toString('latin1');
    if (type.includes('opendocument')) {
      stopReading('not-a-sheet', { seems: type.includes('spreadsheet') ? 'ods' : 'odf' });
    }
  }
}
