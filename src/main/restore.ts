/**
 * Restores a home from a backup file: opens the database of an empty home as its owner, reads the file through the restore
 * act, and leaves the list of erasures beside the new home. Runs without an office, for there is none yet.
 */
import { randomFillSync } from 'node:crypto';
import { join } from 'node:path';
import { type Actor, randomFrom } from '../acts/office.ts';
import { type Restored, type RestoreWishes, restoreHome } from '../acts/restore-home.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { erasureLog, readErasureLog } from '../doors/backup/erasure-log.ts';
import { BackupDamaged, openBackup } from '../doors/backup/read-backup.ts';
import { connect, type Database } from '../store/database.ts';
import { listErasures } from '../store/erasure.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database/open.ts';
import { openSigner } from './keys.ts';
import { originOf } from './open-office.ts';

/** The list of erasures of a home. */
export const ERASURES_FILE = 'erasures.jsonl';

export type RestoreTask = {
  readonly file: string;
  /** The text of a file of age identities. */
  readonly identity: string;
  /** Path of the list of erasures of the old home, where it was saved. */
  readonly erasures?: string;
  /** Verifier key of the old ledger, from outside. */
  readonly key?: string;
  /** The newest checkpoint of the old ledger that anybody has. */
  readonly since?: string;
  readonly say: (text: string) => void;
  readonly onProgress?: RestoreWishes['onProgress'];
};

/** Restores a backup into the empty home of this configuration. */
export async function restoreFile(
  config: Config,
  actor: Actor,
  task: RestoreTask,
): Promise<Restored | Refusal> {
  const erasures = task.erasures === undefined ? [] : await readErasureLog(task.erasures);
  if (isRefusal(erasures)) return erasures;
  const backup = await openBackup(task.file, task.identity);
  if (isRefusal(backup)) return backup;
  const database = await openDatabase(config, { role: 'server', command: 'restore', say: task.say });
  if (isRefusal(database)) return database;
  const owner = connect(database.connection, { owner: true, connections: 3 });
  try {
    const { key, since, onProgress } = task;
    const restored = await restoreHome(owner, actor, {
      ...backup,
      erasures,
      key,
      since,
      openSigner: (home, epoch) => openSigner(config.home, originOf(home.state, home.node, epoch), epoch),
      clock: Date.now,
      random: randomFrom((target) => randomFillSync(target)),
      ...(onProgress ? { onProgress } : {}),
    });
    if (!isRefusal(restored) && restored.erasures > 0) await saveErasures(owner, config.home);
    return restored;
  } catch (error) {
    if (error instanceof BackupDamaged) return refusal('backup-damaged', { at: error.at });
    throw error;
  } finally {
    await backup.pieces.return();
    await owner.close();
    await database.close();
  }
}

async function saveErasures(owner: Database, home: string): Promise<void> {
  const note = erasureLog(join(home, ERASURES_FILE));
  let after: string | undefined;
  for (;;) {
    const page = await listErasures(owner, 10_000, after);
    if (page.length === 0) return;
    await note(page);
    after = page.at(-1)!.id;
  }
}
