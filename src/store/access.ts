/**
 * The access log batch by batch, as its digests in the ledger are checked, and by what its lines are about, by whom and
 * when. Rows are written and taken in work.ts.
 */
import type { Row, Statements } from './database.ts';
import type { Access } from './work.ts';

/** The lines of one batch, in the order of their ids. */
export async function listAccessBatch(db: Statements, batch: string): Promise<readonly Access[]> {
  return db.rows<Access & Row>(
    `select access_id as id, at, operator, act, purpose, subjects from access_log
     where batch_id = $1 order by access_id`,
    [batch],
  );
}

/** Every batch that the log or the ledger knows of, oldest first. */
export async function listAccessBatches(db: Statements, kind: string): Promise<readonly string[]> {
  const rows = await db.rows<{ batch: string }>(
    `select distinct batch_id::text as batch from access_log where batch_id is not null
     union select result::jsonb ->> 'subject' from ledger_act where kind = $1 order by 1`,
    [kind],
  );
  return rows.map((row) => row.batch);
}

/** How many lines wait for their digest. */
export async function countAccessWaiting(db: Statements): Promise<number> {
  const [row] = await db.rows<{ waiting: number }>(
    'select count(*) as waiting from access_log where batch_id is null',
  );
  return row!.waiting;
}

/** Notes which arms and other things the lines of a batch are about; ids only, whatever else a line may name. */
export async function saveAccessSubjects(tx: Statements, batch: string): Promise<void> {
  await tx.rows(
    `insert into access_subject (subject_id, access_id)
     select distinct s.id::uuid, l.access_id from access_log l, regexp_split_to_table(l.subjects, ' ') as s (id)
     where l.batch_id = $1 and s.id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$'
     on conflict do nothing`,
    [batch],
  );
}

const LINE = 'l.access_id as id, l.at, l.operator, l.act, l.purpose, l.subjects';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * The lines about one arm, the newest first: those of batches by their index, and the few that no batch has yet.
 * @limit the page asked for
 */
export async function listAccessesOf(
  db: Statements,
  subject: string,
  limit: number,
  after: string = LAST_ID,
): Promise<readonly Access[]> {
  return db.rows<Access & Row>(
    `select * from (
       (select ${LINE} from access_subject s join access_log l on l.access_id = s.access_id
        where s.subject_id = $1 and s.access_id < $3 order by s.access_id desc limit $2)
       union all
       (select ${LINE} from access_log l
        where l.batch_id is null and l.access_id < $3 and strpos(l.subjects, $1::text) > 0
        order by l.access_id desc limit $2)) as found
     order by id desc limit $2`,
    [subject, limit, after],
  );
}

/** Ids are made in the order of time, so that a stretch of time is a stretch of the primary key. */
export function idAt(millis: number): string {
  const hex = Math.max(0, Math.floor(millis)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-0000-0000-000000000000`;
}

/** How lines end that somebody should ask about, whatever act they are of. */
export const FLAGS = ['not permitted', 'by holder', 'own name'] as const;
const FLAGGED = `(l.act = 'open-emergency-access' or ${FLAGS.map((flag) => `l.act like '%(${flag})'`).join(' or ')})`;

/** The lines of a stretch of time, the newest first: of one operator where one is given, or only those that are flagged. */
export async function listAccessesBetween(
  db: Statements,
  wanted: {
    readonly fromMs: number;
    readonly untilMs: number;
    readonly operator: string | undefined;
    readonly flagged: boolean;
  },
  limit: number,
  after: string = LAST_ID,
): Promise<readonly Access[]> {
  return db.rows<Access & Row>(
    `select ${LINE} from access_log l where l.access_id >= $1 and l.access_id < $2 and l.access_id < $5
       and ($3::text is null or l.operator = $3) ${wanted.flagged ? `and ${FLAGGED}` : ''}
     order by l.access_id desc limit $4`,
    [idAt(wanted.fromMs), idAt(wanted.untilMs), wanted.operator ?? null, limit, after],
  );
}

/** Lines of a stretch of time drawn by a lot: the same lot draws the same lines. */
export async function sampleAccesses(
  db: Statements,
  wanted: { readonly fromMs: number; readonly untilMs: number; readonly lot: number },
  size: number,
): Promise<readonly Access[]> {
  return db.rows<Access & Row>(
    `select ${LINE} from access_log l where l.access_id >= $1 and l.access_id < $2
     order by hashtextextended(l.access_id::text, $3), l.access_id limit $4`,
    [idAt(wanted.fromMs), idAt(wanted.untilMs), wanted.lot, size],
  );
}
