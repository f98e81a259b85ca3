/** What the columns of a file that describes arms are called in an act. */
import type { CsvRow } from './rows-of-csv.ts';

const COLUMNS: Readonly<Record<string, string>> = {
  serial: 'serial',
  make: 'maker',
  maker: 'maker',
  model: 'model',
  type: 'class',
  class: 'class',
  calibre: 'calibre',
  caliber: 'calibre',
  country: 'country',
  owner_mark: 'property',
  property: 'property',
  import_mark: 'importMark',
};
/** Named limits: characters of a serial and of a word that say something of an arm. */
const SERIAL_MAX = 20_000;
const WORD_MAX = 300;

/** True where a file has at least one of the columns, each with this before its name. */
export function hasDescribed(row: CsvRow, prefix = ''): boolean {
  return Object.keys(COLUMNS).some((column) => `${prefix}${column}` in row);
}

/** What a row says of an arm; empty cells say nothing. */
export function describedIn(row: CsvRow, prefix = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(COLUMNS).flatMap(([column, name]) => {
      const value = row[`${prefix}${column}`]?.trim() ?? '';
      return value === '' ? [] : [[name, value.slice(0, name === 'serial' ? SERIAL_MAX : WORD_MAX)]];
    }),
  );
}

/** The cells of other columns, which pass through. */
export function othersIn(row: CsvRow): CsvRow {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !(column in COLUMNS)));
}
