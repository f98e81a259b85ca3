/**
 * Shows the nodes of other States: their cards, fingerprints and keys, and how each stands.
 *
 * @clause J-01, I-01
 */
import { z } from 'zod';
import { listPeers as listKept, listKeysOf, STANDINGS } from '../store/peer.ts';
import { logAccess } from '../store/work.ts';
import { uuid } from './input.ts';
import type { Act } from './office.ts';
import { id, instant } from './output.ts';
import { pageOf } from './page-of.ts';
import { cardOfPeer } from './peer-cards.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: nodes on one list. */
export const PEERS_LISTED_MAX = 200;

const input = z.strictObject({
  limit: z.int().min(1).max(PEERS_LISTED_MAX).default(PEERS_LISTED_MAX),
  after: uuid.optional().describe('The last node of the page before.'),
});
export type ListPeers = z.infer<typeof input>;

const keyOutput = z.strictObject({
  kid: z.string(),
  use: z.enum(['sign', 'seal']),
  from: instant,
  until: instant.optional(),
  withdrawn: instant.optional(),
});
const peerOutput = z.strictObject({
  node: id,
  state: z.string(),
  name: z.string(),
  address: z.string(),
  seq: z.int().describe('Which of its cards it is.'),
  fingerprint: z.string(),
  standing: z.enum(STANDINGS),
  confirmed: instant.optional(),
  clockMs: z.int().optional().describe('How far its clock is ahead of ours, as last seen.'),
  heard: instant.optional(),
  lost: instant
    .optional()
    .describe('This node was restored, and what it said to this one since is not given back yet.'),
  keys: z.array(keyOutput),
});
const output = z.strictObject({
  peers: z.array(peerOutput),
  next: id.optional().describe('To be given as "after" for the next page.'),
});
export type PeerShown = z.infer<typeof peerOutput>;
export type PeerList = z.infer<typeof output>;

export const listPeers: Act<ListPeers, PeerList> = {
  name: 'list-peers',
  says: 'Show the nodes of other States and how each stands',
  clauses: ['J-01', 'I-01'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const { page: kept, next } = pageOf(await listKept(office.db), wanted, ({ node }) => node);
    await logAccess(office.db, accessOf(office, actor, 'list-peers', kept.map(({ node }) => node).join(' ')));
    const peers = kept.map(async (peer): Promise<PeerShown> => {
      const { node, state, name, address, seq, standing, confirmed, clockMs, heard, lost } = peer;
      const keys = await listKeysOf(office.db, node);
      return {
        ...{ node, state, name, address, seq, standing, confirmed, clockMs, heard, lost },
        fingerprint: cardOfPeer(peer).fingerprint,
        keys: keys.map(({ kid, use, from, until, withdrawn }) => ({ kid, use, from, until, withdrawn })),
      };
    });
    return { peers: await Promise.all(peers), ...(next === undefined ? {} : { next }) };
  },
};
