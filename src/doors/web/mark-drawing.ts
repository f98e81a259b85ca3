/**
 * The drawing of a mark, made here from data: letters and plain figures in rows inside a frame. Figures that no few strokes can
 * give, such as a lion, stand as their name in a dashed box, so that nobody takes a bad picture for the mark.
 *
 * What could go wrong: a picture from outside. Nothing of a drawing is taken over as it came: frames and figures are names of a
 * closed list, letters are text.
 *
 * @clause B-11
 */
import { html } from 'hono/html';
import {
  type DrawnMark,
  type DrawnPiece,
  type Frame,
  nameSymbol,
  symbolsOf,
} from '../../domain/reference/symbols.ts';
import { FIGURE_PATHS } from './mark-figures.data.ts';
import { type Html, inSentence, visible } from './text.ts';
import type { Visit } from './visit.ts';

/** The box of a drawing is 120 by 120; what stands in a frame has the box that is left. */
const SIZE = 120;
const FRAMES: Readonly<
  Record<Frame | 'none', { readonly box: readonly [number, number, number, number]; readonly path: string }>
> = {
  none: { box: [8, 8, 104, 104], path: '' },
  circle: { box: [24, 24, 72, 72], path: 'M4 60a56 56 0 1 0 112 0 56 56 0 1 0-112 0' },
  'double-circle': {
    box: [30, 30, 60, 60],
    path: 'M4 60a56 56 0 1 0 112 0 56 56 0 1 0-112 0M13 60a47 47 0 1 0 94 0 47 47 0 1 0-94 0',
  },
  oval: { box: [30, 20, 60, 80], path: 'M16 60a44 57 0 1 0 88 0 44 57 0 1 0-88 0' },
  triangle: { box: [36, 52, 48, 54], path: 'M60 4 116 112H4z' },
  diamond: { box: [32, 36, 56, 48], path: 'M60 3 117 60 60 117 3 60z' },
  square: { box: [16, 16, 88, 88], path: 'M6 6h108v108H6z' },
  rectangle: { box: [12, 34, 96, 52], path: 'M4 26h112v68H4z' },
  shield: { box: [24, 16, 72, 72], path: 'M10 8h100v52c0 28-22 44-50 54C32 104 10 88 10 60z' },
  hexagon: { box: [26, 26, 68, 68], path: 'M32 8h56l28 52-28 52H32L4 60z' },
};
/** Widths in parts of the height of a row. */
const LETTER_WIDE = 0.62;
const FIGURE_WIDE = 1;
const GAP = 0.18;
const FIGURE_BOX = 24;

/** A mark as a drawing, named for whoever cannot see it; undefined frames and figures cannot be. */
export function markDrawing(visit: Pick<Visit, 'words'>, drawn: DrawnMark): Html {
  const { box, path } = FRAMES[drawn.frame ?? 'none'];
  const [x, y, wide, high] = box;
  const tall = high / drawn.rows.length;
  const rows = drawn.rows.map((row, at) => drawRow(visit, row, { x, y: y + at * tall, wide, tall }));
  return html`<span class="mark-drawing" dir="ltr"><svg viewBox="0 0 ${SIZE} ${SIZE}" role="img" aria-label="${labelOf(visit, drawn)}" fill="none" stroke="currentColor" stroke-width="2.500" stroke-linecap="round" stroke-linejoin="round">${path === '' ? '' : html`<path d="${path}"/>`}${rows}</svg></span>`;
}

function labelOf({ words }: Pick<Visit, 'words'>, drawn: DrawnMark): string {
  const signs = [...symbolsOf(drawn)].map((one) => nameSymbol(one, words.language));
  const letters = drawn.rows
    .flat()
    .flatMap((piece) => ('letters' in piece ? [inSentence(piece.letters, 'ltr')] : []));
  return new Intl.ListFormat(words.locale, { type: 'unit' }).format([...signs, ...letters]);
}

type Row = { readonly x: number; readonly y: number; readonly wide: number; readonly tall: number };

function widthOf(piece: DrawnPiece): number {
  return 'figure' in piece ? FIGURE_WIDE : [...piece.letters].length * LETTER_WIDE;
}

function drawRow(
  visit: Pick<Visit, 'words'>,
  row: readonly DrawnPiece[],
  { x, y, wide, tall }: Row,
): readonly Html[] {
  const units = row.reduce((sum, piece) => sum + widthOf(piece), 0) + GAP * (row.length - 1);
  const unit = Math.min(tall * 0.9, wide / units);
  let at = x + (wide - units * unit) / 2;
  return row.map((piece) => {
    const width = widthOf(piece) * unit;
    const middle = { x: at + width / 2, y: y + tall / 2 };
    at += width + GAP * unit;
    return 'figure' in piece
      ? drawFigure(visit, piece.figure, middle, unit)
      : drawLetters(piece.letters, middle, unit, width);
  });
}

type Point = { readonly x: number; readonly y: number };
const round = (value: number): string => value.toFixed(1);

function drawLetters(letters: string, { x, y }: Point, unit: number, width: number): Html {
  return html`<g font-size="${round(unit)}"><text x="${round(x)}" y="${round(y + unit * 0.34)}" text-anchor="middle" textLength="${round(width)}" lengthAdjust="spacingAndGlyphs" direction="ltr">${visible(letters)}</text></g>`;
}

function drawFigure(
  { words }: Pick<Visit, 'words'>,
  figure: keyof typeof FIGURE_PATHS,
  { x, y }: Point,
  unit: number,
): Html {
  const path = FIGURE_PATHS[figure];
  const scale = unit / FIGURE_BOX;
  const corner = `translate(${round(x - unit / 2)} ${round(y - unit / 2)}) scale(${scale.toFixed(3)})`;
  if (path !== undefined)
    return html`<path transform="${corner}" stroke-width="${(2.5 / scale).toFixed(2)}" d="${path}"/>`;
  const name = nameSymbol(figure, words.language);
  const size = Math.min(7, 32 / name.length);
  return html`<g transform="${corner}"><path stroke-dasharray="2 2" stroke-width="1" d="M1 1h22v22H1z"/><g font-size="${round(size)}"><text x="12" y="${round(12 + size * 0.35)}" text-anchor="middle">${name}</text></g></g>`;
}
