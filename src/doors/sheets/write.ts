/**
 * Writes sheets that are safe to open. In XLSX every text is an inline text cell, so nothing in it is ever run.
 * CSV has no cell types, so a cell that a spreadsheet program would take for a formula gets an apostrophe before
 * it; whoever reads such a CSV by program must take that apostrophe off again.
 */
import { strToU8, zipSync } from 'fflate';
import { assert } from '../../domain/base/refusal.ts';
import { COLUMNS_MAX, WORKBOOK_ROWS_MAX } from './limits.ts';
import { formatColumn } from './merges.ts';
import { parseSerialDate } from './serial-date.ts';

export type WrittenCell = string | number | { readonly date: string } | null;
export type WrittenSheet = { readonly name: string; readonly rows: readonly (readonly WrittenCell[])[] };

/** Longest text that spreadsheet programs accept in a cell; what is longer is cut and ends with CUT_MARK. */
const CELL_CHARS_MAX = 32_767;
const CUT_MARK = '… [cut]';

const DAY_STYLE = 1;
const INSTANT_STYLE = 2;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>` +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3">' +
  '<xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="22" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';

/** Makes a workbook of the given sheets, in memory: meant for exports of some tens of thousands of rows. */
export function writeXlsx(sheets: readonly WrittenSheet[]): Uint8Array {
  assert(sheets.length > 0, 'a workbook has at least one sheet');
  const names = uniqueSheetNames(sheets);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names
      .map(
        (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map(
        (_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const,
      ),
      ['styles', 'styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
  };
  for (const [index, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = formatSheet(sheet);
  }
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)] as const);
  // A fixed time, so that the same sheets always give the same bytes.
  return zipSync(Object.fromEntries(files), { level: 6, mtime: new Date(1980, 0, 1) });
}

/** One CSV line with its line end, safe to open: see above for the apostrophe. */
export function formatCsvRow(cells: readonly string[]): string {
  const isBlank = cells.length === 1 && cells[0] === '';
  return `${isBlank ? '""' : cells.map(formatCsvCell).join(',')}\r\n`;
}

function formatCsvCell(cell: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function formatSheet(sheet: WrittenSheet): string {
  assert(sheet.rows.length <= WORKBOOK_ROWS_MAX, 'a sheet has no more rows than its format allows');
  const rows = sheet.rows.map((cells, index) => {
    assert(cells.length <= COLUMNS_MAX, 'a row has no more columns than its format allows');
    const row = index + 1;
    return `<row r="${row}">${cells.map((cell, column) => formatCell(cell, formatColumn(column) + row)).join('')}</row>`;
  });
  return `<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`;
}

function formatCell(cell: WrittenCell, reference: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number' && Number.isFinite(cell)) return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') {
    const serial = parseSerialDate(cell.date);
    const style = cell.date.length === 10 ? DAY_STYLE : INSTANT_STYLE;
    if (serial !== undefined) return `<c r="${reference}" s="${style}"><v>${serial}</v></c>`;
  }
  const text = typeof cell === 'object' ? cell.date : String(cell);
  const cut =
    text.length > CELL_CHARS_MAX ? text.slice(0, CELL_CHARS_MAX - CUT_MARK.length) + CUT_MARK : text;
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeForWorkbook(cut))}</t></is></c>`;
}

/** Characters that XML forbids take the form _xHHHH_; a text that already looks so is protected. */
function escapeForWorkbook(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    });
}

function escapeXml(text: string): string {
  // A carriage return written plainly would be read as a line feed.
  return text.replace(/[&<>"\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Sheet names as the format allows them: 31 characters, none of []:*?/\, no two alike. */
function uniqueSheetNames(sheets: readonly WrittenSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map((sheet, index) => {
    const plain = sheet.name
      .toWellFormed()
      .replace(/[\p{Cc}\uFFFD[\]:*?/\\]/gu, ' ')
      .slice(0, 31)
      .toWellFormed();
    let name = plain.replace(/^'|'$/g, ' ').trim() || `Sheet${index + 1}`;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${name.slice(0, 25)} (${number})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function relationships(relations: readonly (readonly [string, string, string])[]): string {
  const items = relations.map(([id, type, target]) => {
    return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${items.join('')}</Relationships>`;
}

function contentTypes(sheetCount: number): string {
  const sheets = Array.from({ length: sheetCount }, (_, index) => {
    return `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`;
  });
  return (
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets.join('')}</Types>`
  );
}
