/**
 * The ledger's state: how many entries it holds, its root, under which key checkpoints are signed, and a checkpoint of it
 * as it is now, to be kept outside: whoever has one can later prove that nothing before it was changed.
 *
 * @clause J-04, J-09
 */
import { z } from 'zod';
import { countWaiting, listEpochs } from '../store/ledger.ts';
import { logAccess } from '../store/work.ts';
import type { Act } from './office.ts';
import { signCheckpoint } from './sign-checkpoint.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({});
export type ViewLedger = z.infer<typeof input>;

const output = z.strictObject({
  size: z.int().describe('Entries that have their place in the tree.'),
  waiting: z.int().describe('Acts kept and not yet numbered.'),
  root: z.string().describe('Root of the tree, in base 64.'),
  key: z.string().describe('Verifier key of the newest epoch.'),
  checkpoint: z.string().describe('Signed note over origin, size and root.'),
  epochs: z.array(z.strictObject({ epoch: z.int(), origin: z.string(), key: z.string(), baseSize: z.int() })),
});
export type LedgerState = z.infer<typeof output>;

export const viewLedger: Act<ViewLedger, LedgerState> = {
  name: 'view-ledger',
  says: 'Show the state of the ledger and sign a checkpoint of it',
  clauses: ['ITI 11', 'own'],
  input,
  output,
  changes: false,
  async run(office, actor) {
    await logAccess(office.db, accessOf(office, actor, 'view-ledger', ''));
    const [checkpoint, waiting, epochs] = await Promise.all([
      signCheckpoint(office),
      countWaiting(office.db),
      listEpochs(office.db),
    ]);
    return {
      size: checkpoint.size,
      waiting,
      root: checkpoint.root,
      key: office.signer.verifierKey,
      checkpoint: checkpoint.note,
      epochs: epochs.map(({ epoch, origin, key, baseSize }) => ({ epoch, origin, key, baseSize })),
    };
  },
};
