/** Files of real records as they lie beside the checkout: plain or packed, read whole; absent ones are told, not missed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { say } from '../office.ts';

export type Row = Readonly<Record<string, string>>;

/** Where real records lie beside the checkout. */
export const DATA = join(import.meta.dirname, '../../../shared/data');

/** What stands in a result where a file is not there. */
export const SKIPPED = 'not found: skipped';

/** The rows of a file by their headings; undefined where the file is not there, which is said. */
export function readTable(folder: string, file: string): readonly Row[] | undefined {
  const path = join(folder, file);
  if (!existsSync(path)) {
    say(`${file}: ${SKIPPED}`);
    return undefined;
  }
  const bytes = readFileSync(path);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return parse(text, {
    columns: true,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as Row[];
}

/** How often each wording stands in a column. */
export function countWordings(rows: readonly Row[], column: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const wording = row[column]?.trim() ?? '';
    if (wording !== '') counts.set(wording, (counts.get(wording) ?? 0) + 1);
  }
  return counts;
}

/** A share as people read it. */
export function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}
