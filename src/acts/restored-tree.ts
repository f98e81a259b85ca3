/**
 * Whether a ledger that came out of a backup is the one its checkpoint speaks of: every entry against its leaf, every leaf
 * into the tree, the kept subtrees against those that come out. Not an act itself.
 */
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Checkpoint } from '../domain/ledger/checkpoint.ts';
import {
  appendLeaves,
  EMPTY_FRONTIER,
  type Frontier,
  frontierRoot,
  type TreeNode,
} from '../domain/ledger/frontier.ts';
import { commitment, isSameHash, leafHash } from '../domain/ledger/hash.ts';
import { listTreeNodes } from '../store/backup.ts';
import type { Statements } from '../store/database.ts';
import { getTreeSize, listEntriesWithoutLeaf, listLeaves } from '../store/tree.ts';

const BATCH_ENTRIES = 4096;

/** The right edge of the tree where all is as the checkpoint says, else what differs. */
export async function rebuildTree(
  db: Statements,
  checkpoint: Checkpoint,
  onProgress: (done: number, size: number) => void = () => {},
): Promise<Frontier | Refusal> {
  const { size, root } = checkpoint;
  const found = await getTreeSize(db);
  if (found !== size) return refusal('backup-tree-differs', { expected: size, found });
  let frontier = EMPTY_FRONTIER;
  for (let from = 0; from < size; from += BATCH_ENTRIES) {
    const rows = await listLeaves(db, from, Math.min(from + BATCH_ENTRIES, size));
    const wrong = rows.findIndex(
      ({ leaf_index, salt, body, hash }, place) =>
        leaf_index !== from + place ||
        salt === null ||
        body === null ||
        !isSameHash(leafHash(commitment(salt, body)), hash),
    );
    if (wrong >= 0 || rows.length !== Math.min(BATCH_ENTRIES, size - from))
      return refusal('backup-entry-differs', { index: from + (wrong >= 0 ? wrong : rows.length) });
    const growth = appendLeaves(
      frontier,
      rows.map((row) => row.hash),
    );
    if (!(await areKept(db, growth.nodes))) return refusal('backup-tree-differs', { expected: size, found });
    frontier = growth.frontier;
    onProgress(frontier.size, size);
  }
  if (!isSameHash(frontierRoot(frontier), root))
    return refusal('backup-tree-differs', { expected: size, found });
  const [stray] = await listEntriesWithoutLeaf(db, 1);
  return stray ? refusal('backup-entry-differs', { entry: stray.entry }) : frontier;
}

async function areKept(db: Statements, nodes: readonly TreeNode[]): Promise<boolean> {
  const levels = Map.groupBy(nodes, (node) => node.level);
  for (const [level, wanted] of levels) {
    const from = wanted[0]!.index;
    const kept = await listTreeNodes(db, level, from, from + wanted.length);
    if (!wanted.every((node, place) => kept[place] && isSameHash(kept[place], node.hash))) return false;
  }
  return true;
}
