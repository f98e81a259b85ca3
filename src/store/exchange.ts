/** How the exchange with other nodes stands: what waits, what was held or refused, what was not taken. Nothing of what messages say. */
import type { Row, Statements } from './database.ts';

export type WaitingAt = {
  readonly peer: string;
  readonly waiting: number;
  readonly oldest: string | undefined;
  readonly next: string | undefined;
  /** What the last attempt brought in the place of a receipt. */
  readonly answer: string | undefined;
};

/** What waits for each peer. */
export async function listWaitingAt(db: Statements): Promise<readonly WaitingAt[]> {
  const rows = await db.rows<
    Row & { peer: string; waiting: number; oldest: string; next: string; answer: string | null }
  >(
    `select node_id as peer, count(*) as waiting, min(made_at) as oldest, min(next_at) as next,
       (array_agg(last_answer order by made_at) filter (where last_answer is not null))[1] as answer
     from outbox where next_at is not null group by node_id order by min(made_at) limit 1000`,
    [],
  );
  return rows.map(({ answer, ...row }) => ({ ...row, answer: answer ?? undefined }));
}

export type Passed = {
  readonly peer: string;
  readonly message: string;
  readonly thread: string;
  readonly seq: number;
  readonly type: string;
  readonly digest: string;
  readonly made: string;
  /** When it was received, or its receipt made. */
  readonly at: string | undefined;
  readonly state: string;
  readonly code: string | undefined;
  readonly reason: string | undefined;
  readonly conflicts: number;
};

type PassedRow = Row &
  Omit<Passed, 'at' | 'code' | 'reason'> &
  Record<'at' | 'code' | 'reason', string | null>;

const passedOf = ({ at, code, reason, ...row }: PassedRow): Passed => ({
  ...row,
  at: at ?? undefined,
  code: code ?? undefined,
  reason: reason ?? undefined,
});

// Of what was lost by a restore only the place is known.
const LOST_SENT = "(type = 'peer/gap' or (given_back = 'unproven' and result <> 'refused'))";

/** What was sent: the newest first, or only what needs a look, which is what was refused or has not arrived. */
export async function listSent(
  db: Statements,
  only: 'all' | 'open',
  limit: number,
): Promise<readonly Passed[]> {
  const rows = await db.rows<PassedRow>(
    `select node_id as peer, message_id as message, thread_id as thread, seq, type, digest, made_at as made, receipt_at as at,
       case when ${LOST_SENT} then 'lost' else coalesce(result, 'waiting') end as state, code, reason, 0 as conflicts from outbox
     where $1 = 'all' or result is distinct from 'taken' or ${LOST_SENT} order by made_at desc, message_id desc limit $2`,
    [only, limit],
  );
  return rows.map(passedOf);
}

/** What came: the newest first, or only what needs a look, which is what is held, was refused or met something else. */
export async function listCame(
  db: Statements,
  only: 'all' | 'open',
  limit: number,
): Promise<readonly Passed[]> {
  const rows = await db.rows<PassedRow>(
    `select node_id as peer, message_id as message, thread_id as thread, seq, type, digest, made_at as made,
       received_at as at, case when type = 'peer/gap' then 'lost' else state end as state, code, reason, conflicts from inbox
     where $1 = 'all' or state <> 'done' or conflicts > 0 or type = 'peer/gap' order by received_at desc, message_id desc limit $2`,
    [only, limit],
  );
  return rows.map(passedOf);
}

export type RefusedCount = { readonly code: string; readonly day: string; readonly count: number };

/** What was not taken, by day and code, the newest first. */
export async function listRefusedCounts(db: Statements, limit: number): Promise<readonly RefusedCount[]> {
  return db.rows<RefusedCount & Row>(
    'select code, day, count from exchange_refused order by day desc, count desc, code limit $1',
    [limit],
  );
}
