/**
 * The epochs of a ledger as an export lists them, held against the ledger itself: each later epoch's first entry must
 * name the checkpoint, origin and key of the one before. The list is hostile until the entries bear it out.
 */
import { join } from 'node:path';
import { Lines, PACK, packFile, readSmall } from './layout.ts';
import { isSigned, readCheckpoint, readKey } from './read-note.ts';
import { isCanonicalObject } from './scan-json.ts';

const EPOCHS_BYTES_MAX = 65_536;

export type Epoch = {
  readonly epoch: number;
  readonly origin: string;
  readonly key: string;
  readonly baseSize: number;
  readonly oldCheckpoint?: string;
};

export type EpochList = { readonly demonstration: boolean; readonly epochs: readonly Epoch[] };

const NAMES = new Set(['epoch', 'origin', 'key', 'baseSize', 'oldCheckpoint']);

/** The list in `epochs.json`, or undefined where it cannot be read or contradicts itself. */
export function readEpochs(dir: string): EpochList | undefined {
  const bytes = readSmall(dir, 'epochs.json', EPOCHS_BYTES_MAX + 1);
  if (bytes?.at(-1) !== 10 || !isCanonicalObject(bytes, 0, bytes.length - 1)) return undefined;
  const { demonstration, epochs, ...more } = JSON.parse(bytes.toString()) as Record<string, unknown>;
  if (typeof demonstration !== 'boolean' || Object.keys(more).length > 0) return undefined;
  if (!Array.isArray(epochs) || epochs.length === 0) return undefined;
  return epochs.every(isEpochAfter) ? { demonstration, epochs } : undefined;
}

function isEpochAfter(value: unknown, i: number, all: readonly unknown[]): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).some((name) => !NAMES.has(name)))
    return false;
  const { epoch, origin, key, baseSize, oldCheckpoint } = value as Partial<Epoch>;
  if (epoch !== i + 1 || typeof origin !== 'string' || typeof key !== 'string') return false;
  if (!readKey(key) || typeof baseSize !== 'number' || !Number.isSafeInteger(baseSize) || baseSize < 0)
    return false;
  if (i === 0) return baseSize === 0 && oldCheckpoint === undefined;
  const before = all[i - 1] as Epoch;
  const old = typeof oldCheckpoint === 'string' ? readCheckpoint(oldCheckpoint) : undefined;
  return old !== undefined && old.origin === before.origin && isSigned(old, readKey(before.key)!);
}

/** Whether the first entry of the epoch names the same as the list; undefined where that entry is withheld. */
export function isBorneOut(dir: string, epoch: Epoch, before: Epoch): boolean | undefined {
  const body = findBody(dir, epoch.baseSize);
  if (body === undefined) return false;
  if (body === 'withheld') return undefined;
  const events = (body as { events?: unknown }).events;
  const first: unknown = Array.isArray(events) ? events[0] : undefined;
  if (typeof first !== 'object' || first === null) return false;
  const told = first as Record<string, unknown>;
  return (
    told.type === 'epoch-opened' &&
    told.epoch === epoch.epoch &&
    told.origin === epoch.origin &&
    told.key === epoch.key &&
    told.baseSize === epoch.baseSize &&
    told.oldOrigin === before.origin &&
    told.oldKey === before.key &&
    told.oldCheckpoint === epoch.oldCheckpoint
  );
}

/** The body of an entry whose line has been checked already. */
function findBody(dir: string, index: number): unknown {
  const pack = Math.floor(index / PACK);
  let lines: Lines;
  try {
    lines = new Lines(join(dir, packFile(pack)));
  } catch {
    return undefined;
  }
  try {
    for (let at = pack * PACK; lines.advance() === 'line'; at++) {
      if (at < index) continue;
      const [, salt, body] = lines.buffer.toString('utf8', lines.from, lines.to).split('\t');
      return salt === 'withheld' ? 'withheld' : JSON.parse(body ?? '');
    }
  } catch {
    return undefined;
  } finally {
    lines.close();
  }
  return undefined;
}
