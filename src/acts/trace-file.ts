/**
 * A trace as everything that stands of it: its row, its events, what was said in its requests, and what both amount to. Not an
 * act itself.
 *
 * @clause C-10
 */

import type { Scope } from '../domain/access/scope.ts';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import type { RecordedTraceEvent } from '../domain/trace/event.ts';
import { foldTrace, type RequestNote, type TraceState } from '../domain/trace/fold.ts';
import { foldThread, type RequestState, type Said, type ThreadMessage } from '../domain/trace/thread.ts';
import type { Statements } from '../store/database.ts';
import { listBodiesOf } from '../store/ledger.ts';
import { findTrace, listRequests, type RequestRow, type TraceRow } from '../store/trace.ts';
import { listSaid, type SaidRow } from '../store/trace-said.ts';
import { eventsOfBody } from './seal.ts';

/** A request of a trace: who it is with, what was said, and what that amounts to. */
export type RequestFile = {
  readonly note: RequestNote;
  readonly messages: readonly ThreadMessage[];
  readonly state: RequestState;
  /** Its row, where it has one already. */
  readonly row: RequestRow | undefined;
};

export type TraceFile = {
  readonly row: TraceRow;
  readonly events: readonly RecordedTraceEvent[];
  readonly said: readonly SaidRow[];
  readonly state: TraceState | undefined;
  readonly requests: readonly RequestFile[];
  readonly rows: readonly RequestRow[];
  readonly lastAt: string;
};

/** Reads a trace; its entries are given. */
export async function readFile(
  db: Statements,
  row: TraceRow,
  bodies: readonly Uint8Array[],
): Promise<TraceFile> {
  const [said, requests] = await Promise.all([listSaid(db, row.id), listRequests(db, [row.id])]);
  return foldFile(row, bodies.flatMap(traceEventsOf), said, requests);
}

/**
 * The trace of an id, where it lies in the scope.
 * @refuses trace-unknown
 */
export async function openFile(db: Statements, scope: Scope, trace: string): Promise<TraceFile | Refusal> {
  const row = await findTrace(db, trace);
  if (!row || !mayTouch(scope, row)) return refusal('trace-unknown', { trace });
  return readFile(db, row, (await listBodiesOf(db, trace)).bodies);
}

/** What stands of a trace, folded. */
export function foldFile(
  row: TraceRow,
  events: readonly RecordedTraceEvent[],
  said: readonly SaidRow[],
  rows: readonly RequestRow[] = [],
): TraceFile {
  const ordered = [...events].sort((a, b) =>
    a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : 0,
  );
  const state = foldTrace(ordered);
  const messages = Map.groupBy(said, ({ request }) => request);
  const requests = (state?.requests ?? []).map((note): RequestFile => {
    const isRefused = ({ side, seq }: SaidRow): boolean =>
      note.refused.some((one) => one.side === side && one.seq === seq);
    const told = (messages.get(note.request) ?? []).filter((one) => !isRefused(one)).flatMap(messageOf);
    return { note, messages: told, state: foldThread(told), row: rows.find(({ id }) => id === note.request) };
  });
  return { row, events: ordered, said, state, requests, rows, lastAt: state?.lastAt ?? '' };
}

/** The events of one entry of a trace. */
export function traceEventsOf(body: Uint8Array): readonly RecordedTraceEvent[] {
  return eventsOfBody(body) as unknown as readonly RecordedTraceEvent[];
}

/** A message from its row; of one that was erased nothing is left to fold. */
function messageOf({ side, seq, seen, sent, kind, content }: SaidRow): readonly ThreadMessage[] {
  if (content === null) return [];
  const said = { kind, content: JSON.parse(content.toString('utf8')) } as Said;
  return [{ side, seq, seen, sent, ...said }];
}

/** True where a trace lies in a scope: all of them, or those of one's own agency. */
export function mayTouch(scope: Scope, { agency }: Pick<TraceRow, 'agency'>): boolean {
  return (
    scope.arms === 'all' || (scope.arms === 'own' && agency !== undefined && scope.parties.includes(agency))
  );
}
