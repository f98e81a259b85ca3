/**
 * The sentence a person reads when a sheet is refused: what was expected, what came, what to do. English for now;
 * the facts of each refusal are those a message catalogue in another language would need.
 */
import type { Facts } from '../../domain/base/refusal.ts';
import type { SheetProblem, SheetProblemCode } from './problem.ts';

const SEEMS: Readonly<Record<string, string>> = {
  empty: 'the file is empty',
  folder: 'it is a folder, not a file',
  png: 'it seems to be a picture (PNG)',
  jpeg: 'it seems to be a photograph (JPEG)',
  gif: 'it seems to be a picture (GIF)',
  tiff: 'it seems to be a picture (TIFF)',
  pdf: 'it seems to be a PDF document',
  gzip: 'it seems to be a compressed file (gzip)',
  '7z': 'it seems to be a compressed archive (7-Zip)',
  rar: 'it seems to be a compressed archive (RAR)',
  zstandard: 'it seems to be a compressed file (Zstandard)',
  zip: 'it seems to be a ZIP archive without a workbook in it',
  program: 'it seems to be a program',
  sqlite: 'it seems to be a database file',
  rtf: 'it seems to be a text document (RTF)',
  html: 'it seems to be a web page, whatever its name says',
  xml: 'it seems to be an XML file',
  docx: 'it seems to be a Word document',
  pptx: 'it seems to be a presentation',
  xlsb: 'it seems to be a binary Excel workbook (.xlsb)',
  ods: 'it seems to be an OpenDocument spreadsheet (.ods)',
  odf: 'it seems to be an OpenDocument file',
  binary: 'it holds neither a workbook nor readable text',
  doctype: 'the workbook holds a document type declaration, which no spreadsheet program writes',
  'damaged-part': 'a part of the workbook is not well-formed',
};

const SAVE_AS = 'Open it in a spreadsheet program, save it as XLSX or CSV, and give that file.';

const SENTENCES: Readonly<Record<SheetProblemCode, (facts: Facts) => string>> = {
  'not-a-sheet': (facts) => {
    if (facts.seems === 'delimiter') {
      return `The delimiter must be one character other than a quote, but “${shown(facts.delimiter)}” was given. Give a comma, a semicolon, a tab or a bar, or leave it out.`;
    }
    const seems = SEEMS[String(facts.seems)] ?? 'it is something else';
    const where = facts.part === undefined ? '' : ` (in ${shown(facts.part)})`;
    return `A sheet (XLSX, CSV or TSV) was expected, but ${seems}${where}. ${SAVE_AS}`;
  },
  encrypted: () =>
    'A workbook that can be opened without a password was expected, but this one is protected by a password. Open it, remove the password, save it and give it again.',
  truncated: (facts) =>
    facts.line === undefined
      ? `A complete workbook was expected, but the file is cut short or damaged${facts.part === undefined ? '' : ` (${shown(facts.part)})`}${place(facts)}. Copy it again from where it came; if it stays so, ${lower(SAVE_AS)}`
      : `A closing quote was expected, but the file ends inside a quoted field that opens on line ${shown(facts.line)}. Close or remove that quote, or copy the file again if its end is missing.`,
  'too-large': (facts) => tooLarge(facts),
  'too-many-columns': (facts) =>
    `At most ${shown(facts.limit)} columns were expected, but there are more${place(facts)}. Remove the columns that are not needed; for CSV, check that the delimiter is right.`,
  'cell-too-large': (facts) =>
    facts.what === 'row'
      ? `A row of at most ${shown(facts.limit)} characters was expected, but a longer one came${place(facts)}. Shorten it.`
      : `A cell of at most ${shown(facts.limit)} characters was expected, but a longer one came${place(facts)}. Shorten it; for CSV, look for a quote that is opened and not closed.`,
  bomb: (facts) =>
    `A workbook of ordinary density was expected, but this one would unpack to far more than any sheet does${facts.part === undefined ? '' : ` (${shown(facts.part)})`}. It was not unpacked. Ask who sent it; ${lower(SAVE_AS)}`,
  encoding: (facts) =>
    `A known text encoding was expected, but “${shown(facts.encoding)}” was given. Give for example utf-8, windows-1251, windows-1252 or windows-1256, or leave it out.`,
  'old-format': () =>
    `An XLSX workbook was expected, but this one is in the old Excel format (.xls). ${SAVE_AS}`,
  'no-sheet': (facts) =>
    facts.sheet === undefined
      ? 'A workbook with at least one sheet of cells was expected, but this one has none. Check that it is the right file.'
      : `A sheet named “${shown(facts.sheet)}” was expected, but the file has: ${shown(facts.sheets)}. Give one of these names.`,
};

/** The refusal as sentences in English. */
export function sayProblem(problem: SheetProblem): string {
  return SENTENCES[problem.refused](problem.facts ?? {});
}

const TOO_LARGE: Readonly<Record<string, string>> = {
  file: 'bytes for a workbook (a CSV file may be of any size)',
  rows: 'rows in a sheet',
  sheets: 'sheets in a workbook',
  styles: 'cell styles',
  merges: 'cells merged over several rows',
  'shared-texts': 'bytes of different texts in a workbook',
};

function tooLarge(facts: Facts): string {
  const what = TOO_LARGE[String(facts.what)] ?? `bytes in the part ${shown(facts.part)}`;
  return `At most ${shown(facts.limit)} ${what} were expected, but there are more. Split it into several files, or save the sheet as CSV and give that file.`;
}

function place(facts: Facts): string {
  if (facts.line !== undefined) return ` on line ${shown(facts.line)}`;
  if (facts.row === undefined) return '';
  const column = facts.column === undefined ? '' : `, column ${shown(facts.column)}`;
  return ` in row ${shown(facts.row)}${column} of sheet “${shown(facts.sheet)}”`;
}

/** Facts come from the file: made short, and control and direction characters made visible. */
function shown(fact: Facts[string] | undefined): string {
  if (typeof fact === 'number') return fact.toLocaleString('en-GB');
  return String(fact ?? '')
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
