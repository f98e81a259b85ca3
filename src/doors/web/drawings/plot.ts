/** Turns the parts of an arm into the shapes of an SVG picture: scaled to the sheet, turned around for its right side. */
import { html } from 'hono/html';
import type { Html } from '../text.ts';
import type { Corner, Part } from './parts.ts';

export type Side = 'left' | 'right';

/** How millimetres of the arm come to lie on the sheet. */
export type Fit = {
  readonly scale: number;
  readonly width: number;
  readonly height: number;
  readonly x: (x: number) => number;
  readonly y: (y: number) => number;
};

const WIDTH = 800;
const ARM_WIDTH_MAX = 744;
const ARM_HEIGHT_MAX = 330;
const HAIR = 1.3;

const tenth = (value: number): number => Math.round(value * 10) / 10;

const reachOf = (parts: readonly Part[], value: (one: Corner) => number): readonly [number, number] => {
  const ends = parts.flatMap(({ corners, thick = 0 }) =>
    corners.flatMap((one) => [value(one) - thick / 2, value(one) + thick / 2]),
  );
  return [Math.min(...ends), Math.max(...ends)];
};

/** Half way down an arm. @unit millimetres */
export function middleOf(parts: readonly Part[]): number {
  const [top, bottom] = reachOf(parts, ({ y }) => y);
  return (top + bottom) / 2;
}

/** How an arm fits the sheet, with room above and below for numbers. */
export function fitOf(parts: readonly Part[], side: Side, above: number, below: number): Fit {
  const [fromX, toX] = reachOf(parts, ({ x }) => x);
  const [fromY, toY] = reachOf(parts, ({ y }) => y);
  const scale = Math.min(ARM_WIDTH_MAX / (toX - fromX), ARM_HEIGHT_MAX / (toY - fromY));
  const start = (WIDTH - (toX - fromX) * scale) / 2;
  return {
    scale,
    width: WIDTH,
    height: Math.round(above + (toY - fromY) * scale + below),
    x: (x) => tenth(start + (side === 'left' ? x - fromX : toX - x) * scale),
    y: (y) => tenth(above + (y - fromY) * scale),
  };
}

/** The parts that are seen from one side, as shapes. */
export function shapesOf(parts: readonly Part[], side: Side, fit: Fit): readonly Html[] {
  return parts
    .filter(({ only }) => only === undefined || only === side)
    .map(({ look, corners, thick }) => {
      const way = wayOf(
        corners.map((one) => ({ x: fit.x(one.x), y: fit.y(one.y), round: one.round * fit.scale })),
        look !== 'line' && look !== 'tube',
      );
      if (look !== 'tube') return html`<path class="${look}" d="${way}"/>`;
      const outer = Math.max(HAIR * 2, (thick ?? 0) * fit.scale);
      const inner = tenth(outer - 2 * HAIR);
      const core = inner > 0 ? html`<path class="core" stroke-width="${inner}" d="${way}"/>` : '';
      return html`<path class="rim" stroke-width="${tenth(outer)}" d="${way}"/>${core}`;
    });
}

/** An outline of which corners are rounded no further than half of the shorter edge beside them. */
function wayOf(corners: readonly Corner[], isClosed: boolean): string {
  const last = corners.length - 1;
  const steps = corners.map((one, place) => {
    const before = corners[place === 0 ? last : place - 1]!;
    const after = corners[place === last ? 0 : place + 1]!;
    const isEnd = !isClosed && (place === 0 || place === last);
    const start = place === 0 ? 'M' : 'L';
    if (one.round === 0 || isEnd) return `${start}${tenth(one.x)} ${tenth(one.y)}`;
    const from = toward(one, before);
    const to = toward(one, after);
    return `${start}${from}Q${tenth(one.x)} ${tenth(one.y)} ${to}`;
  });
  return `${steps.join('')}${isClosed ? 'Z' : ''}`;
}

function toward(from: Corner, to: Corner): string {
  const far = Math.hypot(to.x - from.x, to.y - from.y);
  const share = far === 0 ? 0 : Math.min(from.round, far / 2) / far;
  return `${tenth(from.x + (to.x - from.x) * share)} ${tenth(from.y + (to.y - from.y) * share)}`;
}
