/**
 * Suspends a peer: nothing is sent to it and nothing taken from it until it is confirmed again. What waits for it goes on
 * waiting.
 *
 * @clause J-01
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { findPeer, setStanding } from '../store/peer.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { changePeers } from './change-peers.ts';
import { submission, TEXT_MAX, uuid } from './input.ts';
import type { Act } from './office.ts';
import { keptOutput } from './output.ts';

export const whyInput = z
  .string()
  .trim()
  .min(1)
  .max(TEXT_MAX)
  .describe('Kept for ever in the ledger; names no person.');
const input = z.strictObject({ ...submission, peer: uuid.describe('Id of the node.'), why: whyInput });
export type SuspendPeer = z.infer<typeof input>;

export const suspendPeer: Act<SuspendPeer, Kept> = {
  name: 'suspend-peer',
  says: 'Suspend a node of another State: nothing is sent to it or taken from it',
  clauses: ['J-01'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { peer: node, why, ...submitted }) {
    return changePeers(office, actor, 'suspend-peer', node, submitted, async (tx, kept) => {
      if (!(await findPeer(tx, node))) return refusal('peer-unknown', { peer: node });
      const events = [{ type: 'peer-suspended', why }];
      const entry = await appendEntry(tx, office, actor, { ...kept, subject: node, events });
      if (!isRefusal(entry)) await setStanding(tx, node, 'suspended');
      return entry;
    });
  },
};
