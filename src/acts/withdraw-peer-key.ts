/**
 * Withdraws the keys of a peer, as when it tells by telephone that one was lost or stolen: nothing that they sign is taken from
 * that moment. The peer is trusted again only by a new card whose fingerprint was compared.
 *
 * @clause J-01
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { kidShape } from '../domain/exchange/card.ts';
import { findPeer, listKeysOf, setStanding, withdrawKeys } from '../store/peer.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { changePeers } from './change-peers.ts';
import { submission, uuid } from './input.ts';
import { type Act, nowOf } from './office.ts';
import { keptOutput } from './output.ts';
import { whyInput } from './suspend-peer.ts';

const input = z.strictObject({
  ...submission,
  peer: uuid.describe('Id of the node.'),
  key: kidShape.optional().describe('Thumbprint of one key; all of its keys where none is given.'),
  why: whyInput,
});
export type WithdrawPeerKey = z.infer<typeof input>;

export const withdrawPeerKey: Act<WithdrawPeerKey, Kept> = {
  name: 'withdraw-peer-key',
  says: 'Withdraw the keys of a node that lost them: nothing they sign is taken any more',
  clauses: ['J-01', 'ITI 15'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { peer: node, key, why, ...submitted }) {
    return changePeers(office, actor, 'withdraw-peer-key', node, submitted, async (tx, kept) => {
      if (!(await findPeer(tx, node))) return refusal('peer-unknown', { peer: node });
      const open = (await listKeysOf(tx, node)).filter(({ withdrawn }) => withdrawn === undefined);
      const meant = open.filter(({ kid }) => key === undefined || kid === key);
      if (meant.length === 0) return refusal('peer-key-unknown', { key: key ?? '' });
      const events = [{ type: 'peer-key-withdrawn', keys: meant.map(({ kid }) => kid), why }];
      const entry = await appendEntry(tx, office, actor, { ...kept, subject: node, events });
      if (isRefusal(entry)) return entry;
      await withdrawKeys(tx, node, nowOf(office), key);
      // A key that only verified older messages goes without the trust in the newest ones.
      if (meant.some(({ until }) => until === undefined)) await setStanding(tx, node, 'unconfirmed');
      return entry;
    });
  },
};
