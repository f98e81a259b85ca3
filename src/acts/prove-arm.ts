/**
 * Proves an arm's record: each of its entries with salt, body and the path from its leaf to the root of a signed
 * checkpoint. Whoever holds it can check it without Countermark and learns nothing of any other arm.
 *
 * @clause J-04, ITI 11
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { inclusionProof, proofPlan } from '../domain/ledger/merkle.ts';
import { listEntriesOf } from '../store/ledger.ts';
import { readHashes } from '../store/tree.ts';
import { logAccess } from '../store/work.ts';
import type { Actor, Office } from './office.ts';
import { signCheckpoint } from './sign-checkpoint.ts';
import { accessOf, armIdOf } from './view-arm.ts';

export type ArmProof = {
  readonly demonstration?: true;
  readonly arm: string;
  readonly checkpoint: string;
  readonly key: string;
  readonly entries: readonly {
    readonly entry: string;
    readonly leaf: number;
    readonly salt: string;
    readonly body: string;
    readonly path: readonly string[];
  }[];
  /** Entries kept and not yet numbered. */
  readonly waiting: number;
};

/** Builds the proof of one arm, against a checkpoint of the tree as it is. */
export async function proveArm(office: Office, actor: Actor, wanted: string): Promise<ArmProof | Refusal> {
  const arm = await armIdOf(office, wanted);
  if (isRefusal(arm)) return arm;
  await logAccess(office.db, accessOf(office, actor, 'prove-arm', arm));
  const kept = await listEntriesOf(office.db, arm);
  const checkpoint = await signCheckpoint(office);
  const numbered = kept.filter((entry) => entry.leaf !== undefined && entry.leaf < checkpoint.size);
  if (numbered.length === 0) return refusal('not-numbered-yet');
  const visible = numbered.filter(
    (entry) => actor.expert === true || !entry.body.includes('"kind":"security"'),
  );
  const entries = await Promise.all(
    visible.map(async ({ entry, leaf, salt, body }) => {
      const get = await readHashes(office.db, proofPlan(leaf!, checkpoint.size));
      const path = inclusionProof(leaf!, checkpoint.size, get).map((hash) =>
        Buffer.from(hash).toString('base64'),
      );
      return { entry, leaf: leaf!, salt: salt.toString('hex'), body: body.toString('utf8'), path };
    }),
  );
  const said = office.demonstration ? { demonstration: true as const } : {};
  return {
    ...said,
    arm,
    checkpoint: checkpoint.note,
    key: office.signer.verifierKey,
    entries,
    waiting: kept.length - numbered.length,
  };
}
