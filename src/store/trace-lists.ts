/**
 * Lists of traces: the work list by clocks, questions to agencies, recoveries whose numbers lie close together, and counts by
 * partner and year. Every list is bounded and lies within a scope.
 */
import type { Scope } from '../domain/access/scope.ts';
import type { Status } from '../domain/custody/life-cycle.ts';
import type { RecoveredNumber } from '../domain/trace/lots.ts';
import type { Row, Statements } from './database.ts';
import { valuesFrom } from './scope.ts';
import { type StoredTrace, TRACE_COLUMNS, type TraceRow, traceOf } from './trace.ts';

/** Named limit: recoveries looked through for lots. */
export const LOT_RECOVERIES_MAX = 20_000;

export type ArmAtHome = { readonly register: number; readonly status: Status; readonly number: string };

/** Where arms stand in the registers of the State, by their ids. */
export async function listArmsAtHome(
  db: Statements,
  arms: readonly string[],
): Promise<ReadonlyMap<string, ArmAtHome>> {
  if (arms.length === 0) return new Map();
  const rows = await db.rows<Row & ArmAtHome & { id: string }>(
    'select arm_id as id, register_id as register, status, number from arm where arm_id = any($1::uuid[])',
    [arms],
  );
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}

function tracesIn(scope: Scope, add: (value: unknown) => string): string {
  if (scope.arms === 'all') return 'true';
  return scope.arms === 'own' ? `t.agency_id = any(${add(scope.parties)}::uuid[])` : 'false';
}

