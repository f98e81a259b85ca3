/**
 * Whether the files of a backup are all there and as they were written: each against the manifest, the manifest against
 * the ledger's signature, the checkpoint against the epochs. Age tells that a file was not changed on its way, not who
 * made it: only a key that comes from outside tells that. Not an act itself.
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { type Checkpoint, parseCheckpoint } from '../domain/ledger/checkpoint.ts';
import { type Epoch, formatEpochs } from '../domain/ledger/epoch.ts';
import { isSignedBy, parseNote, parseVerifierKey } from '../domain/ledger/note.ts';
import type { Home } from '../store/home.ts';
import {
  BACKUP_FORMAT,
  CHECKPOINT,
  EPOCHS,
  MANIFEST,
  type Manifest,
  type ManifestFile,
  SIGNATURE,
  signedWords,
} from './backup-words.ts';

/** What came out of the archive; tables have gone to the database. */
export type Loaded = {
  readonly files: Map<string, ManifestFile>;
  readonly rows: Map<string, number>;
  readonly texts: Map<string, string>;
};

export type BackupClaims = {
  readonly home: Home;
  readonly epochs: readonly Epoch[];
  readonly key?: string | undefined;
  readonly since?: string | undefined;
};

export type GoodBackup = {
  readonly epoch: Epoch;
  readonly checkpoint: Checkpoint;
  readonly note: string;
  /** The newest checkpoint known of the old ledger: the backup's own, or the one given. */
  readonly newest: string;
  readonly keyChecked: boolean;
};

/** What a good backup amounts to, or what is wrong with it. */
export function checkBackup(loaded: Loaded, claims: BackupClaims): GoodBackup | Refusal {
  const manifest = parseManifest(loaded.texts.get(MANIFEST));
  if (isRefusal(manifest)) return manifest;
  const wrong = findWrongFile(loaded, manifest);
  if (wrong !== undefined) return refusal('backup-incomplete', { file: wrong });
  const { home, epochs } = claims;
  const epoch = epochs.at(-1);
  const listed = formatEpochs(epochs, home.kind === 'demonstration');
  if (!epoch || loaded.texts.get(EPOCHS) !== listed) return refusal('backup-incomplete', { file: EPOCHS });
  const digest = loaded.files.get(MANIFEST)!.sha256;
  const signature = loaded.texts.get(SIGNATURE) ?? '';
  if (readSigned(signature, epoch) !== signedWords(epoch.origin, digest))
    return refusal('backup-not-signed', { file: SIGNATURE });
  if (claims.key !== undefined && claims.key.trim() !== epoch.key)
    return refusal('backup-of-another-ledger', { origin: epoch.origin });
  const note = loaded.texts.get(CHECKPOINT) ?? '';
  const checkpoint = readCheckpoint(note, epoch);
  if (isRefusal(checkpoint)) return refusal('backup-not-signed', { file: CHECKPOINT });
  const newest = newestOf(note, checkpoint, epoch, claims.since);
  if (isRefusal(newest)) return newest;
  return { epoch, checkpoint, note, newest, keyChecked: claims.key !== undefined };
}

function parseManifest(text: string | undefined): Manifest | Refusal {
  try {
    const manifest = JSON.parse(text ?? '') as Manifest;
    const isOurs =
      manifest.format === BACKUP_FORMAT && Array.isArray(manifest.files) && Array.isArray(manifest.tables);
    return isOurs ? manifest : refusal('backup-incomplete', { file: MANIFEST });
  } catch {
    return refusal('backup-incomplete', { file: MANIFEST });
  }
}

/** The first file or table that is not what the manifest says, in either direction. */
function findWrongFile({ files, rows }: Loaded, manifest: Manifest): string | undefined {
  const named = new Set<string>([MANIFEST, SIGNATURE]);
  for (const { path, bytes, sha256 } of manifest.files) {
    const found = files.get(path);
    if (found?.bytes !== bytes || found.sha256 !== sha256) return path;
    named.add(path);
  }
  for (const path of files.keys()) if (!named.has(path)) return path;
  for (const { table, rows: wanted } of manifest.tables)
    if ((rows.get(table) ?? 0) !== wanted) return `tables/${table}`;
  return undefined;
}

/** The text of a note where the epoch's key signed it. */
function readSigned(text: string, epoch: Epoch): string | undefined {
  const note = parseNote(text);
  const key = parseVerifierKey(epoch.key);
  return isRefusal(note) || isRefusal(key) || !isSignedBy(note, key) ? undefined : note.text;
}

function readCheckpoint(text: string, epoch: Epoch): Checkpoint | Refusal {
  const checkpoint = parseCheckpoint(readSigned(text, epoch) ?? '');
  if (isRefusal(checkpoint) || checkpoint.origin !== epoch.origin) return refusal('checkpoint-malformed');
  return checkpoint;
}

function newestOf(note: string, own: Checkpoint, epoch: Epoch, since: string | undefined): string | Refusal {
  if (since === undefined) return note;
  const given = readCheckpoint(since, epoch);
  if (isRefusal(given)) return refusal('since-not-ours', { origin: epoch.origin });
  return given.size > own.size ? since : note;
}
