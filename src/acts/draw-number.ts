/** State numbers are drawn blindly: whoever draws one that is taken learns it when it is kept, and draws again. Not an act itself. */
import { makeStateNumber, type StateNumber } from '../domain/arms/number.ts';
import { isDuplicate } from '../store/database.ts';
import type { Office } from './office.ts';

/** Named limit: times that a batch draws anew. Of ten million arms one batch in fifty must, and seldom twice. */
export const DRAWS_MAX = 20;

/** Draws a State number. */
export function drawNumber({ state, random }: Pick<Office, 'state' | 'random'>): StateNumber {
  return makeStateNumber(state, random(8));
}

/** True where something could not be kept because two arms drew one State number. */
export function isDrawnTwice(error: unknown): boolean {
  return isDuplicate(error, 'arm_number_pkey');
}
