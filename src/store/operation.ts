/** What those who run the register ask of the database: when it was last backed up, and what waits. */
import type { Row, Statements } from './database.ts';

export type KeptBackup = { readonly at: string; readonly body: Buffer };

/** Named limit: entries of one node looked at, from the newest on. */
const LOOKED_MAX = 5000;

/** The newest entries about backups of a node, newest first; `after` leaves out what was looked at before. */
export async function listBackupEntries(db: Statements, node: string, after: string): Promise<readonly KeptBackup[]> {
  const rows = await db.rows<Row & { at: string; body: Buffer }>(
    `select a.recorded_at as at, e.body from (
       select entry_id, act_id, body from ledger_entry where subject_id = $1 and entry_id > $2
       order by entry_id desc limit ${LOOKED_MAX}
     ) e join ledger_act a on a.act_id = e.act_id and a.kind = 'back-up'
     order by e.entry_id desc limit 8`,
    [node, after],
  );
  return rows;
}