export type TracesWanted = {
  readonly status?: 'open' | 'closed' | undefined;
  readonly kind?: 'own' | 'asked' | undefined;
  readonly country?: string | undefined;
  readonly arm?: string | undefined;
  readonly outcome?: string | undefined;
  readonly failure?: string | undefined;
  readonly year?: number | undefined;
  /** Of its requests one with the same country is like this. */
  readonly ours?: 'requester' | 'responder' | undefined;
  readonly asked?: number | undefined;
  readonly state?: CountedState | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** What became of a request, as it is counted. */
export type CountedState = (typeof COUNTED_STATES)[number];
export const COUNTED_STATES = ['acknowledged', 'answered', 'refused', 'open'] as const;

const COUNTED: Readonly<Record<CountedState, string>> = {
  acknowledged: 'r.acknowledged_at is not null',
  answered: "r.status in ('answered', 'partly-answered', 'no-record')",
  refused: "r.status in ('refused', 'restricted')",
  open: 'r.settled_at is null',
};

/** The trace of our own whose id ends so, as its reference in letters does; undefined where there is none, or more than one. */
export async function findOwnTrace(db: Statements, end: string): Promise<string | undefined> {
  const rows = await db.rows<{ id: string }>(
    "select trace_id as id from trace where kind = 'own' and right(trace_id::text, 8) = $1 limit 2",
    [end],
  );
  return rows.length === 1 ? rows[0]!.id : undefined;
}

/** Traces in the scope, the newest first. */
export async function listTraces(
  db: Statements,
  scope: Scope,
  wanted: TracesWanted,
): Promise<readonly TraceRow[]> {
  const { status, kind, country, arm, outcome, failure, year, ours, asked, state, after, limit } = wanted;
  const values: unknown[] = [
    ...[status ?? null, kind ?? null, country ?? null, arm ?? null, outcome ?? null, year ?? null],
    ...[after ?? null, limit, failure ?? null, ours ?? null, asked ?? null],
  ];
  const within = tracesIn(scope, valuesFrom(values));
  const counted = state === undefined ? 'true' : COUNTED[state];
  const byRequest = [country, ours, asked, state].some((one) => one !== undefined);
  const rows = await db.rows<StoredTrace>(
    `select ${TRACE_COLUMNS} from trace t where ($1::text is null or t.status = $1) and ($2::text is null or t.kind = $2)
       and (not ${byRequest} or exists (select 1 from trace_request r where r.trace_id = t.trace_id
         and ($3::text is null or r.country = $3) and ($10::text is null or r.ours = $10) and ${counted}
         and ($11::int is null or (r.asked_at >= make_date($11, 1, 1) and r.asked_at < make_date($11 + 1, 1, 1)))))
       and ($4::uuid is null or t.arm_id = $4) and ($5::text is null or t.outcome = $5)
       and ($6::int is null or (t.opened_at >= make_date($6, 1, 1) and t.opened_at < make_date($6 + 1, 1, 1)))
       and ($7::uuid is null or t.trace_id < $7) and ($9::text is null or t.failure = $9) and ${within}
     order by t.trace_id desc limit $8`,
    values,
  );
  return rows.map(traceOf);
}

export type Due = {
  readonly trace: string;
  /** When the trace was opened, for its reference. */
  readonly opened: string;
  readonly request: string | undefined;
  readonly question: string | undefined;
  readonly what:
    | 'acknowledge'
    | 'answer'
    | 'release'
    | 'review'
    | 'agency'
    | 'waiting-for-answer'
    | 'waiting-for-acknowledgement';
  readonly due: string;
  readonly urgent: boolean;
  readonly country: string | undefined;
  readonly agency: string | undefined;
};

/** What is due, the earliest first: acknowledgements, answers, releases, reviews, and what others owe us. */
export async function listDue(db: Statements, scope: Scope, limit: number): Promise<readonly Due[]> {
  const values: unknown[] = [limit];
  const within = tracesIn(scope, valuesFrom(values));
  const rows = await db.rows<Row & { [Key in keyof Due]: Exclude<Due[Key], undefined> | null }>(
    `select d.*, t.opened_at as opened from (
       select r.trace_id as trace, r.request_id as request, null::uuid as question,
         case when r.ours = 'requester' then 'waiting-for-acknowledgement' else 'acknowledge' end as what,
         r.acknowledge_due as due, r.urgent, r.country, null::uuid as agency
       from trace_request r where r.acknowledge_due is not null
       union all select r.trace_id, r.request_id, null,
         case when r.ours = 'requester' then 'waiting-for-answer' else 'answer' end, r.answer_due, r.urgent, r.country, null
       from trace_request r where r.answer_due is not null and r.acknowledge_due is null
       union all select r.trace_id, r.request_id, null, 'review', r.review_due, r.urgent, r.country, null
       from trace_request r where r.review_due is not null
       union all select d.trace_id, d.request_id, null, 'release', d.drafted_at, r.urgent, r.country, null
       from trace_draft d join trace_request r on r.trace_id = d.trace_id and r.request_id = d.request_id
       where d.state = 'waiting'
       union all select q.trace_id, null, q.question_id, 'agency', q.due_at, false, null, q.agency_id
       from agency_question q where q.answered_at is null) d
     join trace t on t.trace_id = d.trace where t.status = 'open' and ${within} order by d.due limit $1`,
    values,
  );
  return rows.map(
    (row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? undefined])) as Due,
  );
}

export type OpenQuestion = {
  readonly trace: string;
  readonly question: string;
  readonly agency: string;
  readonly asked: string;
  readonly due: string;
  readonly reminded: string | null;
};

