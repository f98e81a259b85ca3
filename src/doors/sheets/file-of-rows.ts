/** Rows as a whole file to be saved, in the forms that are given out: CSV that spreadsheet programs know for UTF-8, or a workbook. */
import { formatCsvRow, writeXlsx } from './write.ts';

export const CSV_TYPE = 'text/csv; charset=utf-8';
export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Tells spreadsheet programs that the text is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

type Rows = readonly (readonly string[])[];

/** The rows as CSV. */
export function csvFile(rows: Rows): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(BYTE_ORDER_MARK + rows.map((row) => formatCsvRow([...row])).join(''));
}

/** The rows as a workbook of one sheet. */
export function xlsxFile(rows: Rows): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(writeXlsx([{ name: 'arms', rows }]));
}
