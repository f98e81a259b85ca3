/**
 * Goes on with a peer after a restore on either side: a person looked at what is missing and settled it with the other State. Where the
 * peer has not given back what this node lost, it is written to again without; the numbers of its threads go on after the last that
 * is known here, and what stands in a place that was used is refused there and shown.
 *
 * @clause J-04, J-01
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { endLost } from '../store/lost.ts';
import { findPeer } from '../store/peer.ts';
import { hasOpenWork } from '../store/work.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { changePeers } from './change-peers.ts';
import { closePeerWork, EXCHANGE_KINDS, GAP_KIND } from './exchange-work.ts';
import { submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { keptOutput } from './output.ts';
import { whyInput } from './suspend-peer.ts';

const input = z.strictObject({ ...submission, peer: uuid.describe('Id of the node.'), why: whyInput });
export type ResumePeer = z.infer<typeof input>;

export const resumePeer: Act<ResumePeer, Kept> = {
  name: 'resume-peer',
  says: 'Go on with a node after a restore: what is missing was looked at and settled',
  clauses: ['J-04', 'J-01'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { peer: node, why, ...submitted }) {
    return changePeers(office, actor, 'resume-peer', node, submitted, async (tx, kept) => {
      const peer = await findPeer(tx, node);
      if (!peer) return refusal('peer-unknown', { peer: node });
      if (peer.lost === undefined && !(await hasOpenWork(tx, node, GAP_KIND)))
        return refusal('nothing-to-resume', { peer: peer.name });
      const events = [{ type: 'peer-resumed', why, waited: peer.lost !== undefined }];
      const entry = await appendEntry(tx, office, actor, { ...kept, subject: node, events });
      if (isRefusal(entry)) return entry;
      await endLost(tx, node);
      await closePeerWork(tx, office, node, EXCHANGE_KINDS);
      return entry;
    });
  },
};
