/** What those who run the register ask of the database: when it was last backed up. */
import type { Row, Statements } from './database.ts';

export type KeptBackup = { readonly at: string; readonly body: Buffer };

/** Named limits: entries of one node looked at from the newest on, and entries given. */
const LOOKED_MAX = 5000;
const GIVEN_MAX = 20;

/** The newest entries about backups of a node, newest first, recorded after a moment where one is named. */
export async function listBackupEntries(
  db: Statements,
  node: string,
  after?: string,
): Promise<readonly KeptBackup[]> {
  return db.rows<Row & KeptBackup>(
    `select a.recorded_at as at, e.body from (
       select entry_id, act_id, body from ledger_entry where subject_id = $1 order by entry_id desc limit ${LOOKED_MAX}
     ) e join ledger_act a on a.act_id = e.act_id
     where a.kind = 'back-up' and a.recorded_at > coalesce($2::timestamptz, '-infinity')
     order by e.entry_id desc limit ${GIVEN_MAX}`,
    [node, after ?? null],
  );
}
