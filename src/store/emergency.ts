/**
 * Emergency access: one arm opened to one person for an hour, and what a supervisor said of it; and beside it what was opened
 * by a decided match, for longer and for that decision's reason.
 */
import type { Decision } from '../domain/identification/decided.ts';
import type { Row, Statements } from './database.ts';

export type Verdict = 'justified' | 'not-justified';

export type Emergency = {
  readonly id: string;
  readonly arm: string;
  readonly account: string;
  readonly reason: string;
  readonly from: string;
  readonly until: string;
  readonly reviewed: string | undefined;
  readonly reviewedBy: string | undefined;
  readonly verdict: Verdict | undefined;
  readonly review: string | undefined;
  /** The decision by which it was opened, where it was no emergency; its why is the reason. */
  readonly match: OpeningMatch | undefined;
};

/** What a supervisor is told of the decision; `decision` is the latest on that reading and arm. */
export type OpeningMatch = {
  readonly id: string;
  readonly reading: string;
  readonly probability: number;
  readonly decision: Decision;
};

type EmergencyRow = Row & {
  emergency_id: string;
  arm_id: string;
  account_id: string;
  reason: string | null;
  from_at: string;
  until_at: string;
  reviewed_at: string | null;
  reviewed_by: string | null;
  verdict: Verdict | null;
  review: string | null;
  match_id: string | null;
  why: string | null;
  reading: string | null;
  probability: number | null;
  latest: Decision | null;
};

/** The latest decision on the reading and arm of an opening. */
const LATEST = `(select d.decision from match d where d.arm_id = m.arm_id and d.reading = m.reading
  order by d.match_id desc limit 1)`;
const EMERGENCIES = `select e.emergency_id, e.arm_id, e.account_id, e.reason, e.from_at, e.until_at, e.reviewed_at,
  e.reviewed_by, e.verdict, e.review, e.match_id, m.why, m.reading, m.probability, ${LATEST} as latest
  from emergency_access e left join match m on m.arm_id = e.arm_id and m.match_id = e.match_id`;

function emergencyOf(row: EmergencyRow): Emergency {
  return {
    id: row.emergency_id,
    arm: row.arm_id,
    account: row.account_id,
    reason: row.reason ?? row.why ?? '',
    from: row.from_at,
    until: row.until_at,
    reviewed: row.reviewed_at ?? undefined,
    reviewedBy: row.reviewed_by ?? undefined,
    verdict: row.verdict ?? undefined,
    review: row.review ?? undefined,
    match: row.match_id === null ? undefined : matchOf(row, row.match_id),
  };
}

function matchOf({ reading, probability, latest }: EmergencyRow, id: string): OpeningMatch {
  return { id, reading: reading ?? '', probability: probability ?? 0, decision: latest ?? 'unsure' };
}

/** Keeps a new emergency access with its reason, or an opening by a decided match. */
export async function saveEmergency(
  tx: Statements,
  one: Pick<Emergency, 'id' | 'arm' | 'account' | 'from' | 'until'> &
    ({ readonly reason: string; readonly salt: Uint8Array } | { readonly match: string }),
): Promise<void> {
  const ground = 'match' in one ? [null, null, one.match] : [one.reason, one.salt, null];
  await tx.rows(
    `insert into emergency_access (arm_id, emergency_id, account_id, from_at, until_at, reason, salt, match_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [one.arm, one.id, one.account, one.from, one.until, ...ground],
  );
}

/** By what an arm is open. */
export type OpenedBy = 'emergency' | 'match';
export type Opening = {
  readonly until: string;
  readonly by: OpenedBy;
  /** The reading that was decided, where a match opened it. */
  readonly reading: string | null;
};

/** By what and until when this arm was opened to this account, an emergency first; a bad review ends it. */
export async function listOpenings(
  db: Statements,
  arm: string,
  account: string,
  at: string,
): Promise<readonly Opening[]> {
  return db.rows<Row & Opening>(
    `select e.until_at as until, case when e.match_id is null then 'emergency' else 'match' end as by, m.reading
     from emergency_access e left join match m on m.arm_id = e.arm_id and m.match_id = e.match_id
     where e.arm_id = $1 and e.account_id = $2 and e.from_at <= $3 and e.until_at > $3
       and e.verdict is distinct from 'not-justified' order by by, e.until_at desc`,
    [arm, account, at],
  );
}

/** True where this decision opened the arm before. */
export async function isOpenedBy(db: Statements, arm: string, match: string): Promise<boolean> {
  const rows = await db.rows('select 1 from emergency_access where arm_id = $1 and match_id = $2 limit 1', [
    arm,
    match,
  ]);
  return rows.length > 0;
}

/** How many of an account's emergency accesses, or of its openings by decided matches, nobody has reviewed yet. */
export async function countWaitingOf(db: Statements, account: string, by: OpenedBy): Promise<number> {
  const [row] = await db.rows<{ waiting: number }>(
    `select count(*) as waiting from emergency_access where account_id = $1 and reviewed_at is null
       and (match_id is null) = ($2 = 'emergency')`,
    [account, by],
  );
  return row!.waiting;
}

/** One emergency access by its id. */
export async function findEmergency(db: Statements, id: string): Promise<Emergency | undefined> {
  const [row] = await db.rows<EmergencyRow>(`${EMERGENCIES} where e.emergency_id = $1`, [id]);
  return row && emergencyOf(row);
}

/** Keeps what a supervisor said of it; false where somebody had said so before. */
export async function saveReview(
  tx: Statements,
  id: string,
  review: {
    readonly at: string;
    readonly by: string;
    readonly verdict: Verdict;
    readonly words: string;
  },
): Promise<boolean> {
  const rows = await tx.rows(
    `update emergency_access set reviewed_at = $2, reviewed_by = $3, verdict = $4, review = $5
     where emergency_id = $1 and reviewed_at is null returning 1 as done`,
    [id, review.at, review.by, review.verdict, review.words],
  );
  return rows.length > 0;
}

/**
 * Emergency accesses: those that wait for a review, the oldest first; or all of them, the newest first. `after` is the last
 * one of the page before, which may have been reviewed since.
 */
export async function listEmergencies(
  db: Statements,
  which: { readonly waiting: boolean; readonly limit: number; readonly after?: string | undefined },
): Promise<readonly Emergency[]> {
  const order = which.waiting
    ? `where e.reviewed_at is null and ($2::uuid is null or (e.until_at, e.emergency_id) >
         (select until_at, emergency_id from emergency_access where emergency_id = $2))
       order by e.until_at, e.emergency_id`
    : 'where $2::uuid is null or e.emergency_id < $2 order by e.emergency_id desc';
  const rows = await db.rows<EmergencyRow>(`${EMERGENCIES} ${order} limit $1`, [
    which.limit,
    which.after ?? null,
  ]);
  return rows.map(emergencyOf);
}
