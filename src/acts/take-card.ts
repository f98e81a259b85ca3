/**
 * A peer sends its new card: the keys that were trusted bring it, so it is trusted as they were. A card older than the one that
 * stands changes nothing. Not an act itself.
 *
 * @clause J-01, I-01
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { CARD_BYTES_MAX } from '../domain/exchange/limits.ts';
import type { Statements } from '../store/database.ts';
import type { Taken } from './exchange-handlers.ts';
import { machine, type Office } from './office.ts';
import { cardEvent, keepCard, readCard, refuseCard } from './peer-cards.ts';

export const cardBody = z.strictObject({
  card: z
    .string()
    .max(CARD_BYTES_MAX)
    .describe('The new card, signed by the key that it names itself (JWS).'),
});

/** Takes the new card of a peer. @refuses content-unreadable, and why the card cannot be taken */
export async function takeCard(
  tx: Statements,
  office: Office,
  { peer, message, digest }: Taken,
): Promise<undefined | Refusal> {
  const body = cardBody.safeParse(message.body);
  if (!body.success) return refusal('content-unreadable');
  const read = await readCard(office, body.data.card);
  if (isRefusal(read)) return read;
  if (read.card.node !== peer.node) return refusal('card-of-another');
  if (read.card.seq <= peer.seq) return undefined;
  const refused = await refuseCard(tx, read);
  if (refused) return refused;
  const { standing, confirmed, confirmedBy } = peer;
  const kept = await keepCard(tx, office, machine(`node:${peer.node}`, 'exchange'), read, {
    ...{ kind: 'take-card', standing, confirmed, confirmedBy },
    events: [{ ...cardEvent('peer-card-renewed', read), message: message.header.id, digest }],
  });
  return isRefusal(kept) ? kept : undefined;
}
