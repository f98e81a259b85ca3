/**
 * The export of a ledger as files, piece by piece: whoever writes them holds one batch in memory, never the ledger.
 * The layout is described in docs/ledger.md. Entries come in the order of their index, from 0 to the size that the
 * checkpoint names; each piece is appended to its file, and a file is never gone back to.
 * A reader who may not see an entry's body gets its commitment only; the tree can be checked all the same.
 */
import { assert } from '../base/refusal.ts';
import { type Epoch, formatEpochs } from './epoch.ts';
import { appendLeaves, EMPTY_FRONTIER, type Frontier } from './frontier.ts';
import { leafHash } from './hash.ts';
import { TILE_WIDTH } from './merkle.ts';
import { bundlePiece, formatTilePath, levelCount, tileOf } from './tiles.ts';

/** Entries in one file of bodies. */
export const PACK_ENTRIES = 4_096;

/** One entry to be written; without salt and body it is withheld from the reader. */
export type ExportEntry = {
  readonly commitment: Uint8Array;
  /** The leaf hash as it was numbered, where it is kept apart: a body altered since then no longer fits it. */
  readonly leaf?: Uint8Array;
  readonly opened?: { readonly salt: Uint8Array; readonly body: Uint8Array };
};

/** Bytes to be appended to a file of the export. */
export type FilePiece = { readonly path: string; readonly bytes: Uint8Array };

/** How far an export has come: the tree so far, and the size it goes to. */
export type ExportProgress = { readonly size: number; readonly frontier: Frontier };

export type ExportStep = {
  readonly progress: ExportProgress;
  readonly root: Uint8Array;
  readonly pieces: readonly FilePiece[];
};

/** The path of the file of bodies with this number. */
export function formatPackPath(pack: number): string {
  const digits = String(pack);
  const padded = digits.padStart(Math.max(6, Math.ceil(digits.length / 3) * 3), '0');
  return `bodies/${padded.match(/\d{3}/g)!.join('/')}.txt`;
}

/** The line of one entry in its file of bodies. */
export function bodyLine(index: number, { opened }: ExportEntry): Uint8Array {
  if (opened === undefined) return Buffer.from(`${index}\twithheld\t\n`);
  const start = Buffer.from(`${index}\t${Buffer.from(opened.salt).toString('hex')}\t`);
  return Buffer.concat([start, opened.body, NEWLINE]);
}
const NEWLINE = Buffer.from('\n');

/** Starts an export of the first `size` entries. */
export function openExport(size: number): ExportProgress {
  return { size, frontier: EMPTY_FRONTIER };
}

/** The pieces of the next entries, in order; after the last batch `root` must be the checkpoint's. */
export function exportBatch(progress: ExportProgress, entries: readonly ExportEntry[]): ExportStep {
  const { size, frontier } = progress;
  assert(frontier.size + entries.length <= size, 'an export does not go past its size');
  const leaves = entries.map((entry) => entry.leaf ?? leafHash(entry.commitment));
  const growth = appendLeaves(frontier, leaves);
  const files = new Map<string, Uint8Array[]>();
  const fileOf = (path: string) => {
    const known = files.get(path) ?? [];
    files.set(path, known);
    return known;
  };
  for (let i = 0; i < entries.length; ) {
    // Entries up to the end of their tile go to the same three files.
    const first = frontier.size + i;
    const end = Math.min(entries.length, i + TILE_WIDTH - (first % TILE_WIDTH));
    const bodies = fileOf(formatPackPath(Math.floor(first / PACK_ENTRIES)));
    const bundle = fileOf(formatTilePath(tileOf('entries', first, size)));
    const tile = fileOf(formatTilePath(tileOf(0, first, size)));
    for (; i < end; i++) {
      bodies.push(bodyLine(frontier.size + i, entries[i]!));
      bundle.push(bundlePiece(entries[i]!.commitment));
      tile.push(leaves[i]!);
    }
  }
  for (const { level, index, hash } of growth.nodes) {
    fileOf(formatTilePath(tileOf(level, index, levelCount(size, level)))).push(hash);
  }
  const pieces = [...files].map(([path, list]) => ({ path, bytes: Buffer.concat(list) }));
  return { progress: { size, frontier: growth.frontier }, root: growth.root, pieces };
}

export type ExportClosing = {
  /** The signed note of the checkpoint at exactly the exported size. */
  readonly checkpoint: string;
  readonly epochs: readonly Epoch[];
  readonly demonstration: boolean;
};

/** The last pieces: checkpoint, key, epochs and the words that tell how to check by hand. */
export function closeExport({ checkpoint, epochs, demonstration }: ExportClosing): FilePiece[] {
  const current = epochs.at(-1);
  assert(current !== undefined, 'a ledger has at least its first epoch');
  return [
    { path: 'checkpoint', bytes: Buffer.from(checkpoint) },
    { path: 'key', bytes: Buffer.from(`${current.key}\n`) },
    { path: 'epochs.json', bytes: Buffer.from(formatEpochs(epochs, demonstration)) },
    { path: 'README.txt', bytes: Buffer.from(readme(current, demonstration)) },
  ];
}

function readme(epoch: Epoch, demonstration: boolean): string {
  return `${demonstration ? 'DEMONSTRATION: every entry of this ledger is invented.\n\n' : ''}\
This directory is a copy of the ledger "${epoch.origin}". Nothing in it can prove itself: bring the
key and an older checkpoint from elsewhere. The file "key" is here for convenience only.

  checkpoint     the name of the ledger, how many entries it has, the root of its tree, signatures
  bodies/        the entries, 4096 to a file; a line is: index, tab, salt in hex, tab, body
  tile/entries/  the commitments of the entries, 256 to a file, each after its length in two bytes
  tile/0/        the leaf hashes, 256 to a file of 32 bytes each
  tile/1/ ...    each hash stands for one full file of the level below
  epochs.json    the keys of this ledger and where it was restored from a backup

To check one entry by hand, here entry 5 of the first file:

  line=$(sed -n 6p bodies/000/000.txt)
  salt=$(printf %s "$line" | cut -f2)
  body=$(printf %s "$line" | cut -f3)
  { printf %s "$salt" | xxd -r -p; printf %s "$body"; } | sha256sum

This is the commitment: the 32 bytes of tile/entries/000 that start at byte 5 * 34 + 2.
The leaf hash is the SHA-256 of a zero byte and the commitment; it is in tile/0/000 at byte 5 * 32.
Two hashes that stand side by side are joined as the SHA-256 of the byte 1, the left and the right;
a full file so comes down to one hash, found in the next level, and at last to the root in "checkpoint".
In a directory whose tile is not yet full, "000" is "000.p" and holds one file named after its length.
`;
}
