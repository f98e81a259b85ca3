/**
 * Requests for files that name persons or sites: what was asked, what a second person said, what was drawn; and who answers
 * for the arms that such a file lists.
 */
import type { AskedField, ExportCourse, ExportVerdict } from '../domain/access/export-request.ts';
import type { Reach } from '../domain/access/scope.ts';
import type { Row, Statements } from './database.ts';

export type ExportRequest = ExportCourse & {
  readonly id: string;
  readonly fields: readonly AskedField[];
  /** How many arms fitted when it was asked. */
  readonly arms: number;
  readonly purpose: string;
  readonly reach: Reach;
  readonly parties: readonly string[];
  /** The search as typed, as JSON; undefined once it has been forgotten, as are the reason and what was said. */
  readonly criteria: string | undefined;
  readonly reason: string | undefined;
  readonly decidedBy: string | undefined;
  readonly said: string | undefined;
  readonly drawnArms: number | undefined;
  readonly digest: string | undefined;
};

type RequestRow = Row & {
  request_id: string;
  asker: string;
  asked_at: string;
  asks: AskedField[];
  arms: number;
  purpose: string;
  reach: Reach;
  parties: string[];
  criteria: string | null;
  reason: string | null;
  decided_at: string | null;
  decided_by: string | null;
  verdict: ExportVerdict | null;
  said: string | null;
  drawn_at: string | null;
  drawn_arms: number | null;
  digest: string | null;
  restored: boolean;
};

const COLUMNS = `request_id, asker, asked_at, asks, arms, purpose, reach, parties::text[] as parties, criteria, reason,
  decided_at, decided_by, verdict, said, drawn_at, drawn_arms, digest,
  asked_at < (select max(began_at) from ledger_epoch) as restored`;

function requestOf(row: RequestRow): ExportRequest {
  return {
    id: row.request_id,
    asker: row.asker,
    asked: row.asked_at,
    fields: row.asks,
    arms: row.arms,
    purpose: row.purpose,
    reach: row.reach,
    parties: row.parties,
    criteria: row.criteria ?? undefined,
    reason: row.reason ?? undefined,
    decided: row.decided_at ?? undefined,
    decidedBy: row.decided_by ?? undefined,
    verdict: row.verdict ?? undefined,
    said: row.said ?? undefined,
    drawn: row.drawn_at ?? undefined,
    drawnArms: row.drawn_arms ?? undefined,
    digest: row.digest ?? undefined,
    restored: row.restored,
  };
}

export type NewRequest = Pick<
  ExportRequest,
  'id' | 'asker' | 'asked' | 'fields' | 'arms' | 'purpose' | 'reach' | 'parties'
> & { readonly criteria: string; readonly reason: string; readonly salt: Uint8Array };

/** Keeps a new request. */
export async function saveExportRequest(tx: Statements, one: NewRequest): Promise<void> {
  await tx.rows(
    `insert into export_request (request_id, asker, asked_at, asks, arms, purpose, reach, parties, criteria, reason, salt)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      one.id,
      one.asker,
      one.asked,
      one.fields,
      one.arms,
      one.purpose,
      one.reach,
      one.parties,
      one.criteria,
      one.reason,
      one.salt,
    ],
  );
}

/** One request by its id. */
export async function findExportRequest(db: Statements, id: string): Promise<ExportRequest | undefined> {
  const [row] = await db.rows<RequestRow>(`select ${COLUMNS} from export_request where request_id = $1`, [
    id,
  ]);
  return row && requestOf(row);
}

/** How many requests of an asker nobody has decided, of those made after a moment. */
export async function countWaitingExports(db: Statements, asker: string, since: string): Promise<number> {
  const [row] = await db.rows<{ waiting: number }>(
    'select count(*) as waiting from export_request where asker = $1 and verdict is null and asked_at > $2',
    [asker, since],
  );
  return row!.waiting;
}

/** Keeps what the second person said; false where somebody had said so before. */
export async function saveExportVerdict(
  tx: Statements,
  id: string,
  decision: {
    readonly at: string;
    readonly by: string;
    readonly verdict: ExportVerdict;
    readonly said: string;
  },
): Promise<boolean> {
  const rows = await tx.rows(
    `update export_request set decided_at = $2, decided_by = $3, verdict = $4, said = $5
     where request_id = $1 and verdict is null returning 1 as done`,
    [id, decision.at, decision.by, decision.verdict, decision.said],
  );
  return rows.length > 0;
}

/** Keeps that the file was drawn; false where it was drawn before, or never granted. */
export async function saveExportDrawn(
  tx: Statements,
  id: string,
  drawn: { readonly at: string; readonly arms: number; readonly digest: string },
): Promise<boolean> {
  const rows = await tx.rows(
    `update export_request set drawn_at = $2, drawn_arms = $3, digest = $4
     where request_id = $1 and verdict = 'approved' and drawn_at is null returning 1 as done`,
    [id, drawn.at, drawn.arms, drawn.digest],
  );
  return rows.length > 0;
}

/** Requests, the newest first: of one asker where one is given; those that nobody decided, the oldest first, where that is asked. */
export async function listExportRequests(
  db: Statements,
  which: {
    readonly asker?: string;
    readonly undecidedSince?: string;
    /** Id of the last one of the page before. */
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<readonly ExportRequest[]> {
  const waiting = which.undecidedSince !== undefined;
  const rows = await db.rows<RequestRow>(
    `select ${COLUMNS} from export_request where ($1::text is null or asker = $1)
       ${waiting ? 'and verdict is null and asked_at > $3' : 'and $3::timestamptz is null'}
       and ($4::uuid is null or request_id ${waiting ? '>' : '<'} $4)
     order by request_id ${waiting ? '' : 'desc'} limit $2`,
    [which.asker ?? null, which.limit, which.undecidedSince ?? null, which.after ?? null],
  );
  return rows.map(requestOf);
}

/** Takes what may name persons from requests made before a moment; gives how many that were. */
export async function emptyExportRequests(db: Statements, before: string, limit: number): Promise<number> {
  const rows = await db.rows(
    `update export_request set criteria = null, reason = null, salt = null, said = null where request_id in (
       select request_id from export_request where asked_at < $1 and reason is not null order by asked_at limit $2)
     returning 1 as done`,
    [before, limit],
  );
  return rows.length;
}

/** Who answers for an arm: the ids of those known. */
export type Lanes = {
  readonly owner: string | undefined;
  readonly unit: string | undefined;
  readonly keeper: string | undefined;
  readonly bearer: string | undefined;
};

type LaneRow = Row & {
  arm_id: string;
  owner_id: string | null;
  unit_id: string | null;
  keeper_id: string | null;
  bearer_id: string | null;
};

/** Who answers for each of these arms, which the caller has found within a scope. */
export async function listLanes(
  db: Statements,
  arms: readonly string[],
): Promise<ReadonlyMap<string, Lanes>> {
  const rows = await db.rows<LaneRow>(
    'select arm_id, owner_id, unit_id, keeper_id, bearer_id from arm where arm_id = any($1::uuid[])',
    [arms],
  );
  return new Map(
    rows.map((row) => [
      row.arm_id,
      {
        owner: row.owner_id ?? undefined,
        unit: row.unit_id ?? undefined,
        keeper: row.keeper_id ?? undefined,
        bearer: row.bearer_id ?? undefined,
      },
    ]),
  );
}
