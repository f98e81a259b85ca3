/**
 * Where everything of a custody drawing stands: the scale, the bars of each lane, gaps and contradictions, dots and
 * their labels. Labels are given room by an estimate of their width; a label without room is left to the table, never
 * cut and never laid over another.
 *
 * What could go wrong: a face much wider than estimated. The estimate is on the wide side.
 */
import { earliestOf, type Happened } from '../../domain/base/happened.ts';

export const WIDTH = 1040;
const GUTTER = 112;
const EDGE = 8;
const CHARACTER_WIDTH = 7.2;
const PAD = 9;
const FLAG_ROWS_MAX = 7;
const CLASH_ROWS_MAX = 4;
const MONTH_MS = 30.44 * 86_400_000;
const YEAR_MS = 365.25 * 86_400_000;

export type Scale = {
  readonly from: number;
  readonly to: number;
  readonly left: number;
  readonly right: number;
};

/** Estimated width of a label. @unit pixels of the drawing */
export function widthOf(label: string): number {
  return label.length * CHARACTER_WIDTH;
}

/** Milliseconds of a time, or undefined where it is not known. */
export function millisOf(time: Happened): number | undefined {
  return time.length === 0 ? undefined : Date.parse(earliestOf(time));
}

/** The scale over all times up to now, with room at the end for the labels of late events. */
export function scaleOf(
  times: readonly number[],
  now: number,
  labels: readonly { at: number; label: string }[],
): Scale {
  const first = Math.min(...times);
  const last = Math.max(now, ...times);
  const margin = Math.max((last - first) * 0.02, 10 * 86_400_000);
  const scale = { from: first - margin, to: last, left: GUTTER, right: WIDTH - EDGE };
  const over = labels.map(({ at, label }) => xOf(scale, at) + widthOf(label) + PAD - scale.right);
  const room = Math.min(Math.max(0, ...over), 180);
  return { ...scale, right: scale.right - room };
}

/** The place of a moment on the scale. */
export function xOf(scale: Scale, millis: number): number {
  const share = (millis - scale.from) / Math.max(1, scale.to - scale.from);
  return Math.round((scale.left + Math.min(1, Math.max(0, share)) * (scale.right - scale.left)) * 10) / 10;
}

export type Tick = { readonly x: number; readonly at: number; readonly months: boolean };

const STEPS_MONTHS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/** Ticks at round months or years, at most eight. */
export function ticksOf(scale: Scale): readonly Tick[] {
  const span = scale.to - scale.from;
  const step = STEPS_MONTHS.find((months) => span / (months * MONTH_MS) <= 8) ?? 1200;
  const begin = new Date(scale.from);
  const first = Math.ceil((begin.getUTCFullYear() * 12 + begin.getUTCMonth() + 1) / step) * step;
  const ticks: Tick[] = [];
  for (let month = first; ; month += step) {
    const at = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at > scale.to || ticks.length > 12) return ticks;
    ticks.push({ x: xOf(scale, at), at, months: step % 12 !== 0 || span < YEAR_MS });
  }
}

export type Bar = { readonly x: number; readonly width: number; readonly label: string };
export type PlacedBar<B extends Bar> = B & { readonly labelX: number | undefined; readonly inside: boolean };

/** Places the labels of one lane: inside the bar where it is wide enough, else after it where there is room. */
export function placeBars<B extends Bar>(bars: readonly B[], end: number): readonly PlacedBar<B>[] {
  const sorted = [...bars].sort((a, b) => a.x - b.x);
  return sorted.map((bar, index) => {
    const wide = widthOf(bar.label) + 2 * PAD;
    if (bar.width >= wide) return { ...bar, labelX: bar.x + PAD, inside: true };
    const free = (sorted[index + 1]?.x ?? end) - (bar.x + bar.width);
    const after = free >= wide ? bar.x + bar.width + PAD : undefined;
    return { ...bar, labelX: after, inside: false };
  });
}

export type Flag = { readonly x: number; readonly label: string };
export type PlacedFlag<F extends Flag> = F & { readonly row: number | undefined };

/**
 * Hangs the labels of dots like flags on poles, from right to left: a flag goes to the first row in which it ends
 * before everything that stands to its right, poles of deeper rows included. So no pole crosses a label.
 */
export function placeFlags<F extends Flag>(flags: readonly F[]): readonly PlacedFlag<F>[] {
  const begins: number[] = Array.from({ length: FLAG_ROWS_MAX }, () => WIDTH);
  const placed: PlacedFlag<F>[] = [];
  for (const flag of [...flags].sort((a, b) => b.x - a.x)) {
    const end = flag.x + PAD + widthOf(flag.label);
    const found = begins.findIndex((begin) => end <= begin);
    const row = found < 0 ? undefined : found;
    for (let above = 0; row !== undefined && above <= row; above++)
      begins[above] = Math.min(begins[above]!, flag.x - 3);
    placed.push({ ...flag, row });
  }
  return placed.reverse();
}

export type PlacedClash<B extends Bar> = B & {
  readonly row: number | undefined;
  readonly labelX: number;
  readonly inside: boolean;
  readonly end: boolean;
};

/** Stacks contradictions in rows so that neither bars nor names meet; what finds no row is left to the table. */
export function placeClashes<B extends Bar>(bars: readonly B[]): readonly PlacedClash<B>[] {
  const ends: number[] = Array.from({ length: CLASH_ROWS_MAX }, () => 0);
  return [...bars]
    .sort((a, b) => a.x - b.x)
    .map((bar) => {
      const label = widthOf(bar.label) + PAD;
      const inside = bar.width >= label + PAD;
      const before = !inside && bar.x + bar.width + label > WIDTH;
      const from = before ? bar.x - label : bar.x;
      const to = inside || before ? bar.x + bar.width : bar.x + bar.width + label;
      const found = ends.findIndex((end) => from >= end && from >= GUTTER);
      const row = found < 0 ? undefined : found;
      if (row !== undefined) ends[row] = to + PAD;
      const labelX = inside ? bar.x + PAD : before ? bar.x - 6 : bar.x + bar.width + 6;
      return { ...bar, row, labelX, inside, end: before };
    });
}
