/**
 * Who may read what came under the limit that it is for authorised officials only. Whoever received it is named at once: who
 * registered the letter, who acknowledged the request of a node, or who sent the request that is answered. Everybody else is named
 * by a decision of its own, for the whole trace.
 *
 * What could go wrong: a limit that is read from the first message alone. The request counts as it stands, and every answer.
 *
 * @clause ITI 15, C-09, J-02, J-03
 */
import { parseUuid } from '../base/id.ts';
import type { RequestNote, TraceState } from './fold.ts';
import { forbiddenBy } from './limits.ts';
import type { RequestState, SaidKind } from './thread.ts';

/** A request with what was said in it. */
export type Held = {
  readonly note: Pick<RequestNote, 'ours' | 'messages'>;
  readonly state: Pick<RequestState, 'request' | 'answers'>;
};

/** True where what the other side told is for authorised officials only. */
export function isReserved({ note, state }: Held): boolean {
  const told = note.ours === 'responder' ? [state.request] : state.answers;
  return told.some(
    (one) => one && forbiddenBy(one.limits, { to: 'own-officials', isAuthorised: false }) !== undefined,
  );
}

/** By these a person takes what the other side tells. */
const RECEIVED_BY: ReadonlySet<SaidKind> = new Set(['request', 'acknowledged', 'answer']);

/** The accounts that received what was told in a request. */
export function receiversOf({ note }: Pick<Held, 'note'>): readonly string[] {
  const taken = note.messages.filter(({ kind, by }) => RECEIVED_BY.has(kind) && parseUuid(by) !== undefined);
  return [...new Set(taken.map(({ by }) => by))];
}

/** The accounts that may read what was told in a request under that limit. */
export function officialsOf(state: Pick<TraceState, 'officials'>, held: Held): readonly string[] {
  return [...new Set([...receiversOf(held), ...state.officials.map(({ account }) => account)])];
}
