/**
 * What comes from outside the export and gives it weight: the key of the ledger and an earlier checkpoint. Also the
 * export's own list of epochs, so that entries lost at a restore are told from entries taken away.
 * The earlier tree is a beginning of this one exactly where the same hashes give its root.
 */
import { edgeRoot, type Findings } from './finding.ts';
import { HASH, readSmall, readTile, WIDTH } from './layout.ts';
import { type Epoch, isBorneOut } from './read-epochs.ts';
import { type Checkpoint, isSigned, type Key, readCheckpoint, readKey } from './read-note.ts';

/** What could be checked against things from outside. */
export type Outside = {
  /** The checkpoint is signed by a key that was given from outside. */
  readonly keyChecked: boolean;
  /** The earlier checkpoint is signed and its tree is a beginning of this one. */
  readonly sinceChecked: boolean;
  /** Entries that an earlier epoch had and the backup it was restored from had not. */
  readonly lost?: { readonly from: number; readonly to: number };
};

export type OutsideTask = {
  readonly dir: string;
  readonly checkpoint: Checkpoint;
  readonly epochs: readonly Epoch[];
  readonly findings: Findings;
  readonly options: { readonly key?: string; readonly since?: string };
};

/** Holds the export against key, earlier checkpoint and epochs. */
export function checkOutside(task: OutsideTask): Outside {
  const { checkpoint, findings, options } = task;
  const say = (says: string) => findings.add({ index: 0, reason: 'checkpoint', says });
  const given = (options.key ?? '').split('\n').filter((line) => line.trim() !== '');
  const keys = given.map(readKey).filter((key) => key !== undefined);
  if (keys.length < given.length) say('A key was given that is no verifier key (name+id+base64).');
  const keyChecked = keys.some((key) => isSigned(checkpoint, key));
  if (keys.length > 0 && !keyChecked) say('The checkpoint is not signed by the key given.');
  const lostAtRestore = checkEpochs(task);
  if (options.since === undefined) return { keyChecked, sinceChecked: false, ...lostAtRestore };
  const since = readCheckpoint(options.since);
  if (since === undefined) {
    say('The earlier checkpoint given cannot be read as a signed note.');
    return { keyChecked, sinceChecked: false, ...lostAtRestore };
  }
  return { keyChecked, ...lostAtRestore, ...checkSince(task, since, keys) };
}

/** The list of epochs against checkpoint, key file and entries; gives what was known to be lost at a restore. */
function checkEpochs({ dir, checkpoint, epochs, findings }: OutsideTask): Pick<Outside, 'lost'> {
  const say = (says: string, index = 0) => findings.add({ index, reason: 'epochs', says });
  const current = epochs.at(-1);
  if (current === undefined) return {};
  if (current.origin !== checkpoint.origin) say('The last epoch has another origin than the checkpoint.');
  if (!isSigned(checkpoint, readKey(current.key)!))
    say('The checkpoint is not signed by the key of the last epoch.');
  const keyFile = readSmall(dir, 'key', 1_024);
  if (keyFile && keyFile.toString() !== `${current.key}\n`)
    say('The file "key" has another key than the last epoch.');
  let lost: Outside['lost'];
  for (let i = 1; i < epochs.length; i++) {
    const [before, epoch] = [epochs[i - 1]!, epochs[i]!];
    const old = readCheckpoint(epoch.oldCheckpoint!)!;
    const index = epoch.baseSize;
    if (isBorneOut(dir, epoch, before) === false)
      say(`The first entry of epoch ${i + 1} names something else.`, index);
    if (index < before.baseSize || index >= checkpoint.size)
      say(`Epoch ${i + 1} begins outside the ledger.`, index);
    else if (old.size > index) lost = { from: index, to: old.size - 1 };
    else if (!isBeginning(dir, checkpoint.size, old))
      say(`Epoch ${i + 1} does not go on from the one before.`, index);
  }
  return lost ? { lost } : {};
}

function checkSince(task: OutsideTask, since: Checkpoint, keys: readonly Key[]): Omit<Outside, 'keyChecked'> {
  const { dir, checkpoint, epochs, findings } = task;
  const say = (says: string) => findings.add({ index: 0, reason: 'checkpoint', says });
  const at = epochs.findIndex((epoch) => epoch.origin === since.origin);
  const origin = epochs[at]?.origin ?? checkpoint.origin;
  if (since.origin !== origin) {
    say(`The earlier checkpoint is of another ledger: "${since.origin.slice(0, 100)}".`);
    return { sinceChecked: false };
  }
  // Keys from outside count; those of earlier epochs are vouched for by the entry that opened the next one.
  const listed =
    epochs[at] && (keys.length === 0 || at < epochs.length - 1) ? [readKey(epochs[at].key)!] : [];
  if (![...keys, ...listed].some((key) => isSigned(since, key))) {
    say('The earlier checkpoint is not signed by a key that is known.');
    return { sinceChecked: false };
  }
  const takenOver = Math.min(checkpoint.size, ...epochs.slice(at + 1).map((epoch) => epoch.baseSize));
  if (since.size > takenOver) {
    const missing = { from: takenOver, to: since.size - 1 };
    if (at >= 0 && at < epochs.length - 1) return { sinceChecked: false, lost: missing };
    const says = 'The earlier checkpoint has these entries, and this ledger ends before them.';
    findings.add({ index: missing.from, to: missing.to, reason: 'removed', says });
    return { sinceChecked: false };
  }
  const sinceChecked = isBeginning(dir, checkpoint.size, since);
  if (!sinceChecked)
    say('This ledger does not begin with the tree of the earlier checkpoint: its past was rewritten.');
  return { sinceChecked };
}

/** True where the first entries of the tree on file have the older root. Counts only where the tiles were found good. */
function isBeginning(dir: string, size: number, old: Checkpoint): boolean {
  const rows: Uint8Array[] = [];
  for (let level = 0, count = old.size; count > 0; level++, count = Math.floor(count / WIDTH)) {
    const width = count % WIDTH;
    const tile = width === 0 ? Buffer.alloc(0) : readTile(dir, size, level, Math.floor(count / WIDTH));
    if (tile === undefined || tile.length < width * HASH) return false;
    rows.push(tile.subarray(0, width * HASH));
  }
  const root = edgeRoot(rows);
  return root === undefined ? old.size === 0 : Buffer.compare(root, old.root) === 0;
}
