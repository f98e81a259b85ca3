/**
 * The kit of which the drawings of arms are put together: outlines, tubes and hairlines, written as points in millimetres of
 * the arm itself, so that proportions are true and two arms can be held against each other. The muzzle points left, the bore
 * lies at y 0 and y grows downwards, as one looks at the left side; `plot.ts` turns it around for the right.
 *
 * Points are written `x,y` or `x,y/r`, where the corner is rounded by r. What could go wrong: a point that is no number; it
 * throws when the drawings are read, which is when the program starts.
 */

/** A corner of an outline. @unit millimetres */
export type Corner = { readonly x: number; readonly y: number; readonly round: number };

export type Look = 'steel' | 'wood' | 'dark' | 'hole' | 'line' | 'tube';

export type Part = {
  readonly look: Look;
  readonly corners: readonly Corner[];
  /** How thick a tube is. @unit millimetres */
  readonly thick?: number;
  /** Where only one side of the arm has it. */
  readonly only?: 'left' | 'right';
};

/** A part, or several that belong together. */
export type Parts = Part | readonly Parts[];

/** All parts in the order in which they are drawn, each over those before it. */
export function flatten(parts: Parts): readonly Part[] {
  return isPart(parts) ? [parts] : parts.flatMap(flatten);
}

const isPart = (parts: Parts): parts is Part => 'look' in parts;

const CORNER = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:\/(\d+(?:\.\d+)?))?$/;

/** The corners that a text writes. */
export function corners(text: string): readonly Corner[] {
  return text
    .trim()
    .split(/\s+/)
    .map((one) => {
      const found = CORNER.exec(one);
      if (!found) throw new TypeError(`a corner is written x,y or x,y/r; "${one}" came`);
      return { x: Number(found[1]), y: Number(found[2]), round: Number(found[3] ?? 0) };
    });
}

const outline =
  (look: Look) =>
  (text: string): Part => ({ look, corners: corners(text) });

/** A closed outline of metal. */
export const steel = outline('steel');
/** A closed outline of a stock or handguard, of wood or plastic. */
export const wood = outline('wood');
/** A closed outline of what is darker than the rest: grips, rubber. */
export const dark = outline('dark');
/** A closed outline through which one sees. */
export const hole = outline('hole');
/** A hairline. */
export const line = outline('line');

/** A bar or bent tube of even thickness. */
export function tube(text: string, thick: number): Part {
  return { look: 'tube', corners: corners(text), thick };
}

/** A straight bar with square ends, from one end of its middle line to the other. */
export function bar(text: string, thick: number, look: Look = 'steel'): Part {
  const [from, to] = corners(text) as readonly [Corner, Corner];
  const far = Math.hypot(to.x - from.x, to.y - from.y);
  const across = { x: ((from.y - to.y) / far) * (thick / 2), y: ((to.x - from.x) / far) * (thick / 2) };
  const beside = ({ x, y }: Corner, way: 1 | -1): Corner => ({
    x: x + way * across.x,
    y: y + way * across.y,
    round: 2,
  });
  return { look, corners: [beside(from, 1), beside(to, 1), beside(to, -1), beside(from, -1)] };
}

/** A rectangle. */
export function box(look: Look, left: number, top: number, right: number, bottom: number, round = 0): Part {
  const at = (x: number, y: number): Corner => ({ x, y, round });
  return { look, corners: [at(left, top), at(right, top), at(right, bottom), at(left, bottom)] };
}

const EIGHT = [0, 1, 2, 3, 4, 5, 6, 7].map((step) => ((step + 0.5) * Math.PI) / 4);

/** A circle. */
export function ring(look: Look, x: number, y: number, radius: number): Part {
  const reach = radius / Math.cos(Math.PI / 8);
  const round = EIGHT.map((angle) => ({
    x: x + reach * Math.cos(angle),
    y: y + reach * Math.sin(angle),
    round: radius * 0.4,
  }));
  // A hairline is open: it ends where its third stroke began.
  return { look, corners: look === 'line' ? [...round, ...round.slice(0, 2)] : round };
}

/** Parts that only the left side has. */
export function left(...parts: readonly Parts[]): readonly Part[] {
  return flatten(parts).map((part) => ({ ...part, only: 'left' }));
}

/** Parts that only the right side has. */
export function right(...parts: readonly Parts[]): readonly Part[] {
  return flatten(parts).map((part) => ({ ...part, only: 'right' }));
}
