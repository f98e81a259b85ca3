/** The access log batch by batch, as its digests in the ledger are checked. Rows are written and taken in work.ts. */
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
