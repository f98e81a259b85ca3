/**
 * Shows the card of this node, as it is handed to others, with the fingerprint that is read to them; made with its first keys
 * where there is none.
 *
 * @clause J-01, I-01
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import { cardShape } from '../domain/exchange/card.ts';
import { logAccess } from '../store/work.ts';
import type { Act } from './office.ts';
import { ownCard } from './own-card.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({});
export type ViewOwnCard = z.infer<typeof input>;

const output = z.strictObject({
  card: cardShape,
  signed: z.string().describe('What is handed over: the card signed by its own key (JWS).'),
  fingerprint: z.string().describe('Eight groups of five digits, to be read aloud.'),
});
export type OwnCardShown = z.infer<typeof output>;

export const viewOwnCard: Act<ViewOwnCard, OwnCardShown> = {
  name: 'view-own-card',
  says: 'Show the card of this node and the fingerprint that is read to others',
  clauses: ['J-01', 'I-01'],
  input,
  output,
  changes: false,
  async run(office, actor) {
    await logAccess(office.db, accessOf(office, actor, 'view-own-card', office.node));
    const own = await office.db.transaction((tx) => ownCard(tx, office));
    if (!isRefusal(own)) office.nudge();
    return own;
  },
};
