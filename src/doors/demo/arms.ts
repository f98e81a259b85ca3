/** The arms of the demonstration, one after the other, in memory that does not grow with their number. */
import { CONSIGNMENT, type Consignment, consignmentOf } from './consignment.ts';
import { armOf, type DemoArm, type Telling } from './lives.ts';
import { type DemoState, demoState } from './state.ts';

export type ArmsWanted = { readonly from?: number; readonly telling?: Telling; readonly attempt?: number };

/** The first `count` arms of a seed, or those from a place on; every arm is the same wherever one begins. */
export function* demoArms(
  seed: number | DemoState,
  count: number,
  { from = 0, telling = 'whole', attempt = 0 }: ArmsWanted = {},
): Generator<DemoArm> {
  const state = typeof seed === 'number' ? demoState(seed) : seed;
  let consignment: Consignment | undefined;
  for (let index = from; index < from + count; index++) {
    if (consignment === undefined || index % CONSIGNMENT === 0)
      consignment = consignmentOf(state, Math.floor(index / CONSIGNMENT));
    yield armOf(state, consignment, index, telling, attempt);
  }
}
