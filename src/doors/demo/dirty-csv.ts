/** A dirty register of any length as CSV, written in large pieces as fast as a disk takes them. */
import { dirtyRow } from './dirty.ts';
import { HEADINGS } from './dirty-words.data.ts';
import { diceOf } from './random.ts';

/** Rows made of one throw of dice and handed on as one piece of text. */
const PIECE_ROWS = 2000;
/** From here on a spreadsheet program writes 1.7E+27. */
const LONG = 1e21;
/** One arm in twelve comes up again in another row. */
const REPEATED = 1 / 12;

/**
 * Writes a heading and so many rows; `write` may make it wait.
 * @shape every row has the cells of the heading, so that a plain COPY takes it too
 */
export async function dirtyCsv(
  seed: number,
  rows: number,
  write: (text: string) => void | Promise<void>,
): Promise<void> {
  await write(`${HEADINGS.join(',')}\n`);
  for (let from = 0; from < rows; from += PIECE_ROWS) {
    const dice = diceOf(seed, 'csv', from);
    let piece = '';
    for (let line = from; line < Math.min(rows, from + PIECE_ROWS); line++) {
      const number = line > 0 && dice.chance(REPEATED) ? dice.int(line) : line;
      piece += lineOf(dirtyRow(dice, line + 1, number));
    }
    await write(piece);
  }
}

function lineOf(cells: ReturnType<typeof dirtyRow>): string {
  let line = '';
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]!;
    if (at > 0) line += ',';
    if (typeof cell === 'string') line += needsQuotes(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    else if (typeof cell === 'object') line += cell.date;
    else line += cell < LONG ? cell : String(cell).toUpperCase();
  }
  return `${line}\n`;
}

function needsQuotes(text: string): boolean {
  return text.includes(',') || text.includes('"') || text.includes(';');
}
