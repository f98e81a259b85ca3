/**
 * Backs the home up: one snapshot of every table with the checkpoint it stands for, in open formats, given piece by piece
 * to whoever seals and writes them. A backup is the whole register on a stick, so that it began and what came of it are
 * entries of the ledger. What was committed when it began is in it; what came while it ran is whole or not at all.
 *
 * @clause J-04
 */
import { createHash } from 'node:crypto';
import { Fault, isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { formatCheckpoint } from '../domain/ledger/checkpoint.ts';
import { formatEpochs } from '../domain/ledger/epoch.ts';
import type { FilePiece } from '../domain/ledger/export.ts';
import { formatNote, signText } from '../domain/ledger/note.ts';
import { inSnapshot, listTables, type Snapshot } from '../store/backup.ts';
import { findHome } from '../store/home.ts';
import { keepCheckpoint, listEpochs } from '../store/ledger.ts';
import { listMigrations } from '../store/migrate.ts';
import { getTreeHead, getTreeSize } from '../store/tree.ts';
import { appendEntry } from './append-entry.ts';
import {
  BACKUP_FORMAT,
  CHECKPOINT,
  EPOCHS,
  formatManifest,
  formatPartPath,
  formatReadme,
  formatSchema,
  MANIFEST,
  type ManifestFile,
  README,
  SCHEMA,
  SIGNATURE,
  signedWords,
} from './backup-words.ts';
import { type Actor, nowOf, type Office } from './office.ts';

const MIGRATIONS = new URL('../../migrations/', import.meta.url);

/** Where the pieces go: each is one whole file; nothing stands under the backup's name before `finish`. */
export type BackupSink = {
  write(piece: FilePiece): Promise<void>;
  finish(): Promise<{ readonly digest: string; readonly bytes: number }>;
  abandon(): Promise<void>;
};

export type BackupWishes = {
  readonly sink: BackupSink;
  /** Name and version of the program. */
  readonly generator: string;
  readonly onProgress?: (progress: { readonly table: string; readonly rows: number }) => void;
};

export type BackedUp = {
  readonly checkpoint: string;
  readonly entries: number;
  readonly rows: number;
  readonly tables: number;
  /** SHA-256 of the sealed file. */
  readonly digest: string;
  readonly bytes: number;
};

/** Writes a backup to the sink. `drain` numbers everything that waits. */
export async function backUp(
  office: Office,
  actor: Actor,
  drain: () => Promise<void>,
  wishes: BackupWishes,
): Promise<BackedUp | Refusal> {
  try {
    const done = await backUpInto(office, actor, drain, wishes);
    if (isRefusal(done)) await wishes.sink.abandon();
    return done;
  } catch (error) {
    await wishes.sink.abandon();
    throw error;
  }
}

async function backUpInto(
  office: Office,
  actor: Actor,
  drain: () => Promise<void>,
  wishes: BackupWishes,
): Promise<BackedUp | Refusal> {
  const size = await getTreeSize(office.db);
  const begun = await keep(office, actor, { type: 'backup-begun', purpose: actor.purpose, size });
  if (isRefusal(begun)) return begun;
  await drain();
  const written = await inSnapshot(office.db, (snapshot) => writeAll(office, snapshot, wishes));
  const { epoch, checkpoint, entries } = written;
  await keepCheckpoint(office.db, epoch, entries, checkpoint, nowOf(office));
  const { digest, bytes } = await wishes.sink.finish();
  const ended = await keep(office, actor, { type: 'backup-ended', bytes, file: digest, size: entries });
  if (isRefusal(ended)) return ended;
  return { checkpoint, entries, rows: written.rows, tables: written.tables, digest, bytes };
}

async function keep(office: Office, actor: Actor, event: object) {
  const kept = await appendEntry(office.db, office, actor, {
    kind: 'back-up',
    subject: office.node,
    events: [event],
  });
  office.nudge();
  return kept;
}

async function writeAll(office: Office, snapshot: Snapshot, wishes: BackupWishes) {
  const home = await findHome(snapshot);
  const epochs = await listEpochs(snapshot);
  const epoch = epochs.at(-1);
  if (!home || !epoch) throw new Fault('home', 'This home has not begun yet: there is nothing to back up.');
  const head = await getTreeHead(snapshot);
  const made = nowOf(office);
  const checkpoint = signed(office, formatCheckpoint({ origin: epoch.origin, ...head, extensions: [] }));
  const files: ManifestFile[] = [];
  const write = async (path: string, content: string | Buffer): Promise<string> => {
    const bytes = Buffer.from(content);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files.push({ path, bytes: bytes.length, sha256 });
    await wishes.sink.write({ path, bytes });
    return sha256;
  };
  await write(README, formatReadme(home, made));
  await write(CHECKPOINT, checkpoint);
  await write(EPOCHS, formatEpochs(epochs, home.kind === 'demonstration'));
  await write(SCHEMA, formatSchema(await listMigrations(MIGRATIONS)));
  const tables = await writeTables(snapshot, wishes, write);
  const { kind, state, node } = home;
  const manifest = formatManifest({
    format: BACKUP_FORMAT,
    generator: wishes.generator,
    home: kind,
    state,
    node,
    made,
    entries: head.size,
    tables,
    files: [...files],
  });
  const digest = await write(MANIFEST, manifest);
  await write(SIGNATURE, signed(office, signedWords(epoch.origin, digest)));
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { epoch: epoch.epoch, checkpoint, entries: head.size, rows, tables: tables.length };
}

async function writeTables(
  snapshot: Snapshot,
  wishes: BackupWishes,
  write: (path: string, content: Buffer) => Promise<string>,
): Promise<{ table: string; rows: number }[]> {
  const tables: { table: string; rows: number }[] = [];
  for (const table of await listTables(snapshot)) {
    const parts = snapshot.parts(table);
    let isDone = false;
    try {
      for (let part = 1; !isDone; part++) {
        const step = await parts.next();
        if (!step.done) await write(formatPartPath(table.name, part), step.value);
        else {
          isDone = true;
          tables.push({ table: table.name, rows: step.value });
          wishes.onProgress?.({ table: table.name, rows: step.value });
        }
      }
    } finally {
      // Where the sink fails in the middle of a table, the copy is ended so that its connection stays good.
      if (!isDone) await parts.return(0);
    }
  }
  return tables;
}

function signed(office: Office, text: string): string {
  const { origin, privateKey } = office.signer;
  return formatNote({ text, signatures: [signText(text, origin, privateKey)] });
}
