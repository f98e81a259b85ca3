/** A QR code as a drawing inside the page: black on white whatever the page's colours, with the quiet zone that readers need. */
import bwip from 'bwip-js/node';
import { html, raw } from 'hono/html';
import type { Html } from './text.ts';

/** Modules left white around the code (ISO/IEC 18004). */
const QUIET = 4;

export type Square = { readonly side: number; readonly isDark: (column: number, row: number) => boolean };

/** The modules of a QR code for a text; a quarter of them may be worn. */
export function squareOf(text: string): Square {
  const [symbol] = bwip.raw('qrcode', text, 'eclevel=Q');
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('broken: the QR code has no modules');
  const { pixs, pixx: side } = symbol;
  return { side, isDark: (column, row) => pixs[row * side + column] === 1 };
}

/** Draws the code; `label` tells those who do not see it what it holds. */
export function squareCode(text: string, label: string): Html {
  const { side, isDark } = squareOf(text);
  const runs: string[] = [];
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      if (!isDark(column, row)) continue;
      const start = column;
      while (column + 1 < side && isDark(column + 1, row)) column++;
      const length = column + 1 - start;
      runs.push(`M${start} ${row}h${length}v1h-${length}z`);
    }
  const all = side + 2 * QUIET;
  return html`<svg class="square" role="img" aria-label="${label}" viewBox="${-QUIET} ${-QUIET} ${all} ${all}" shape-rendering="crispEdges"><rect x="${-QUIET}" y="${-QUIET}" width="${all}" height="${all}" fill="#fff"/><path fill="#000" d="${raw(runs.join(''))}"/></svg>`;
}
