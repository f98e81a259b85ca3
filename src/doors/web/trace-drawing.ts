/**
 * A trace as a drawing, made on the server: a column for each State in the order in which the thing passed through them, its
 * way above, what was asked and answered below, time running downwards. In a right-to-left language the columns run from right
 * to left; no code of a State and no date is reordered.
 */
import { html } from 'hono/html';
import type { TraceView } from '../../acts/trace-view-output.ts';
import { type Html, inSentence } from './text.ts';
import { type Drawn, waysOf } from './trace-layout.ts';
import { begun, countryName, countrySaid, termsOf, textsOf } from './trace-told.ts';
import type { Visit } from './visit.ts';
import { formatCount, formatWhen } from './when.ts';

const GUTTER = 126;
const COLUMN = 232;
const EDGE = 112;
const TOP = 44;
const ROW = 38;
const PART = 26;

type Sheet = {
  readonly visit: Visit;
  readonly width: number;
  /** Turns a place around where the language runs from right to left. */
  readonly x: (x: number) => number;
  readonly column: (country: string) => number;
};

/** The drawing, or a sentence where nothing passed between States. */
export function traceDrawing(visit: Visit, view: TraceView, own: string): Html {
  const { words } = visit;
  const texts = textsOf(visit).trace;
  const { places, way, asking, more } = waysOf(view, own);
  if (places.length === 0) return html`<p class="quiet">${texts.nothingDrawn}</p>`;
  const width = GUTTER + EDGE * 2 + (places.length - 1) * COLUMN;
  const isTurned = words.direction === 'rtl';
  const x = (at: number): number => (isTurned ? width - at : at);
  const column = (country: string): number => x(GUTTER + EDGE + places.indexOf(country) * COLUMN);
  const sheet: Sheet = { visit, width, x, column };
  const upper = TOP + PART;
  const lower = upper + way.length * ROW + (way.length > 0 ? 14 : -PART);
  const height = lower + (asking.length > 0 ? PART + asking.length * ROW : 0) + 8;
  const columns = places.map((country) => lifeline(sheet, country, height, country === own));
  const note =
    more > 0
      ? html`<p class="quiet">${texts.drawnFirst(inSentence(formatCount(words, way.length + asking.length), 'ltr'))}</p>`
      : '';
  return html`<div class="scroll states" role="region" aria-label="${texts.drawing}" tabindex="0">
<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${texts.drawingSays}" direction="${words.direction}">
${columns}${way.length > 0 ? partTitle(sheet, texts.way, upper - 8) : ''}${way.map((row, at) => drawn(sheet, row, upper + at * ROW + 20))}
${asking.length > 0 ? partTitle(sheet, texts.asking, lower + PART - 8) : ''}${asking.map((row, at) => drawn(sheet, row, lower + PART + at * ROW + 20))}
</svg></div>${note}`;
}

function lifeline({ visit, column }: Sheet, country: string, height: number, isOwn: boolean): Html {
  const { words } = visit;
  const x = column(country);
  const name = country === '' ? textsOf(visit).trace.unknownCountry : countryName(words, country);
  const short = [...name].length > 24 ? country : name;
  return html`<line class="life" x1="${x}" x2="${x}" y1="34" y2="${height}"/><rect class="place${isOwn ? ' own' : ''}" x="${x - 100}" y="6" width="200" height="28" rx="6"/><text class="place-name" x="${x}" y="25" text-anchor="middle">${inSentence(short)}<title>${countrySaid(words, country || undefined, name)}</title></text>`;
}

const partTitle = ({ x }: Sheet, title: string, y: number): Html =>
  html`<text class="lane" x="${x(0)}" y="${y}">${title}</text>`;

function labelOf(visit: Visit, row: Drawn): string {
  const { words } = visit;
  if (row.of === 'recovery') return textsOf(visit).trace.recoveredHere;
  return row.of === 'step' ? words.terms.events[row.event] : termsOf(visit).messages[row.kind];
}

function drawn(sheet: Sheet, row: Drawn, y: number): Html {
  const { visit, column, x } = sheet;
  const { words } = visit;
  const label = begun(words, labelOf(visit, row));
  const day = formatWhen(words, row.at.length > 10 ? row.at.slice(0, 10) : row.at);
  const kind = row.of === 'message' ? (row.machine ? 'said' : 'said letter') : row.of;
  const date = html`<text class="scale" x="${x(0)}" y="${y + 4}">${day}</text>`;
  const [from, to] = [column(row.from), column(row.to)];
  if (from === to)
    return html`<g class="row ${kind}">${date}<circle class="stop" cx="${from}" cy="${y}" r="6"/><text x="${from}" y="${y - 10}" text-anchor="middle">${label}</text></g>`;
  const side = to > from ? 1 : -1;
  const tip = to - side * 3;
  const arrow = `M${tip} ${y}l${-side * 9} -5v10z`;
  return html`<g class="row ${kind}">${date}<line class="move" x1="${from}" x2="${tip - side * 8}" y1="${y}" y2="${y}"/><path class="tip" d="${arrow}"/><circle class="stop" cx="${from}" cy="${y}" r="4"/><text x="${(from + tip) / 2}" y="${y - 7}" text-anchor="middle">${label}</text></g>`;
}