/** Questions that agencies have not answered: those of some agencies, or all that are due before a moment. */
export async function listOpenQuestions(
  db: Statements,
  which: {
    readonly agencies?: readonly string[];
    readonly dueBefore?: string;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<readonly OpenQuestion[]> {
  return db.rows<Row & OpenQuestion>(
    `select trace_id as trace, question_id as question, agency_id as agency, asked_at as asked, due_at as due,
       reminded_at as reminded from agency_question
     where answered_at is null and ($1::uuid[] is null or agency_id = any($1)) and ($2::timestamptz is null or due_at < $2)
       and ($4::uuid is null or (due_at, question_id) > (select due_at, question_id from agency_question where question_id = $4))
     order by due_at, question_id limit $3`,
    [which.agencies ?? null, which.dueBefore ?? null, which.limit, which.after ?? null],
  );
}

/** Recoveries whose numbers are known, for finding lots: all, or those of one maker, letters and length; the newest of very many. */
export async function listRecoveredNumbers(
  db: Statements,
  scope: Scope,
  like?: Pick<RecoveredNumber, 'maker' | 'prefix' | 'digits'>,
): Promise<readonly RecoveredNumber[]> {
  const values: unknown[] = like ? [like.maker, like.prefix, like.digits] : [];
  const within = tracesIn(scope, valuesFrom(values));
  const rows = await db.rows<Row & { [Key in keyof RecoveredNumber]-?: RecoveredNumber[Key] | null }>(
    `select t.trace_id as trace, t.arm_id as arm, t.maker, t.serial_prefix as prefix, t.serial_number as number,
       t.serial_digits as digits from trace t
     where t.serial_number is not null and t.kind = 'own' and ${within}
       ${like ? 'and t.maker = $1 and t.serial_prefix = $2 and t.serial_digits = $3' : ''} order by t.trace_id desc limit ${LOT_RECOVERIES_MAX}`,
    values,
  );
  return rows.map((row) => ({ ...row, arm: row.arm ?? undefined }) as RecoveredNumber);
}

/** One group of requests: those of a year with one partner in one direction. */
export type RequestCount = {
  readonly year: number;
  readonly country: string | null;
  readonly ours: 'requester' | 'responder';
  readonly requests: number;
  readonly acknowledged: number;
  readonly answered: number;
  readonly refused: number;
  readonly open: number;
  /** @unit days */
  readonly medianDays: number | null;
  /** @unit days */
  readonly ninetiethDays: number | null;
};

/** Requests sent and received, by partner and year of asking. */
export async function countRequests(
  db: Statements,
  scope: Scope,
  wanted: { readonly from: number; readonly to: number },
): Promise<readonly RequestCount[]> {
  const values: unknown[] = [wanted.from, wanted.to];
  const within = tracesIn(scope, valuesFrom(values));
  return db.rows<Row & RequestCount>(
    `select extract(year from r.asked_at at time zone 'UTC')::int as year, r.country, r.ours, count(*)::int as requests,
       count(r.acknowledged_at)::int as acknowledged,
       (count(*) filter (where r.status in ('answered', 'partly-answered', 'no-record')))::int as answered,
       (count(*) filter (where r.status in ('refused', 'restricted')))::int as refused,
       (count(*) filter (where r.settled_at is null))::int as open,
       percentile_cont(0.5) within group (order by extract(epoch from r.settled_at - r.asked_at) / 86400) as "medianDays",
       percentile_cont(0.9) within group (order by extract(epoch from r.settled_at - r.asked_at) / 86400) as "ninetiethDays"
     from trace_request r join trace t on t.trace_id = r.trace_id
     where r.asked_at >= make_date($1, 1, 1) and r.asked_at < make_date($2 + 1, 1, 1) and ${within}
     group by 1, 2, 3 order by 1 desc, 3, 4 desc, 2`,
    values,
  );
}

/** Own traces of some years by how they ended and why they failed. */
export async function countOutcomes(
  db: Statements,
  scope: Scope,
  wanted: { readonly from: number; readonly to: number },
): Promise<
  readonly {
    readonly year: number;
    readonly outcome: string | null;
    readonly failure: string | null;
    readonly traces: number;
  }[]
> {
  const values: unknown[] = [wanted.from, wanted.to];
  const within = tracesIn(scope, valuesFrom(values));
  return db.rows<Row & { year: number; outcome: string | null; failure: string | null; traces: number }>(
    `select extract(year from t.opened_at at time zone 'UTC')::int as year, t.outcome, t.failure, count(*)::int as traces
     from trace t where t.kind = 'own' and t.opened_at >= make_date($1, 1, 1) and t.opened_at < make_date($2 + 1, 1, 1)
       and ${within} group by 1, 2, 3 order by 1 desc, 4 desc, 2, 3`,
    values,
  );
}
