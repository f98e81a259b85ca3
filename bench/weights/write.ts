/** The file of weights as people read it: m and u of a level stand in one line. */
import type { Weights } from '../../src/domain/identification/weights.ts';

const LEVEL = /\{\s+"m": ([^,]+),\s+"u": ([^\s]+)\s+\}/g;

/** Writes the weights as JSON. */
export function formatWeights(weights: Weights): string {
  const json = JSON.stringify(weights, undefined, 2);
  return `${json.replaceAll(LEVEL, '{ "m": $1, "u": $2 }')}\n`;
}
