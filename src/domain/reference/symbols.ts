/**
 * The signs that marks are drawn with: frames and figures by name, what people call them, and the drawing of a mark as rows of
 * figures and letters in a frame. `:crown` is a figure, all else letters.
 *
 * @clause B-11
 */
import { fold } from '../base/text.ts';
import { FIGURE_WORDS, FRAME_WORDS } from './symbol-words.data.ts';

export type Frame = keyof typeof FRAME_WORDS;
export type Figure = keyof typeof FIGURE_WORDS;
export type MarkSymbol = Frame | Figure;
export const FRAMES = Object.keys(FRAME_WORDS) as readonly Frame[];
export const FIGURES = Object.keys(FIGURE_WORDS) as readonly Figure[];

export type DrawnPiece = { readonly figure: Figure } | { readonly letters: string };
export type DrawnMark = {
  readonly frame?: Frame;
  /** From above to below, each from left to right. */
  readonly rows: readonly (readonly DrawnPiece[])[];
};

/** Named limits: rows of a drawing, pieces of a row, letters of a row. */
export const DRAWING_ROWS_MAX = 4;
const PIECES_MAX = 5;
const LETTERS_MAX = 16;

/** A drawing as it is written, `{"frame": "oval", "rows": [":crown", "ELG"]}`, or what is wrong with it. */
export function parseDrawing(written: unknown): DrawnMark | { readonly says: string } {
  if (typeof written !== 'object' || written === null || Array.isArray(written))
    return { says: 'it is no object' };
  const { frame, rows, ...more } = written as Readonly<Record<string, unknown>>;
  const [strange] = Object.keys(more);
  if (strange !== undefined) return { says: `it has nothing called "${strange}"` };
  const known = FRAMES.find((one) => one === frame);
  if (frame !== undefined && known === undefined) return { says: `"${String(frame)}" is no frame` };
  if (!Array.isArray(rows) || rows.length === 0 || rows.length > DRAWING_ROWS_MAX)
    return { says: `rows needs 1 to ${DRAWING_ROWS_MAX} rows` };
  const drawn: (readonly DrawnPiece[])[] = [];
  for (const row of rows as readonly unknown[]) {
    const pieces = typeof row === 'string' ? piecesOf(row) : { says: 'a row needs to be a text' };
    if ('says' in pieces) return pieces;
    drawn.push(pieces);
  }
  return known === undefined ? { rows: drawn } : { frame: known, rows: drawn };
}

function piecesOf(row: string): readonly DrawnPiece[] | { readonly says: string } {
  const words = row.trim().split(/\s+/);
  if (row.trim() === '' || words.length > PIECES_MAX)
    return { says: `a row needs 1 to ${PIECES_MAX} pieces` };
  const pieces: DrawnPiece[] = [];
  for (const word of words) {
    const figure = word.startsWith(':') ? FIGURES.find((one) => one === word.slice(1)) : undefined;
    if (word.startsWith(':') && figure === undefined) return { says: `"${word}" is no figure` };
    if (figure !== undefined) pieces.push({ figure });
    else if (/^[\p{L}\p{M}\p{N}.&/+-]+$/u.test(word)) pieces.push({ letters: word });
    else return { says: `"${word}" holds more than letters and figures` };
  }
  const letters = pieces.map((piece) => ('letters' in piece ? piece.letters : '')).join('');
  return letters.length > LETTERS_MAX ? { says: `a row has at most ${LETTERS_MAX} letters` } : pieces;
}

/** The row as it is written. */
export function writeRow(row: readonly DrawnPiece[]): string {
  return row.map((piece) => ('figure' in piece ? `:${piece.figure}` : piece.letters)).join(' ');
}

/** The signs of a drawing. */
export function symbolsOf({ frame, rows }: DrawnMark): ReadonlySet<MarkSymbol> {
  const figures = rows.flat().flatMap((piece) => ('figure' in piece ? [piece.figure] : []));
  return new Set<MarkSymbol>(frame === undefined ? figures : [frame, ...figures]);
}

/** Words that join the parts of a description and name none. */
const JOINING = new Set(
  fold(
    'a an the in inside within with over under above below on of and between two three small large letters letter mark un une le la les dans avec sur sous de du des et deux trois lettre lettres marque في داخل مع فوق تحت على بين حرف حروف علامة',
  ).split(' '),
);

let names: ReadonlyMap<string, MarkSymbol> | undefined;

/** What somebody described: signs by their names in three languages, and the words beside them as they were typed. */
export function readDescription(text: string): {
  readonly symbols: ReadonlySet<MarkSymbol>;
  readonly beside: readonly string[];
} {
  names ??= namesOfSymbols();
  const typed = text
    .slice(0, 200)
    .split(/[^\p{L}\p{M}\p{N}'’★-]+/u)
    .filter((word) => word !== '');
  const symbols = new Set<MarkSymbol>();
  const beside: string[] = [];
  for (let at = 0; at < typed.length; ) {
    // The longest name that begins here: "broad arrow" is no arrow.
    const many = [3, 2, 1].find(
      (length) => at + length <= typed.length && nameAt(typed, at, length) !== undefined,
    );
    if (many !== undefined) symbols.add(nameAt(typed, at, many)!);
    else if (!JOINING.has(fold(typed[at]!))) beside.push(typed[at]!);
    at += many ?? 1;
  }
  return { symbols, beside };
}

function nameAt(typed: readonly string[], at: number, length: number): MarkSymbol | undefined {
  const name = fold(typed.slice(at, at + length).join(' '));
  // In Arabic the article and short prepositions are written with the word.
  return names!.get(name) ?? names!.get(name.replace(/^(?:وال|بال|ال|لل|ب|و)/, ''));
}

function namesOfSymbols(): ReadonlyMap<string, MarkSymbol> {
  const map = new Map<string, MarkSymbol>();
  for (const [symbol, languages] of [...Object.entries(FRAME_WORDS), ...Object.entries(FIGURE_WORDS)])
    for (const words of Object.values(languages))
      for (const word of words.split('|')) {
        const name = fold(word);
        if (!map.has(name)) map.set(name, symbol as MarkSymbol);
        if (/^[a-z ]+[a-rt-z]$/.test(name) && !map.has(`${name}s`)) map.set(`${name}s`, symbol as MarkSymbol);
      }
  map.set('★', 'star');
  return map;
}

/** What a sign is called in a language: the first of its names. */
export function nameSymbol(symbol: MarkSymbol, language: 'en' | 'fr' | 'ar'): string {
  const words = symbol in FRAME_WORDS ? FRAME_WORDS[symbol as Frame] : FIGURE_WORDS[symbol as Figure];
  return words[language].split('|')[0]!;
}
