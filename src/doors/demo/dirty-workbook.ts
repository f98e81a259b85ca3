/** An old register as one workbook, to be brought in while people watch: title rows, repeated headings, a row of totals. */
import { type WrittenCell, writeXlsx } from '../sheets/write.ts';
import { dirtyRow } from './dirty.ts';
import { HEADINGS } from './dirty-words.data.ts';
import { diceOf } from './random.ts';

/** A printed page ended here, and its heading was typed again on the next. */
const PAGE_ROWS = 120;
/** Where the numbers of these arms begin: far from those of the arms that the demonstration has already. */
const NUMBERS_FROM = 8_000_000;

/** Makes the workbook; the same seed gives the same bytes. */
export function dirtyWorkbook(seed: number, rows = 400): Uint8Array {
  const dice = diceOf(seed, 'workbook');
  const lines: (readonly WrittenCell[])[] = [
    ['RÉPUBLIQUE D’ALDERA — DÉMONSTRATION'],
    ['Registre des armes, dépôt central de Dunmarra', null, null, null, 'arrêté au', { date: '2024-12-31' }],
    [],
    HEADINGS,
  ];
  for (let line = 1; line <= rows; line++) {
    if (line > 1 && (line - 1) % PAGE_ROWS === 0) lines.push(HEADINGS);
    lines.push(dirtyRow(dice, line, NUMBERS_FROM + line));
  }
  lines.push(['TOTAL', rows]);
  return writeXlsx([{ name: 'Registre', rows: lines }]);
}
