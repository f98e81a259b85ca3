/** Makes a backup file of an open home: what the command line, the pages and the daily job all call. */
import { createRequire } from 'node:module';
import { type BackedUp, type BackupWishes, backUp } from '../../acts/back-up.ts';
import type { Actor, Office } from '../../acts/office.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { type BackupFile, createBackup } from './write-backup.ts';

export type BackupTask = {
  /** Where the backup shall stand; nothing may stand there yet. */
  readonly file: string;
  /** Addresses of age that may open it. */
  readonly recipients: readonly string[];
  readonly onProgress?: BackupWishes['onProgress'];
};

export type MadeBackup = BackedUp & { readonly file: string; readonly warnings: BackupFile['warnings'] };

/** The part of an open office that a backup needs. */
export type OpenHome = { readonly office: Office; readonly numbering: { drain(): Promise<void> } };

/** Backs up a home into one sealed file. */
export async function makeBackup(
  { office, numbering }: OpenHome,
  actor: Actor,
  { file, recipients, onProgress }: BackupTask,
): Promise<MadeBackup | Refusal> {
  const sink = await createBackup(file, recipients, new Date(office.clock()));
  if (isRefusal(sink)) return sink;
  const { version } = createRequire(import.meta.url)('../../../package.json') as { version: string };
  const done = await backUp(office, actor, () => numbering.drain(), {
    sink,
    generator: `Countermark ${version}`,
    ...(onProgress ? { onProgress } : {}),
  });
  return isRefusal(done) ? done : { ...done, file, warnings: sink.warnings };
}
