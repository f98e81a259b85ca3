/**
 * The Merkle tree of RFC 9162: roots, inclusion proofs and consistency proofs, as pure functions over a reader that
 * gives the hash of a complete subtree of 256^level leaves. Sizes and indices are safe integers, so arithmetic is
 * used where others shift bits. `proofPlan` names beforehand the few ranges of hashes a proof will read.
 * A proof comes from outside when it is verified: its length is bounded by the sizes, and nothing here throws on it.
 */
import { assert } from '../base/refusal.ts';
import { EMPTY_ROOT, HASH_BYTES, isSameHash, nodeHash } from './hash.ts';

export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;

/** Gives the hash of the complete subtree number `index` of 256^level leaves; level 0 gives leaf hashes. */
export type HashReader = (level: number, index: number) => Uint8Array;

/** Some neighbouring hashes of one level, `to` excluded, 256 at most. */
export type HashRange = { readonly level: number; readonly from: number; readonly to: number };

/** The root over a short list of leaf hashes, straight from the definition. */
export function rootOfLeaves(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return EMPTY_ROOT;
  return subtreeRoot((_, index) => leaves[index]!, 0, leaves.length, 0);
}

/** The root of the tree of `size` leaves. */
export function rootOfTree(size: number, get: HashReader): Uint8Array {
  return size === 0 ? EMPTY_ROOT : subtreeRoot(get, 0, size);
}

/** The hashes that prove that leaf `index` stands in the tree of `size` leaves, from the leaf upwards. */
export function inclusionProof(index: number, size: number, get: HashReader): Uint8Array[] {
  assert(index >= 0 && index < size, 'a proof is asked for a leaf inside the tree');
  const proof: Uint8Array[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      proof.push(subtreeRoot(get, middle, to));
      to = middle;
    } else {
      proof.push(subtreeRoot(get, from, middle));
      from = middle;
    }
  }
  return proof.reverse();
}

/** The hashes that prove that the tree of `oldSize` leaves is the beginning of the tree of `newSize` leaves. */
export function consistencyProof(oldSize: number, newSize: number, get: HashReader): Uint8Array[] {
  assert(oldSize >= 0 && oldSize <= newSize, 'an older tree is not larger than the newer one');
  if (oldSize === 0 || oldSize === newSize) return [];
  const proof: Uint8Array[] = [];
  let [from, to] = [0, newSize];
  while (to !== oldSize) {
    const middle = from + splitOf(to - from);
    if (oldSize <= middle) {
      proof.push(subtreeRoot(get, middle, to));
      to = middle;
    } else {
      proof.push(subtreeRoot(get, from, middle));
      from = middle;
    }
  }
  // Whoever checks knows the old root already where the old tree is one complete subtree.
  if (from > 0) proof.push(subtreeRoot(get, from, to));
  return proof.reverse();
}

/** The ranges of hashes that an inclusion proof reads: the tiles above the leaf and those along the right edge. */
export function proofPlan(index: number, size: number): HashRange[] {
  const plan: HashRange[] = [];
  for (let level = 0, count = size, at = index; count > 0; level++) {
    const start = at - (at % TILE_WIDTH);
    const edge = count - (count % TILE_WIDTH);
    if (start < count) plan.push({ level, from: start, to: Math.min(start + TILE_WIDTH, count) });
    if (edge < count && edge !== start) plan.push({ level, from: edge, to: count });
    count = Math.floor(count / TILE_WIDTH);
    at = Math.floor(at / TILE_WIDTH);
  }
  return plan;
}

/** The ranges of hashes that a consistency proof reads: those above the last leaf of the older tree. */
export function consistencyPlan(oldSize: number, newSize: number): HashRange[] {
  return oldSize === 0 || oldSize === newSize ? [] : proofPlan(oldSize - 1, newSize);
}

export type InclusionClaim = {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

/** True where the proof shows that the leaf hash stands at the index of the tree (RFC 9162 section 2.1.3.2). */
export function verifyInclusion({ leaf, index, size, root, proof }: InclusionClaim): boolean {
  if (!isCount(size) || !isCount(index) || index >= size || !areHashes([leaf, root, ...proof])) return false;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && isSameHash(hash, root);
}

export type ConsistencyClaim = {
  readonly oldSize: number;
  readonly newSize: number;
  readonly oldRoot: Uint8Array;
  readonly newRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

/** True where the proof shows that the newer tree begins with the older one (RFC 9162 section 2.1.4.2). */
export function verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof }: ConsistencyClaim): boolean {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) return false;
  if (!areHashes([oldRoot, newRoot, ...proof])) return false;
  if (oldSize === newSize) return proof.length === 0 && isSameHash(oldRoot, newRoot);
  if (oldSize === 0) return proof.length === 0 && isSameHash(oldRoot, EMPTY_ROOT);
  const path = isPowerOfTwo(oldSize) ? [oldRoot, ...proof] : [...proof];
  const first = path.shift();
  if (first === undefined) return false;
  let [at, last] = [oldSize - 1, newSize - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [older, newer] = [first, first];
  for (const hash of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      older = nodeHash(hash, older);
      newer = nodeHash(hash, newer);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      newer = nodeHash(newer, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && isSameHash(older, oldRoot) && isSameHash(newer, newRoot);
}

/** The root over leaves `from` to `to`; complete subtrees are read from the highest level not above `levelMax`. */
function subtreeRoot(
  get: HashReader,
  from: number,
  to: number,
  levelMax = Number.MAX_SAFE_INTEGER,
): Uint8Array {
  const count = to - from;
  const level = Math.min(levelMax, Math.floor(Math.log2(count) / TILE_HEIGHT));
  if (count === TILE_WIDTH ** level) return get(level, from / count);
  const middle = from + splitOf(count);
  return nodeHash(subtreeRoot(get, from, middle, levelMax), subtreeRoot(get, middle, to, levelMax));
}

/** The largest power of two below `count`. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

function half(n: number): number {
  return Math.floor(n / 2);
}

function isPowerOfTwo(n: number): boolean {
  return n === 2 * splitOf(n) || n === 1;
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function areHashes(list: readonly Uint8Array[]): boolean {
  return list.length <= 2 + 128 && list.every((hash) => hash.length === HASH_BYTES);
}
