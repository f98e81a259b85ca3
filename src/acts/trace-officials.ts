/**
 * Holding the limit "authorised officials" among our own: what of a trace is closed to whoever looks, and the refusal of what
 * would show it. To see cases is needed as well; being named opens nothing that a role does not see. Not an act itself.
 *
 * @clause ITI 15, C-09, J-03
 */
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import { isReserved, officialsOf } from '../domain/trace/officials.ts';
import type { RequestFile, TraceFile } from './trace-file.ts';

/** Whoever is not named for a trace reads nothing of what was told for named officials, and does nothing that would show it. */
export const OFFICIAL_NOT_NAMED: Refusal<'official-not-named'> = refusal('official-not-named', {}, 'ITI 15');

/** The requests of a trace whose contents are closed to an operator. */
export function closedTo({ state, requests }: TraceFile, operator: string): readonly RequestFile[] {
  if (!state) return [];
  return requests.filter((one) => isReserved(one) && !officialsOf(state, one).includes(operator));
}

/** True where what the trace itself is about came with a request that is closed to the operator. */
export function isContentClosed(file: TraceFile, operator: string): boolean {
  return closedTo(file, operator).some(({ note }) => note.ours === 'responder');
}

/**
 * Why an operator may not do what shows the contents of a request, or of any of the trace.
 * @refuses official-not-named
 */
export function refuseUnnamed(
  file: TraceFile,
  operator: string,
  request?: string,
): Refusal<'official-not-named'> | undefined {
  const closed = closedTo(file, operator);
  const isClosed =
    request === undefined ? closed.length > 0 : closed.some(({ note }) => note.request === request);
  return isClosed ? OFFICIAL_NOT_NAMED : undefined;
}
