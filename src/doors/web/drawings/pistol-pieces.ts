/** Pieces and places that many pistols share. */
import { at, type Spot } from './design.ts';
import { line, type Parts, right, steel } from './parts.ts';

type Spots = Readonly<Record<string, Spot>>;

/** Sights on a slide. */
export const SIGHTS = (rear: number, top: number): Parts => [
  steel(`6,${top} 8,${top - 4}/1 18,${top - 4} 20,${top}`),
  steel(`${rear - 14},${top} ${rear - 12},${top - 5}/1 ${rear},${top - 5} ${rear + 1},${top}`),
];
/** The ejection port, on the right of the slide. */
export const PORT = (from: number, to: number, top = -14): Parts =>
  right(steel(`${from},${top} ${to},${top} ${to},0/2 ${from},0/2`), line(`${from + 6},-5 ${to - 6},-5`));
/** A rail for lamps under the front of the frame. */
export const RAIL = (from: number, y: number): Parts => [
  line(`${from},${y} ${from + 34},${y}`),
  line(`${from + 16},${y - 4} ${from + 16},${y + 4}`),
];
/** Where the places of a pistol lie: the middle of its slide, the frame above the trigger, the front of the frame. */
export const spotsOf = (slide: number, x: number, y: number, bottom: readonly [number, number]): Spots => ({
  'slide-left': at(slide, -2, 'at-middle'),
  'slide-right': at(slide - 16, -2, 'at-front'),
  'slide-top': at(slide, -13),
  'barrel-right': at(slide + 28, -8, 'at-port'),
  'barrel-left': at(-2, 0, 'at-muzzle'),
  'frame-left': at(x, y, 'above-trigger'),
  'frame-right': at(x, y, 'above-trigger'),
  'frame-bottom': at(...bottom, 'before-guard'),
  'frame-top': at(x + 60, y - 8),
  'frame-inside': at(x + 20, y),
});
