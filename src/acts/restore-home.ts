/**
 * Restores a home from a backup, into an empty database and in one transaction: everything that can be checked is checked
 * before anything is kept. The ledger then goes on in a new epoch under a new key, whose first entry names the last
 * checkpoint of the old one; what the old ledger recorded after the backup shows as lost, neither as fraud nor as silence.
 *
 * The new epoch begins exactly where the numbered entries of the backup end. Entries that were kept and not yet numbered
 * when the backup was made get their places after it: the old ledger may have numbered them in another order, and two
 * orders under one name would look like fraud. Erasures are done again: those in the backup and those on the list given.
 *
 * @clause J-04, J-09
 */
import { createHash } from 'node:crypto';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { CLOCK_TOLERANCE_MS } from '../domain/exchange/limits.ts';
import { parseCheckpoint } from '../domain/ledger/checkpoint.ts';
import { type Epoch, epochOpenedEvent } from '../domain/ledger/epoch.ts';
import type { FilePiece } from '../domain/ledger/export.ts';
import type { Frontier } from '../domain/ledger/frontier.ts';
import {
  analyseTables,
  inLoading,
  isEmptyDatabase,
  isUnfit,
  type Loading,
  listTables,
  makeTables,
  numberFirst,
} from '../store/backup.ts';
import type { Database } from '../store/database.ts';
import { applyErasures, type Erasure, listErasures } from '../store/erasure.ts';
import { findHome, type Home } from '../store/home.ts';
import { countWaiting, keepCheckpoint, listEpochs, saveEpoch } from '../store/ledger.ts';
import { noteLost } from '../store/lost.ts';
import { listMigrations, migrate } from '../store/migrate.ts';
import { appendEntry } from './append-entry.ts';
import { formatSchema, parsePartPath, SCHEMA } from './backup-words.ts';
import { type Actor, nowOf, type Office, type Signer } from './office.ts';
import { checkBackup, type GoodBackup, type Loaded } from './restored-files.ts';
import { rebuildTree } from './restored-tree.ts';

const MIGRATIONS = new URL('../../migrations/', import.meta.url);

export type RestoreWishes = {
  readonly pieces: AsyncIterable<FilePiece>;
  /** SHA-256 of the sealed file, once all pieces were read. */
  readonly digest: () => string;
  /** Erasures done after the backup was made. */
  readonly erasures: readonly Erasure[];
  /** The verifier key of the old ledger, from outside the backup. */
  readonly key?: string | undefined;
  /** The newest checkpoint of the old ledger that anybody has. */
  readonly since?: string | undefined;
  /** Makes the key of the new epoch; called when everything else was found good. */
  readonly openSigner: (home: Home, epoch: number) => Signer;
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly onProgress?: (what: string, done: number) => void;
};

export type Restored = {
  readonly home: Home;
  readonly epoch: Epoch;
  readonly entries: number;
  readonly rows: number;
  readonly erasures: number;
  /** Acts whose entries wait for their numbers in the new epoch. */
  readonly waiting: number;
  /** True where the backup was found signed by the key that came from outside. */
  readonly keyChecked: boolean;
};

/** Thrown to leave the transaction with nothing kept; the refusal is the answer. */
class Leave extends Error {
  readonly refusal: Refusal;
  constructor(why: Refusal) {
    super(why.refused);
    this.refusal = why;
  }
}

/** Restores the home, or says why not; nothing is kept then. */
export async function restoreHome(
  owner: Database,
  actor: Actor,
  wishes: RestoreWishes,
): Promise<Restored | Refusal> {
  try {
    const restored = await inLoading(owner, (loading) => restoreInside(loading, owner, actor, wishes));
    // A backup of an older program has come into tables of its time: the later steps follow.
    await migrate(owner, MIGRATIONS);
    return restored;
  } catch (error) {
    if (error instanceof Leave) return error.refusal;
    throw error;
  }
}

function orLeave<T>(value: T | Refusal): T {
  if (isRefusal(value)) throw new Leave(value);
  return value as T;
}

async function restoreInside(
  loading: Loading,
  owner: Database,
  actor: Actor,
  wishes: RestoreWishes,
): Promise<Restored> {
  if (!(await isEmptyDatabase(loading))) orLeave(refusal('home-not-empty'));
  const loaded = await loadAll(loading, wishes);
  await analyseTables(loading);
  const home = await findHome(loading);
  const epochs = await listEpochs(loading);
  if (!home) return orLeave<Restored>(refusal('backup-incomplete', { file: 'tables/home' }));
  const good = orLeave(checkBackup(loaded, { ...wishes, home, epochs }));
  const frontier = orLeave(
    await rebuildTree(loading, good.checkpoint, (done) => wishes.onProgress?.('entries', done)),
  );
  const erasures = await eraseAgain(loading, wishes.erasures);
  const waiting = await countWaiting(loading);
  // What passed between this node and others after the backup is unknown here until each has given it back.
  await noteLost(loading, CLOCK_TOLERANCE_MS);
  const epoch = await openEpoch(loading, owner, actor, wishes, {
    home,
    good,
    frontier,
    told: { erasures, waiting },
  });
  const rows = [...loaded.rows.values()].reduce((sum, one) => sum + one, 0);
  return { home, epoch, entries: epoch.baseSize, rows, erasures, waiting, keyChecked: good.keyChecked };
}

