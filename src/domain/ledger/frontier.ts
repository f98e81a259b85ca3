/**
 * The right edge of the growing tree: of each level only the hashes of its last, incomplete tile (255 at most), which
 * is all that is needed to take in more leaves, to give the root, and to say which complete subtrees came to be.
 * Invariant: edges[level] holds floor(size / 256^level) mod 256 hashes; a frontier is never changed in place.
 */
import { assert } from '../base/refusal.ts';
import { EMPTY_ROOT, nodeHash } from './hash.ts';
import { TILE_WIDTH } from './merkle.ts';

export type Frontier = { readonly size: number; readonly edges: readonly (readonly Uint8Array[])[] };

/** A complete subtree of 256^level leaves, level 1 or higher: what the store keeps beside the leaf hashes. */
export type TreeNode = { readonly level: number; readonly index: number; readonly hash: Uint8Array };

export type Growth = {
  readonly frontier: Frontier;
  readonly root: Uint8Array;
  readonly nodes: readonly TreeNode[];
};

export const EMPTY_FRONTIER: Frontier = { size: 0, edges: [] };

/** How many hashes of each level stand in the incomplete tile of a tree of `size` leaves, and from which index on. */
export function frontierPlan(size: number): { level: number; from: number; to: number }[] {
  const plan = [];
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    plan.push({ level, from: count - (count % TILE_WIDTH), to: count });
  }
  return plan;
}

/** The frontier of a tree of `size` leaves, from the hashes that `frontierPlan` names, level by level. */
export function openFrontier(size: number, edges: readonly (readonly Uint8Array[])[]): Frontier {
  const plan = frontierPlan(size);
  assert(plan.length === edges.length, 'a frontier has one edge for each level of its tree');
  for (const { level, from, to } of plan) {
    assert(edges[level]!.length === to - from, `the edge of level ${level} holds ${to - from} hashes`);
  }
  return { size, edges };
}

/** Takes in leaf hashes; gives the new frontier, its root, and the complete subtrees that came to be. */
export function appendLeaves(frontier: Frontier, leaves: readonly Uint8Array[]): Growth {
  const edges = frontier.edges.map((edge) => edge.slice());
  const nodes: TreeNode[] = [];
  let arriving: readonly Uint8Array[] = leaves;
  let before = frontier.size;
  for (let level = 0; arriving.length > 0; level++) {
    const edge = edges[level] ?? [];
    edges[level] = edge;
    const completed: Uint8Array[] = [];
    before = Math.floor(before / TILE_WIDTH);
    for (const hash of arriving) {
      if (edge.push(hash) < TILE_WIDTH) continue;
      const root = completeRoot(edge);
      nodes.push({ level: level + 1, index: before + completed.length, hash: root });
      completed.push(root);
      edge.length = 0;
    }
    arriving = completed;
  }
  const grown = { size: frontier.size + leaves.length, edges };
  return { frontier: grown, root: frontierRoot(grown), nodes };
}

/** The root of the tree that ends at this frontier. */
export function frontierRoot(frontier: Frontier): Uint8Array {
  let root: Uint8Array | undefined;
  for (const edge of frontier.edges) {
    for (let width = 1, end = edge.length; end > 0; width *= 2) {
      if ((edge.length & width) === 0) continue;
      const part = completeRoot(edge.slice(end - width, end));
      root = root === undefined ? part : nodeHash(part, root);
      end -= width;
    }
  }
  return root ?? EMPTY_ROOT;
}

function completeRoot(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i < row.length; i += 2) above.push(nodeHash(row[i]!, row[i + 1]!));
    row = above;
  }
  return row[0]!;
}
