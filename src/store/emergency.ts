/** Emergency access: one arm opened to one person for an hour, and what a supervisor said of it. */
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
};

type EmergencyRow = Row & {
  emergency_id: string;
  arm_id: string;
  account_id: string;
  reason: string;
  from_at: string;
  until_at: string;
  reviewed_at: string | null;
  reviewed_by: string | null;
  verdict: Verdict | null;
  review: string | null;
};

const COLUMNS = `emergency_id, arm_id, account_id, reason, from_at, until_at, reviewed_at, reviewed_by, verdict, review`;

function emergencyOf(row: EmergencyRow): Emergency {
  return {
    id: row.emergency_id,
    arm: row.arm_id,
    account: row.account_id,
    reason: row.reason,
    from: row.from_at,
    until: row.until_at,
    reviewed: row.reviewed_at ?? undefined,
    reviewedBy: row.reviewed_by ?? undefined,
    verdict: row.verdict ?? undefined,
    review: row.review ?? undefined,
  };
}

/** Keeps a new emergency access. */
export async function saveEmergency(
  tx: Statements,
  one: Pick<Emergency, 'id' | 'arm' | 'account' | 'reason' | 'from' | 'until'> & {
    readonly salt: Uint8Array;
  },
): Promise<void> {
  await tx.rows(
    `insert into emergency_access (arm_id, emergency_id, account_id, reason, salt, from_at, until_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [one.arm, one.id, one.account, one.reason, one.salt, one.from, one.until],
  );
}

/** Until when this arm is open to this account; undefined where it is not open at this moment. */
export async function findOpenUntil(
  db: Statements,
  arm: string,
  account: string,
  at: string,
): Promise<string | undefined> {
  const [row] = await db.rows<{ until_at: string }>(
    `select until_at from emergency_access where arm_id = $1 and account_id = $2 and from_at <= $3 and until_at > $3
       and verdict is distinct from 'not-justified' order by until_at desc limit 1`,
    [arm, account, at],
  );
  return row?.until_at;
}

/** How many of an account's emergency accesses nobody has reviewed yet. */
export async function countWaitingOf(db: Statements, account: string): Promise<number> {
  const [row] = await db.rows<{ waiting: number }>(
    'select count(*) as waiting from emergency_access where account_id = $1 and reviewed_at is null',
    [account],
  );
  return row!.waiting;
}

/** One emergency access by its id. */
export async function findEmergency(db: Statements, id: string): Promise<Emergency | undefined> {
  const [row] = await db.rows<EmergencyRow>(
    `select ${COLUMNS} from emergency_access where emergency_id = $1`,
    [id],
  );
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
    ? `where reviewed_at is null and ($2::uuid is null or (until_at, emergency_id) >
         (select until_at, emergency_id from emergency_access where emergency_id = $2))
       order by until_at, emergency_id`
    : 'where $2::uuid is null or emergency_id < $2 order by emergency_id desc';
  const rows = await db.rows<EmergencyRow>(`select ${COLUMNS} from emergency_access ${order} limit $1`, [
    which.limit,
    which.after ?? null,
  ]);
  return rows.map(emergencyOf);
}
