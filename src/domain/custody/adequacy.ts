/**
 * Whether an arm may be handed on as far as its marks go: a readable unique mark, or a State number that stands on the
 * arm itself (not only assigned or tagged). A time of which no reading is recorded is judged by what was read later.
 *
 * @clause PoA II.8, ITI 9
 */
import { hasReadableSerial, hasTransferMark } from '../marks/adequate.ts';
import type { ArmState } from './arm-state.ts';
import type { ArmEvent } from './event.ts';

/** True where the arm, with what the event adds, carries an adequate unique mark. */
export function isAdequatelyMarked(state: ArmState, event?: Pick<ArmEvent, 'marks'>): boolean {
  return state.number?.marked !== undefined || hasReadableSerial(marksAt(state, 'serial', event));
}

/** True where the arm, with what the event adds, names the State that lets it go. */
export function isTransferMarked(state: ArmState, event?: Pick<ArmEvent, 'marks'>): boolean {
  return hasTransferMark(marksAt(state, 'transfer', event));
}

function marksAt(state: ArmState, kind: 'serial' | 'transfer', event?: Pick<ArmEvent, 'marks'>) {
  const known = [...state.marks, ...(event?.marks ?? [])];
  return known.some((mark) => mark.kind === kind) ? known : (state.foreseen?.marks ?? []);
}
