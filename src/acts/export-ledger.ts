/**
 * Exports the ledger as files that anyone can check without Countermark and without a database: tiles, commitments,
 * bodies, checkpoint. Entries with security marks are withheld from the export unless they are asked for; their
 * commitments stand, so that the tree can be checked all the same. Each export is itself an entry of the ledger.
 *
 * @clause J-04, J-09
 */
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { closeExport, exportBatch, type FilePiece, openExport } from '../domain/ledger/export.ts';
import { commitment, HASH_BYTES, isSameHash, leafHash, SALT_BYTES } from '../domain/ledger/hash.ts';
import { listEpochs } from '../store/ledger.ts';
import { type LeafRow, listLeaves } from '../store/tree.ts';
import { appendEntry } from './append-entry.ts';
import type { Actor, Office } from './office.ts';
import { signCheckpoint } from './sign-checkpoint.ts';

const BATCH_ENTRIES = 4096;
const NO_BYTES = new Uint8Array(0);
const NO_SALT = new Uint8Array(SALT_BYTES);
const NO_COMMITMENT = new Uint8Array(HASH_BYTES);

export type LedgerExport = {
  readonly size: number;
  readonly root: string;
  readonly withheld: number;
  /** Places whose entry is gone from the database or no longer fits its leaf. */
  readonly damaged: readonly number[];
};

export type ExportWishes = {
  readonly write: (piece: FilePiece) => Promise<void>;
  readonly securityMarks?: boolean;
  /** A check of ours, not an export that leaves the house: no entry. */
  readonly unrecorded?: boolean;
  readonly onProgress?: (done: number, size: number) => void;
};

/** Writes the export piece by piece. `drain` has numbered everything before. */
export async function exportLedger(
  office: Office,
  actor: Actor,
  drain: () => Promise<void>,
  wishes: ExportWishes,
): Promise<LedgerExport | Refusal> {
  if (!wishes.unrecorded) {
    const kept = await appendEntry(office.db, office, actor, {
      kind: 'export-ledger',
      subject: office.node,
      events: [
        { type: 'ledger-exported', purpose: actor.purpose, securityMarks: wishes.securityMarks === true },
      ],
    });
    if (isRefusal(kept)) return kept;
  }
  await drain();
  const checkpoint = await signCheckpoint(office);
  const size = checkpoint.size;
  let progress = openExport(size);
  let withheld = 0;
  const damaged: number[] = [];
  for (let from = 0; from < size; from += BATCH_ENTRIES) {
    const rows = await listLeaves(office.db, from, Math.min(from + BATCH_ENTRIES, size));
    const entries = rows.map((row) => {
      const entry = entryOf(row, wishes.securityMarks === true);
      if (!('opened' in entry)) withheld++;
      if (entry.damaged) damaged.push(row.leaf_index);
      return entry;
    });
    const step = exportBatch(progress, entries);
    for (const piece of step.pieces) await wishes.write(piece);
    progress = step.progress;
    wishes.onProgress?.(from + rows.length, size);
  }
  const epochs = await listEpochs(office.db);
  for (const piece of closeExport({
    checkpoint: checkpoint.note,
    epochs,
    demonstration: office.demonstration,
  }))
    await wishes.write(piece);
  return { size, root: checkpoint.root, withheld, damaged };
}

/** What is exported of one entry. Where the database no longer fits the leaf, the leaf speaks and the body shows the change. */
function entryOf(row: LeafRow, securityMarks: boolean) {
  const { salt, body, hash } = row;
  if (body === null || salt === null)
    return {
      commitment: NO_COMMITMENT,
      leaf: hash,
      opened: { salt: NO_SALT, body: NO_BYTES },
      damaged: true,
    };
  const sealed = commitment(salt, body);
  const damaged = !isSameHash(leafHash(sealed), hash);
  const secret = !securityMarks && body.includes('"kind":"security"');
  return { commitment: sealed, leaf: hash, damaged, ...(secret ? {} : { opened: { salt, body } }) };
}
