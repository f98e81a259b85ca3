/**
 * Whether an arm may be handed on as far as its marks go: a readable unique mark, or a State number that stands on the
 * arm itself (not only assigned or tagged).
 *
 * @clause PoA II.8, ITI 9
 */
import { hasReadableSerial } from '../marks/adequate.ts';
import type { ArmState } from './arm-state.ts';
import type { ArmEvent } from './event.ts';

/** True where the arm, with what the event adds, carries an adequate unique mark. */
export function isAdequatelyMarked(state: ArmState, event?: Pick<ArmEvent, 'marks'>): boolean {
  return (
    state.number?.marked !== undefined ||
    hasReadableSerial(state.marks) ||
    (event?.marks !== undefined && hasReadableSerial(event.marks))
  );
}