type Opening = {
  readonly home: Home;
  readonly good: GoodBackup;
  readonly frontier: Frontier;
  readonly told: { readonly erasures: number; readonly waiting: number };
};

/** Opens the new epoch: its row, the old checkpoint, and its first entry at exactly the place where the old one ends. */
async function openEpoch(
  loading: Loading,
  owner: Database,
  actor: Actor,
  wishes: RestoreWishes,
  { home, good, frontier, told }: Opening,
): Promise<Epoch> {
  const before = good.epoch;
  const signer = wishes.openSigner(home, before.epoch + 1);
  const office: Office = {
    ...wishes,
    db: owner,
    state: home.state,
    node: home.node,
    demonstration: home.kind === 'demonstration',
    signer,
    exchange: { find: () => undefined, keep: sendsNothing, forget: sendsNothing },
    reference: () => Promise.reject(new Error('A home that is being restored asks no tables.')),
    referenceChanged: () => {},
    weights: () => Promise.reject(new Error('A home that is being restored identifies nothing.')),
    nudge: () => {},
  };
  const epoch: Epoch = {
    epoch: before.epoch + 1,
    origin: signer.origin,
    key: signer.verifierKey,
    baseSize: good.checkpoint.size,
    oldCheckpoint: good.newest,
  };
  const at = nowOf(office);
  await saveEpoch(loading, epoch, at);
  await keepCheckpoint(loading, before.epoch, good.checkpoint.size, good.note, at);
  const restored = { type: 'home-restored', backup: wishes.digest(), ...told };
  const kept = orLeave(
    await appendEntry(loading, office, actor, {
      kind: 'restore-home',
      subject: home.node,
      events: [epochOpenedEvent(epoch, before), restored],
    }),
  );
  await numberFirst(loading, frontier, kept.act);
  return epoch;
}

/** Takes every part into its table as it comes; all other files are small and kept. */
async function loadAll(loading: Loading, { pieces, onProgress }: RestoreWishes): Promise<Loaded> {
  const loaded: Loaded = { files: new Map(), rows: new Map(), texts: new Map() };
  let tables: ReadonlyMap<string, readonly string[]> | undefined;
  for await (const { path, bytes } of pieces) {
    if (loaded.files.has(path)) orLeave(refusal('backup-damaged', { at: path }));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    loaded.files.set(path, { path, bytes: bytes.length, sha256 });
    const name = parsePartPath(path);
    if (name === undefined) {
      loaded.texts.set(path, Buffer.from(bytes).toString('utf8'));
      if (path === SCHEMA) tables = orLeave(await tablesOf(loading, loaded.texts.get(path)!));
      continue;
    }
    const columns = tables?.get(name);
    const heading = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const wanted = heading.toString('utf8', 0, Math.max(0, heading.indexOf(10))).split(',');
    if (!columns || !wanted.every((column) => columns.includes(column)))
      return orLeave<Loaded>(refusal('backup-damaged', { at: path }));
    const count = await loading.load(name, wanted, heading).catch((error: unknown) => {
      if (isUnfit(error)) return orLeave<number>(refusal('backup-damaged', { at: path }));
      throw error;
    });
    loaded.rows.set(name, (loaded.rows.get(name) ?? 0) + count);
    onProgress?.(name, loaded.rows.get(name)!);
  }
  return loaded;
}

/** Makes the tables as they were when the backup was made: its schema is the beginning of ours, or not ours. */
async function tablesOf(
  loading: Loading,
  schema: string,
): Promise<ReadonlyMap<string, readonly string[]> | Refusal> {
  const migrations = await listMigrations(MIGRATIONS);
  const steps =
    migrations.findIndex((_, place) => formatSchema(migrations.slice(0, place + 1)) === schema) + 1;
  if (steps === 0) return refusal('backup-schema-unknown');
  if (!(await makeTables(loading, migrations.slice(0, steps)))) return refusal('home-not-empty');
  return new Map((await listTables(loading)).map(({ name, columns }) => [name, columns]));
}

/** Erases again what was erased before; gives how many erasures that were. */
async function eraseAgain(loading: Loading, given: readonly Erasure[]): Promise<number> {
  await applyErasures(loading, given);
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const known = await listErasures(loading, 1000, after);
    if (known.length === 0) return count;
    await applyErasures(loading, known);
    count += known.length;
    after = known.at(-1)!.id;
  }
}

/** What the newest checkpoint of the old ledger says it held, for a sentence about what is lost. */
export function countLost(restored: Restored): number {
  const text = restored.epoch.oldCheckpoint?.split('\n\n')[0] ?? '';
  const old = parseCheckpoint(`${text}\n`);
  return isRefusal(old) ? 0 : Math.max(0, old.size - restored.entries);
}

function sendsNothing(): never {
  throw new Error('A home that is being restored sends nothing.');
}
