/** Where the places of marks lie on a revolver drawn with its cylinder from x 108 to 150. */
import { at, type Spot } from './design.ts';

/** By where the muzzle and the butt of the grip lie. */
export const revolverSpots = (
  muzzle: number,
  butt: readonly [number, number],
): Readonly<Record<string, Spot>> => ({
  'frame-left': at(158, 20, 'side-plate'),
  'frame-right': at(158, 20, 'side-plate'),
  'frame-bottom': at(...butt, 'butt'),
  'frame-inside': at(108, 28, 'crane'),
  'frame-front': at(100, 30, 'before-guard'),
  'barrel-left': at((muzzle + 100) / 2, 0, 'at-middle'),
  'barrel-right': at((muzzle + 100) / 2, 0, 'at-middle'),
  'barrel-top': at((muzzle + 100) / 2, -9, 'at-middle'),
  'barrel-bottom': at((muzzle + 100) / 2, 9),
  'cylinder-rear': at(153, 6),
});
