/** The way from an entry to the root of a checkpoint, as proofs carry it. Not an act itself. @clause J-04 */
import { inclusionProof, proofPlan } from '../domain/ledger/merkle.ts';
import type { Statements } from '../store/database.ts';
import { readHashes } from '../store/tree.ts';

/** The hashes from a leaf up to the root of the tree of a size, in base64. */
export async function pathTo(db: Statements, leaf: number, size: number): Promise<readonly string[]> {
  const get = await readHashes(db, proofPlan(leaf, size));
  return inclusionProof(leaf, size, get).map((hash) => Buffer.from(hash).toString('base64'));
}
