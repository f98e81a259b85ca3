/**
 * κ: how much of the bits of all words together is not said twice. Fitted as the slope of a logistic regression of "one arm or
 * two" on the sum of the bits, by Newton's method, with as much weight on either side.
 */
import { makeFeatureComparer } from '../../src/domain/identification/features.ts';
import type { Weights } from '../../src/domain/identification/weights.ts';
import type { Lookup } from '../../src/domain/reference/lookup.ts';
import type { LevelsCounted, ProfilePair } from './levels.ts';

const STEPS = 30;

/** Fits κ to pairs of one arm and of different ones, by weights that say all of their bits. */
export function fitOverlap(
  lookup: Lookup,
  weights: Weights,
  { same, different }: LevelsCounted['sample'],
): number {
  const compare = makeFeatureComparer(lookup, { ...weights, overlap: 1 });
  const bitsOf = ({ a, b }: ProfilePair): number =>
    Object.values(compare(a, b)).reduce((sum, bits) => sum + (bits ?? 0), 0);
  const points = [
    ...same.map((pair) => ({ bits: bitsOf(pair), isSame: 1, weight: 1 / same.length })),
    ...different.map((pair) => ({ bits: bitsOf(pair), isSame: 0, weight: 1 / different.length })),
  ];
  let [shift, slope] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (const { bits, isSame, weight } of points) {
      const x = bits * Math.LN2;
      const said = 1 / (1 + Math.exp(-(shift + slope * x)));
      const wrong = (isSame - said) * weight;
      const bend = said * (1 - said) * weight;
      g0 += wrong;
      g1 += wrong * x;
      h00 += bend;
      h01 += bend * x;
      h11 += bend * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    shift += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  return slope;
}
