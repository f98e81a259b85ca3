/**
 * Makes small exports in a temporary directory for the tests and the benchmark of the verifier: invented entries,
 * invented keys, and every file written by the same helpers that the system itself uses.
 */
import { createPrivateKey, type KeyObject } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import type { JsonObject } from '../../src/domain/ledger/canonical.ts';
import { formatCheckpoint } from '../../src/domain/ledger/checkpoint.ts';
import { type EntryBody, entryBytes } from '../../src/domain/ledger/entry.ts';
import type { Epoch } from '../../src/domain/ledger/epoch.ts';
import {
  closeExport,
  type ExportEntry,
  exportBatch,
  type FilePiece,
  openExport,
} from '../../src/domain/ledger/export.ts';
import { commitment, sha256 } from '../../src/domain/ledger/hash.ts';
import { formatNote, formatVerifierKey, signText, verifierKeyOf } from '../../src/domain/ledger/note.ts';
import { temporaryFolder } from '../temporary.ts';

export const ORIGIN = 'register.example/ledger/1';

/** A signer whose key follows from a word, so that tests repeat. */
export type Signer = { readonly name: string; readonly key: KeyObject; readonly verifier: string };

export function signerOf(word: string, name = ORIGIN): Signer {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const der = Buffer.concat([prefix, sha256(Buffer.from(`key of ${word}`))]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { name, key, verifier: formatVerifierKey(verifierKeyOf(name, key)) };
}

/** A UUID that follows from a number. */
export function uuidOf(n: number): string {
  return `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** An invented entry; `events` may be given. */
export function bodyOf(
  n: number,
  events: readonly JsonObject[] = [{ type: 'sighted', how: 'read' }],
): EntryBody {
  const recorded = '2026-01-01T00:00:00.000Z';
  const by = { office: 'depot' };
  return { v: 1, id: uuidOf(n), act: uuidOf(n), kind: 'sight-arm', subject: uuidOf(1), by, recorded, events };
}

export function entryOf(
  n: number,
  body: Uint8Array = bytesOf(bodyOf(n)),
): Required<Omit<ExportEntry, 'leaf'>> {
  const salt = sha256(Buffer.from(`salt ${n}`)).subarray(0, 16);
  return { commitment: commitment(salt, body), opened: { salt, body } };
}

export function bytesOf(body: EntryBody): Uint8Array {
  const bytes = entryBytes(body);
  if (isRefusal(bytes)) throw new Error(bytes.refused);
  return bytes;
}

export function writePieces(dir: string, pieces: readonly FilePiece[]): void {
  for (const { path, bytes } of pieces) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    appendFileSync(join(dir, path), bytes);
  }
}

export type Made = { readonly dir: string; readonly checkpoint: string; readonly epochs: readonly Epoch[] };

export function firstEpoch(signer: Signer): Epoch {
  return { epoch: 1, origin: ORIGIN, key: signer.verifier, baseSize: 0 };
}

/** Signs a checkpoint over a tree. */
export function signCheckpoint(signer: Signer, origin: string, size: number, root: Uint8Array): string {
  const text = formatCheckpoint({ origin, size, root, extensions: [] });
  return formatNote({ text, signatures: [signText(text, signer.name, signer.key)] });
}

/** Writes an export of these entries and gives where it lies and what was signed. */
export function makeExport(
  entries: readonly ExportEntry[],
  {
    signer = signerOf('register'),
    epochs = [firstEpoch(signer)],
  }: { signer?: Signer; epochs?: Epoch[] } = {},
): Made {
  const dir = temporaryFolder('ledger');
  const { root, pieces } = exportBatch(openExport(entries.length), entries);
  writePieces(dir, pieces);
  const checkpoint = signCheckpoint(signer, epochs.at(-1)!.origin, entries.length, root);
  writePieces(dir, closeExport({ checkpoint, epochs, demonstration: true }));
  return { dir, checkpoint, epochs };
}
