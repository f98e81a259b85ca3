/**
 * Traces and their requests as rows folded from their entries: kept, locked, found by thread. What was said stands in
 * ./trace-said, lists in ./trace-lists.
 */
import type { RequestStatus, Side } from '../domain/trace/thread.ts';
import type { Row, Statements } from './database.ts';

export type TraceRow = {
  readonly id: string;
  readonly kind: 'own' | 'asked';
  readonly status: 'open' | 'closed';
  readonly arm: string | undefined;
  /** Whose trace it is; undefined where it belongs to the national contact. */
  readonly agency: string | undefined;
  readonly caseReference: string | undefined;
  readonly outcome: string | undefined;
  readonly failure: string | undefined;
  readonly stage: string | undefined;
  readonly opened: string;
  readonly closed: string | undefined;
  readonly touched: string;
  /** Where the number of the thing lies, so that recoveries close together are seen. */
  readonly lies:
    | { readonly maker: string; readonly prefix: string; readonly number: number; readonly digits: number }
    | undefined;
};

type Stored = Row & {
  id: string;
  kind: 'own' | 'asked';
  status: 'open' | 'closed';
  arm: string | null;
  agency: string | null;
  case_reference: string | null;
  outcome: string | null;
  failure: string | null;
  stage: string | null;
  opened: string;
  closed: string | null;
  touched: string;
  maker: string | null;
  prefix: string | null;
  number: number | null;
  digits: number | null;
};

export const TRACE_COLUMNS = `t.trace_id as id, t.kind, t.status, t.arm_id as arm, t.agency_id as agency, t.case_reference, t.outcome,
  t.failure, t.stage, t.opened_at as opened, t.closed_at as closed, t.touched_at as touched, t.maker,
  t.serial_prefix as prefix, t.serial_number as number, t.serial_digits as digits`;

/** A trace from its row. */
export function traceOf(row: Stored): TraceRow {
  const { maker, prefix, number, digits } = row;
  const isPlaced = maker !== null && prefix !== null && number !== null && digits !== null;
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    arm: row.arm ?? undefined,
    agency: row.agency ?? undefined,
    caseReference: row.case_reference ?? undefined,
    outcome: row.outcome ?? undefined,
    failure: row.failure ?? undefined,
    stage: row.stage ?? undefined,
    opened: row.opened,
    closed: row.closed ?? undefined,
    touched: row.touched,
    lies: isPlaced ? { maker, prefix, number, digits } : undefined,
  };
}
export type StoredTrace = Stored;

/** Keeps a trace as it stands now. */
export async function saveTrace(tx: Statements, trace: TraceRow): Promise<void> {
  const { lies } = trace;
  await tx.rows(
    `insert into trace (trace_id, kind, status, arm_id, agency_id, case_reference, outcome, failure, stage, opened_at, closed_at,
       touched_at, maker, serial_prefix, serial_number, serial_digits)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     on conflict (trace_id) do update set status = $3, arm_id = $4, agency_id = $5, case_reference = $6, outcome = $7,
       failure = $8, stage = $9, closed_at = $11, touched_at = $12, maker = $13, serial_prefix = $14, serial_number = $15,
       serial_digits = $16`,
    [
      ...[trace.id, trace.kind, trace.status, trace.arm ?? null, trace.agency ?? null],
      ...[trace.caseReference ?? null, trace.outcome ?? null, trace.failure ?? null, trace.stage ?? null],
      ...[trace.opened, trace.closed ?? null, trace.touched],
      ...[lies?.maker ?? null, lies?.prefix ?? null, lies?.number ?? null, lies?.digits ?? null],
    ],
  );
}

/** The trace with its row locked until the transaction ends. */
export async function lockTrace(tx: Statements, id: string): Promise<TraceRow | undefined> {
  const [row] = await tx.rows<Stored>(
    `select ${TRACE_COLUMNS} from trace t where t.trace_id = $1 for update`,
    [id],
  );
  return row && traceOf(row);
}

/** A trace as its row stands. */
export async function findTrace(db: Statements, id: string): Promise<TraceRow | undefined> {
  const [row] = await db.rows<Stored>(`select ${TRACE_COLUMNS} from trace t where t.trace_id = $1`, [id]);
  return row && traceOf(row);
}

/** Named limit: traces whose ids end alike. */
const ALIKE_MAX = 20;

/** The traces whose ids end like this, which is how their references tell them apart. */
export async function listByReference(db: Statements, ending: string): Promise<readonly string[]> {
  const rows = await db.rows<{ id: string }>(
    `select trace_id as id from trace where right(trace_id::text, 8) = $1 limit ${ALIKE_MAX}`,
    [ending],
  );
  return rows.map(({ id }) => id);
}

