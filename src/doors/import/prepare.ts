/**
 * From the rows of an opened sheet to batches of understood rows, each with its fingerprint and as it stood. Runs in a
 * thread of its own beside the one that keeps them, and without a thread in a dry run.
 */
import { hash } from 'node:crypto';
import { BATCH_ROWS, type PreparedRow } from '../../acts/import-run.ts';
import { rowFingerprintText, type UnderstoodRow, understandRow } from '../../domain/intake/row.ts';
import type { OpenedSheet, SheetRow } from '../sheets/sheet.ts';
import type { Columns } from './columns.ts';

/** Named limit: characters of the rows of one batch, so that long rows do not fill the memory. */
const BATCH_CHARACTERS = 2_000_000;

/** Batches of prepared rows, without the first `skip` rows. */
export async function* prepareBatches(
  sheet: OpenedSheet,
  columns: Columns,
  skip: number,
): AsyncGenerator<PreparedRow[]> {
  let batch: PreparedRow[] = [];
  let characters = 0;
  let passed = 0;
  for await (const row of dataRows(sheet, columns)) {
    if (passed++ < skip) continue;
    const prepared = prepareRow(row, columns);
    batch.push(prepared);
    characters += prepared.cells.length;
    if (batch.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Rows below the headings that hold anything at all. */
export async function* dataRows(sheet: OpenedSheet, columns: Columns): AsyncGenerator<SheetRow> {
  for await (const chunk of sheet.rows()) {
    for (const row of chunk) {
      const headingRow = columns.get(row.sheet)?.mapping.headingRow ?? 0;
      if (row.row > headingRow && row.cells.some((cell) => cell !== undefined && cell.text.length > 0))
        yield row;
    }
  }
}

/** One row, understood. */
export function prepareRow(row: SheetRow, columns: Columns): PreparedRow {
  const { mapping, headings, sure } = columns.get(row.sheet)!;
  const understood: UnderstoodRow = sure
    ? understandRow(row.cells, mapping)
    : { outcome: 'quarantined', reasons: ['columns-not-understood'] };
  const digest = hash('sha256', rowFingerprintText(row.cells, headings), 'hex');
  const fingerprint = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`;
  return { sheet: row.sheet, row: row.row, fingerprint, understood, cells: cellsText(row) };
}

/** The row as it stood; the readers of sheets let no zero character through, which PostgreSQL could not hold. */
function cellsText(row: SheetRow): string {
  return JSON.stringify(row.cells.map((cell) => cell?.text ?? ''));
}
