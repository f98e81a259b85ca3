/**
 * Proves an arm's record: each of its entries, and those of the decisions on what is of this arm, with salt, body and the path
 * from its leaf to the root of a signed checkpoint. Whoever holds it can check it without Countermark and learns nothing of any other arm.
 *
 * @clause J-04, ITI 11
 */
import { z } from 'zod';
import type { Scope } from '../domain/access/scope.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { commitment } from '../domain/ledger/hash.ts';
import { listEntriesOf } from '../store/ledger.ts';
import { listMatchEntries } from '../store/match.ts';
import { logAccess } from '../store/work.ts';
import { text } from './input.ts';
import { readMatchEntry } from './match-entries.ts';
import type { Act, Actor, Office } from './office.ts';
import { id } from './output.ts';
import { pathTo } from './proven-entry.ts';
import { signCheckpoint } from './sign-checkpoint.ts';
import { accessOf, armIdOf } from './view-arm.ts';
import { seesBodies } from './within-scope.ts';

/** Salt and body where whoever asks may read them; else only what the leaf commits to. */
export type ProvenEntry = {
  readonly entry: string;
  readonly leaf: number;
  readonly path: readonly string[];
} & ({ readonly salt: string; readonly body: string } | { readonly commitment: string });

export type ArmProof = {
  readonly demonstration?: true;
  readonly arm: string;
  readonly checkpoint: string;
  readonly key: string;
  readonly entries: readonly ProvenEntry[];
  /** Entries kept and not yet numbered. */
  readonly waiting: number;
};

const input = z.strictObject({ arm: text.describe('Id or State number of the arm.') });
export type ProveArm = z.infer<typeof input>;

const place = { entry: id, leaf: z.int(), path: z.array(z.string()) };
const output = z.strictObject({
  demonstration: z.literal(true).optional(),
  arm: id,
  checkpoint: z.string(),
  key: z.string(),
  entries: z.array(
    z.union([
      z.strictObject({ ...place, salt: z.string(), body: z.string() }),
      z.strictObject({ ...place, commitment: z.string() }),
    ]),
  ),
  waiting: z.int().describe('Entries kept and not yet numbered.'),
});

export const proveArm: Act<ProveArm, ArmProof> = {
  name: 'prove-arm',
  says: "Prove an arm's record against a signed checkpoint",
  clauses: ['ITI 11', 'own'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const arm = await armIdOf(office, actor.scope, wanted.arm);
    await logAccess(office.db, accessOf(office, actor, 'prove-arm', isRefusal(arm) ? '' : arm));
    return isRefusal(arm) ? arm : proofOf(office, actor, arm);
  },
};

/** Builds the proof of one arm, against a checkpoint of the tree as it is. */
async function proofOf(office: Office, actor: Actor, arm: string): Promise<ArmProof | Refusal> {
  const own = await listEntriesOf(office.db, arm);
  // Decisions on what is of this arm are part of cases; the proposal behind one names other arms, and stays a commitment.
  const matches = actor.scope.sees.has('case') ? await listMatchEntries(office.db, arm) : [];
  const proposals = new Set(
    matches.flatMap((one) => (readMatchEntry(one).decided === undefined ? [one.entry] : [])),
  );
  const kept = [...own, ...matches];
  const checkpoint = await signCheckpoint(office);
  const numbered = kept.filter((entry) => entry.leaf !== undefined && entry.leaf < checkpoint.size);
  if (numbered.length === 0) return refusal('not-numbered-yet');
  const entries = await Promise.all(
    numbered.map(async ({ entry, leaf, salt, body }) => {
      const path = await pathTo(office.db, leaf!, checkpoint.size);
      const shown =
        maySee(actor.scope, body) && !proposals.has(entry)
          ? { salt: salt.toString('hex'), body: body.toString('utf8') }
          : { commitment: Buffer.from(commitment(salt, body)).toString('hex') };
      return { entry, leaf: leaf!, ...shown, path };
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

/** True where a body of an arm may be shown: whole bodies are for those who see everything; hidden marks for named experts. */
export function maySee(scope: Scope, body: Buffer): boolean {
  return seesBodies(scope) && (scope.sees.has('security') || !body.includes('"kind":"security"'));
}
