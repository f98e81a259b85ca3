/**
 * Custody as a drawing, made on the server: a lane each for owner, unit, keeper and bearer, hatched gaps and named
 * contradictions, and a dot for each event, hollow where it was recorded late. In a right-to-left language time runs
 * from right to left, as its readers expect.
 */
import { html } from 'hono/html';
import type { ArmView } from '../../acts/view-arm.ts';
import type { Happened } from '../../domain/base/happened.ts';
import { LANES } from '../../domain/custody/life-cycle.ts';
import {
  millisOf,
  placeBars,
  placeClashes,
  placeFlags,
  type Scale,
  scaleOf,
  ticksOf,
  WIDTH,
  xOf,
} from './custody-layout.ts';
import { partyName } from './party-words.ts';
import { type Html, visible } from './text.ts';
import type { Visit } from './visit.ts';
import { formatCount, formatTick, formatWhen } from './when.ts';

const TOP = 26;
const LANE = 34;
const BAR = 25;
const ROW = 19;
const CLASH_ROW = 24;

/** Turns places around where the language runs from right to left. */
type Side = { readonly x: (x: number, width?: number) => number };

const sideOf = (visit: Visit): Side => ({
  x: (x, width = 0) => Math.round((visit.words.direction === 'rtl' ? WIDTH - x - width : x) * 10) / 10,
});

/** The drawing, or a sentence where nothing has a date. */
export function custodyDrawing(visit: Visit, view: ArmView, now: number): Html {
  const { words } = visit;
  const dated = view.events.flatMap((event) => {
    const at = millisOf(event.happened);
    return at === undefined ? [] : [{ event, at, label: words.terms.events[event.type] }];
  });
  if (dated.length === 0) return html`<p class="quiet">${words.drawing.nothing}</p>`;
  const scale = scaleOf(
    dated.map((one) => one.at),
    now,
    dated,
  );
  const side = sideOf(visit);
  const lanes = lanesOf(visit, view, scale, side);
  const clashes = clashesOf(visit, view, scale, side, TOP + lanes.length * LANE);
  const axis = TOP + lanes.length * LANE + clashes.height + 10;
  const flags = flagsOf(visit, view, dated, scale, side, axis);
  const height = axis + 12 + flags.rows * ROW + 6;
  const undated = view.events.length - dated.length;
  return html`<div class="scroll drawing" role="region" aria-label="${words.arm.custody}" tabindex="0">
<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${words.drawing.says}" direction="${words.direction}">
<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" class="hatch-ground"/><path d="M0 0V7" class="hatch-line"/></pattern></defs>
${ticks(visit, scale, side, axis)}${lanes}${clashes.drawn}
<line class="axis" x1="${side.x(scale.left)}" x2="${side.x(scale.right)}" y1="${axis}" y2="${axis}"/>
${flags.drawn}
</svg></div>${undated > 0 ? html`<p class="quiet">${words.drawing.undated(formatCount(words, undated))}</p>` : ''}`;
}

function ticks(visit: Visit, scale: Scale, side: Side, axis: number): Html[] {
  return ticksOf(scale).map(
    ({ x, at, months }) =>
      html`<line class="tick" x1="${side.x(x)}" x2="${side.x(x)}" y1="20" y2="${axis}"/><text class="scale" x="${side.x(x)}" y="13" text-anchor="middle">${formatTick(visit.words, at, months)}</text>`,
  );
}

type LaneBar = {
  readonly x: number;
  readonly width: number;
  readonly label: string;
  readonly gap: boolean;
  readonly title: string;
};

function lanesOf(visit: Visit, view: ArmView, scale: Scale, side: Side): Html[] {
  const { words } = visit;
  const drawn = LANES.map((lane) => ({ lane, bars: barsOf(visit, view, lane, scale) })).filter(
    ({ bars }) => bars.length > 0,
  );
  return drawn.map(({ lane, bars }, index) => {
    const y = TOP + index * LANE;
    const placed = placeBars(bars, WIDTH);
    return html`<text class="lane" x="${side.x(0)}" y="${y + 17}">${words.terms.lanes[lane]}</text>${placed.map(
      (bar, place) =>
        html`<g><title>${bar.title}</title><rect class="${bar.gap ? 'gap' : `bar ${lane} ${place % 2 ? 'odd' : ''}`}" x="${side.x(bar.x, bar.width)}" y="${y}" width="${bar.width}" height="${BAR}" rx="3"/>${
          bar.labelX === undefined
            ? ''
            : html`<text class="${labelClass(bar)}" x="${side.x(bar.labelX)}" y="${y + 17}">${bar.gap ? bar.label : isolated(bar.label)}</text>`
        }</g>`,
    )}`;
  });
}

