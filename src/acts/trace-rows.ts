/**
 * The rows of a trace as its fold tells them: status, clocks, references. Not an act itself.
 *
 * What could go wrong: a clock that both sides must agree on. Clocks are each side's own, from its own moments of recording.
 *
 * @clause C-05, C-07
 */
import { acknowledgeDue, answerDue, type ClockRules, daysAfter, type Pause } from '../domain/trace/clocks.ts';
import type { AgencyQuestion } from '../domain/trace/fold.ts';
import type { RequestStatus, SaidKind } from '../domain/trace/thread.ts';
import type { Statements } from '../store/database.ts';
import { type RequestRow, saveQuestion, saveRequest, type TraceRow } from '../store/trace.ts';
import type { RequestFile, TraceFile } from './trace-file.ts';

export type TraceRows = {
  readonly trace: TraceRow;
  readonly requests: readonly RequestRow[];
  readonly questions: readonly AgencyQuestion[];
};

/** Statuses in which an answer is still waited for. */
const WAITED: ReadonlySet<RequestStatus> = new Set([
  'asked',
  'acknowledged',
  'more-wanted',
  'partly-answered',
  'delayed',
]);

/** The State, and how both sides call a request that begins. */
export type Begun = {
  readonly state: string;
  readonly threads: readonly { readonly request: string; readonly thread: string }[];
};

/** The rows of a trace as it stands. */
export function rowsOf(file: TraceFile, rules: ClockRules, begun: Begun): TraceRows {
  const { row, state } = file;
  if (!state) return { trace: row, requests: [], questions: [] };
  const { closing } = state;
  const trace: TraceRow = {
    ...row,
    status: state.status,
    // An own trace stays that of the arm that was recovered here, whichever arm of the register it was taken for.
    arm: row.kind === 'own' ? row.arm : state.arm,
    caseReference: state.case ?? state.cases.at(0)?.reference,
    outcome: closing?.outcome,
    failure: closing?.failure,
    stage: closing?.stage,
    closed: closing?.at,
    touched: state.lastAt,
  };
  const requests = file.requests.map((request) => requestRow(trace, request, rules, begun));
  return { trace, requests, questions: state.questions };
}

/** How a trace is called in letters: the State, its year, and the end of its id. */
export function referenceOf(state: string, { id, opened }: Pick<TraceRow, 'id' | 'opened'>): string {
  return `${state}-${opened.slice(0, 4)}-${id.slice(-8).toUpperCase()}`;
}

/**
 * The end of the id of a trace, from its reference however it was written; undefined where that is none of this State. The year is
 * not looked at: it helps people, and the end of the id says which trace it is.
 */
export function endOfReference(state: string, text: string): string | undefined {
  const plain = text.toUpperCase().replace(/[\s\-.·\u2010-\u2015\u200e\u200f\u2066-\u2069]/g, '');
  const end = plain.startsWith(state) ? plain.slice(state.length) : '';
  return /^\d{4}[0-9A-F]{8}$/.test(end) ? end.slice(4).toLowerCase() : undefined;
}

function requestRow(
  trace: TraceRow,
  { note, state, row }: RequestFile,
  rules: ClockRules,
  begun: Begun,
): RequestRow {
  const { request, ours, channel, country, peer, messages, drafts } = note;
  const asked = messages[0]!.at;
  const { status } = state;
  const urgent = state.request?.urgency.level === 'urgent';
  const acknowledged = messages.find(({ kind }) => kind === 'acknowledged' || kind === 'answer')?.at;
  const alone = drafts.find(({ isAlone, reviewed }) => isAlone && !reviewed);
  const isWaited = WAITED.has(status) && !state.closed;
  const theirs = ours === 'responder' ? state.request?.reference : lastReference(state);
  return {
    ...{ trace: trace.id, id: request, ours, channel, country, peer, status, urgent, asked, acknowledged },
    thread: row?.thread ?? begun.threads.find((one) => one.request === request)?.thread ?? request,
    ourReference:
      ours === 'requester'
        ? (state.request?.reference ?? '')
        : (row?.ourReference ?? referenceOf(begun.state, trace)),
    theirReference: theirs,
    settled: isWaited ? undefined : settledAt(messages),
    acknowledgeDue: isWaited && !acknowledged ? acknowledgeDue(asked, urgent, rules) : undefined,
    answerDue: isWaited ? dueOf(note, state, urgent, rules) : undefined,
    reviewDue: alone?.releasedAt && daysAfter(alone.releasedAt, rules.reviewDays),
  };
}

/** What ends the waiting for an answer; what is said afterwards does not make the answer later. */
const SETTLES: ReadonlySet<SaidKind> = new Set(['answer', 'withdrawn', 'closed']);

function settledAt(messages: RequestFile['note']['messages']): string | undefined {
  const answer = messages.findLast(({ kind }) => kind === 'answer');
  return (answer ?? messages.find(({ kind }) => SETTLES.has(kind)))?.at;
}

function lastReference({ answers, acknowledged }: RequestFile['state']): string | undefined {
  return answers.at(-1)?.reference ?? acknowledged?.reference;
}

function dueOf(
  { messages }: RequestFile['note'],
  { status, answers }: RequestFile['state'],
  urgent: boolean,
  rules: ClockRules,
): string | undefined {
  const expected = status === 'delayed' ? answers.at(-1)?.expected : undefined;
  if (expected) return `${expected}T23:59:59.000Z`;
  const pauses: Pause[] = [];
  for (const { kind, at } of messages) {
    const open = pauses.at(-1);
    if (kind === 'more-wanted' && (!open || open.to !== undefined)) pauses.push({ from: at });
    if (kind === 'more-given' && open && open.to === undefined)
      pauses[pauses.length - 1] = { ...open, to: at };
  }
  return answerDue(messages[0]!.at, urgent, pauses, rules);
}

/** Keeps the rows that differ from those before. */
export async function saveRows(tx: Statements, rows: TraceRows, before: TraceFile): Promise<void> {
  for (const request of rows.requests) {
    const was = before.requests.find(({ note }) => note.request === request.id)?.row;
    if (JSON.stringify(was) !== JSON.stringify(request)) await saveRequest(tx, request);
  }
  for (const one of rows.questions) {
    const was = before.state?.questions.find(({ question }) => question === one.question);
    if (JSON.stringify(was) === JSON.stringify(one)) continue;
    const { question, agency, asked, due, answered } = one;
    const reminded = one.reminded > 0 ? rows.trace.touched : undefined;
    const { id: trace } = rows.trace;
    await saveQuestion(tx, { trace, id: question, agency, asked, due, reminded, answered: answered?.at });
  }
}
