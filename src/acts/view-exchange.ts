/**
 * Shows how the exchange with other nodes stands: what waits for whom, what was held or refused on either side, how far clocks
 * are apart, and what was not taken. It tells nothing of what messages say.
 *
 * @clause J-01, C-13
 */
import { z } from 'zod';
import { listCame, listRefusedCounts, listSent, listWaitingAt } from '../store/exchange.ts';
import { listPeers, STANDINGS } from '../store/peer.ts';
import { logAccess } from '../store/work.ts';
import type { Act } from './office.ts';
import { id, instant } from './output.ts';
import { accessOf } from './view-arm.ts';

/** Named limits: messages and counts on one page. */
const MESSAGES_MAX = 200;
const COUNTS_MAX = 100;

const input = z.strictObject({
  only: z
    .enum(['all', 'open'])
    .default('open')
    .describe('open: what waits, was held or refused, or met something else under its id or in its place.'),
  limit: z.int().min(1).max(MESSAGES_MAX).default(50),
});
export type ListExchange = z.infer<typeof input>;

const passed = z.strictObject({
  peer: id,
  message: id,
  thread: id,
  seq: z.int(),
  type: z.string(),
  digest: z.string(),
  made: instant.describe("By the sender's clock."),
  at: instant.optional().describe('When it was received, or its receipt made.'),
  state: z.string(),
  code: z.string().optional(),
  reason: z.string().optional(),
  conflicts: z.int().describe('How often something else came under its id or for its place.'),
});
const output = z.strictObject({
  peers: z.array(
    z.strictObject({
      peer: id,
      state: z.string(),
      name: z.string(),
      standing: z.enum(STANDINGS),
      waiting: z.int(),
      oldest: instant.optional(),
      next: instant.optional(),
      answer: z.string().optional().describe('What the last attempt brought in the place of a receipt.'),
      clockMs: z.int().optional().describe('How far its clock is ahead of ours, as last seen.'),
      heard: instant.optional(),
    }),
  ),
  sent: z.array(passed),
  came: z.array(passed),
  notTaken: z.array(z.strictObject({ code: z.string(), day: z.string(), count: z.int() })),
});
export type ExchangeState = z.infer<typeof output>;
export type PassedShown = z.infer<typeof passed>;

export const viewExchange: Act<ListExchange, ExchangeState> = {
  name: 'view-exchange',
  says: 'Show what waits for other nodes and what was held or refused on either side',
  clauses: ['J-01', 'C-13'],
  input,
  output,
  changes: false,
  async run(office, actor, { only, limit }) {
    await logAccess(office.db, accessOf(office, actor, 'view-exchange', office.node));
    const { db } = office;
    const [peers, waiting, sent, came, notTaken] = await Promise.all([
      listPeers(db),
      listWaitingAt(db),
      listSent(db, only, limit),
      listCame(db, only, limit),
      listRefusedCounts(db, COUNTS_MAX),
    ]);
    return {
      peers: peers.map(({ node, state, name, standing, clockMs, heard }) => {
        const { peer: _peer, ...there } = waiting.find(({ peer }) => peer === node) ?? {
          peer: node,
          waiting: 0,
        };
        return { peer: node, state, name, standing, clockMs, heard, ...there };
      }),
      sent: [...sent],
      came: [...came],
      notTaken: [...notTaken],
    };
  },
};
