/**
 * Confirms a peer: somebody compared the fingerprint of its card over another way. From then on messages pass in both
 * directions. A suspended peer comes back by the same comparison.
 *
 * @clause J-01, I-01
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { findPeer, setStanding } from '../store/peer.ts';
import { fingerprintInput, refuseFingerprint } from './add-peer.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { changePeers } from './change-peers.ts';
import { submission, uuid } from './input.ts';
import { type Act, nowOf } from './office.ts';
import { keptOutput } from './output.ts';
import { cardOfPeer, refuseCard } from './peer-cards.ts';

const input = z.strictObject({
  ...submission,
  peer: uuid.describe('Id of the node.'),
  fingerprint: fingerprintInput,
});
export type ConfirmPeer = z.infer<typeof input>;

export const confirmPeer: Act<ConfirmPeer, Kept> = {
  name: 'confirm-peer',
  says: 'Confirm a node of another State by the fingerprint as it was heard',
  clauses: ['J-01', 'I-01'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { peer: node, fingerprint, ...submitted }) {
    return changePeers(office, actor, 'confirm-peer', node, submitted, async (tx, kept) => {
      const peer = await findPeer(tx, node);
      if (!peer) return refusal('peer-unknown', { peer: node });
      const card = cardOfPeer(peer);
      const refused = refuseFingerprint(card, fingerprint) ?? (await refuseCard(tx, card));
      if (refused) return refused;
      const events = [{ type: 'peer-confirmed', fingerprint: card.fingerprint, seq: card.card.seq }];
      const entry = await appendEntry(tx, office, actor, { ...kept, subject: node, events });
      if (!isRefusal(entry))
        await setStanding(tx, node, 'confirmed', { at: nowOf(office), by: actor.operator });
      return entry;
    });
  },
};