/** A name between names and dates of another direction; its hidden characters are signs already. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

const labelClass = (bar: { readonly gap: boolean; readonly inside: boolean }): string =>
  `${bar.gap ? 'gap-label' : 'label'}${bar.inside ? ' inside' : ''}`;

function barsOf(visit: Visit, view: ArmView, lane: (typeof LANES)[number], scale: Scale): LaneBar[] {
  const { words } = visit;
  const bar = (label: string, from: Happened, to: Happened | undefined, gap: boolean): LaneBar => {
    const x = xOf(scale, millisOf(from) ?? scale.from);
    const end = xOf(scale, (to === undefined ? undefined : millisOf(to)) ?? scale.to);
    const until = to === undefined ? '' : ` – ${formatWhen(words, to)}`;
    const title = `${isolated(label)}${words.colon}${formatWhen(words, from)}${until}`;
    return { x, width: Math.max(3, Math.round((end - x - 2) * 10) / 10), label, gap, title };
  };
  const spans = view.state.spans
    .filter((span) => span.lane === lane)
    .map((span) => bar(visible(partyName(words, view.names, span.party)), span.from, span.to, false));
  const gaps =
    lane === 'keeper' ? view.state.gaps.map((gap) => bar(words.drawing.gap, gap.from, gap.to, true)) : [];
  return [...spans, ...gaps];
}

function clashesOf(visit: Visit, view: ArmView, scale: Scale, side: Side, top: number) {
  const { words } = visit;
  // Several entries against the same one are one contradiction to the eye: it begins there and ends with the last of them.
  const groups = Map.groupBy(view.state.contradictions, ({ kind, against }) => `${kind} ${against ?? ''}`);
  const bars = [...groups.values()].flatMap((clashes) => {
    const ats = clashes.flatMap((clash) => millisOf(clash.happened) ?? []);
    const [first] = clashes;
    if (ats.length === 0 || first === undefined) return [];
    const other = view.events.find((event) => event.entry === first.against);
    const from = xOf(
      scale,
      Math.min(...ats, (other && millisOf(other.happened)) ?? Number.POSITIVE_INFINITY),
    );
    const to = first.against === undefined ? from : xOf(scale, Math.max(...ats));
    const label = words.terms.clashes[first.kind].name;
    return [{ x: from - 2, width: Math.max(12, to - from + 4), label }];
  });
  const placed = placeClashes(bars).filter((bar) => bar.row !== undefined);
  const rows = Math.max(0, ...placed.map((bar) => bar.row! + 1));
  const drawn = html`${rows > 0 ? html`<text class="lane clash" x="${side.x(0)}" y="${top + 15}">${words.drawing.alarms}</text>` : ''}${placed.map(
    (bar) =>
      html`<rect class="gap" x="${side.x(bar.x, bar.width)}" y="${top + bar.row! * CLASH_ROW}" width="${bar.width}" height="18" rx="3"/><text class="gap-label${bar.inside ? ' inside' : ''}" x="${side.x(bar.labelX)}" y="${top + bar.row! * CLASH_ROW + 13}" text-anchor="${bar.end ? 'end' : 'start'}">${bar.label}</text>`,
  )}`;
  return { drawn, height: rows * CLASH_ROW };
}

function flagsOf(
  visit: Visit,
  view: ArmView,
  dated: readonly { event: ArmView['events'][number]; at: number; label: string }[],
  scale: Scale,
  side: Side,
  axis: number,
) {
  const clashing = new Set(view.state.contradictions.flatMap((one) => [one.entry, one.against]));
  const placed = placeFlags(dated.map((one) => ({ ...one, x: xOf(scale, one.at) })));
  const drawn = placed.map(({ event, x, label, row }) => {
    const clash = clashing.has(event.entry) ? ' clash' : '';
    const y = axis + 12 + (row ?? 0) * ROW;
    const pole =
      row === undefined
        ? ''
        : html`<line class="pole" x1="${side.x(x)}" x2="${side.x(x)}" y1="${axis + 5}" y2="${y + 12}"/><text class="flag${clash}" x="${side.x(x + 5)}" y="${y + 11}">${label}</text>`;
    return html`${pole}<circle class="dot${event.late ? ' late' : ''}${clash}" cx="${side.x(x)}" cy="${axis}" r="5.5"><title>${label}${visit.words.colon}${formatWhen(visit.words, event.happened)}</title></circle>`;
  });
  return { drawn, rows: Math.max(0, ...placed.map((one) => (one.row ?? 0) + 1)) };
}