export type RequestRow = {
  readonly trace: string;
  readonly id: string;
  readonly ours: Side;
  readonly channel: string;
  readonly country: string | undefined;
  readonly peer: string | undefined;
  readonly thread: string;
  readonly status: RequestStatus;
  readonly urgent: boolean;
  readonly ourReference: string;
  readonly theirReference: string | undefined;
  readonly asked: string;
  readonly acknowledged: string | undefined;
  readonly settled: string | undefined;
  readonly acknowledgeDue: string | undefined;
  readonly answerDue: string | undefined;
  readonly reviewDue: string | undefined;
};

type StoredRequest = Row & {
  [Key in keyof RequestRow]: undefined extends RequestRow[Key]
    ? Exclude<RequestRow[Key], undefined> | null
    : RequestRow[Key];
};

const REQUEST_COLUMNS = `r.trace_id as trace, r.request_id as id, r.ours, r.channel, r.country, r.peer_id as peer, r.thread_id as thread,
  r.status, r.urgent, r.our_reference as "ourReference", r.their_reference as "theirReference", r.asked_at as asked,
  r.acknowledged_at as acknowledged, r.settled_at as settled, r.acknowledge_due as "acknowledgeDue",
  r.answer_due as "answerDue", r.review_due as "reviewDue"`;

function requestOf(row: StoredRequest): RequestRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
  ) as RequestRow;
}

/** Keeps a request as it stands now. */
export async function saveRequest(tx: Statements, request: RequestRow): Promise<void> {
  await tx.rows(
    `insert into trace_request (trace_id, request_id, ours, channel, country, peer_id, thread_id, status, urgent, our_reference,
       their_reference, asked_at, acknowledged_at, settled_at, acknowledge_due, answer_due, review_due)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (trace_id, request_id) do update set status = $8, urgent = $9, their_reference = $11, acknowledged_at = $13,
       settled_at = $14, acknowledge_due = $15, answer_due = $16, review_due = $17`,
    [
      ...[
        request.trace,
        request.id,
        request.ours,
        request.channel,
        request.country ?? null,
        request.peer ?? null,
      ],
      ...[
        request.thread,
        request.status,
        request.urgent,
        request.ourReference,
        request.theirReference ?? null,
      ],
      ...[
        request.asked,
        request.acknowledged ?? null,
        request.settled ?? null,
        request.acknowledgeDue ?? null,
      ],
      ...[request.answerDue ?? null, request.reviewDue ?? null],
    ],
  );
}

/** The requests of some traces, the earliest first. */
export async function listRequests(
  db: Statements,
  traces: readonly string[],
): Promise<readonly RequestRow[]> {
  const rows = await db.rows<StoredRequest>(
    `select ${REQUEST_COLUMNS} from trace_request r where r.trace_id = any($1::uuid[]) order by r.asked_at, r.request_id`,
    [traces],
  );
  return rows.map(requestOf);
}

/** The trace of a request that came in under this reference of its writer, the latest. */
export async function findByReference(
  db: Statements,
  reference: string,
  country: string | undefined,
): Promise<string | undefined> {
  const [row] = await db.rows<{ trace: string }>(
    `select trace_id as trace from trace_request where ours = 'responder' and their_reference = $1
       and country is not distinct from $2 order by asked_at desc limit 1`,
    [reference, country ?? null],
  );
  return row?.trace;
}

/** Which request a thread of a partner is. */
export async function findThread(
  db: Statements,
  thread: string,
  peer: string,
): Promise<{ readonly trace: string; readonly request: string } | undefined> {
  const [row] = await db.rows<{ trace: string; request: string }>(
    'select trace_id as trace, request_id as request from trace_thread where thread_id = $1 and peer_id = $2',
    [thread, peer],
  );
  return row;
}

/** Keeps which request a thread of a partner is. */
export async function saveThread(
  tx: Statements,
  { thread, peer, trace, id }: Pick<RequestRow, 'thread' | 'trace' | 'id'> & { readonly peer: string },
): Promise<void> {
  await tx.rows(
    'insert into trace_thread (thread_id, peer_id, trace_id, request_id) values ($1, $2, $3, $4)',
    [...[thread, peer, trace, id]],
  );
}

/** Keeps what an agency was asked, as it stands now. */
export async function saveQuestion(
  tx: Statements,
  question: {
    readonly trace: string;
    readonly id: string;
    readonly agency: string;
    readonly asked: string;
    readonly due: string;
    readonly reminded: string | undefined;
    readonly answered: string | undefined;
  },
): Promise<void> {
  const { trace, id, agency, asked, due, reminded, answered } = question;
  await tx.rows(
    `insert into agency_question (trace_id, question_id, agency_id, asked_at, due_at, reminded_at, answered_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (trace_id, question_id) do update set reminded_at = $6, answered_at = $7`,
    [trace, id, agency, asked, due, reminded ?? null, answered ?? null],
  );
}
