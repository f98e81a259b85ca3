/**
 * Adds a node of another State by its card, or puts a newer card in the place of the one that stands. Whoever adds it types the
 * fingerprint as it was heard over another way; without it nothing is sent to the peer and nothing is taken from it.
 *
 * @clause J-01, I-01
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { parseFingerprint } from '../domain/exchange/card.ts';
import { CARD_BYTES_MAX } from '../domain/exchange/limits.ts';
import type { Tx } from '../store/database.ts';
import { findPeer } from '../store/peer.ts';
import type { Kept } from './append-entry.ts';
import { changePeers, type Submitted } from './change-peers.ts';
import { submission } from './input.ts';
import { type Act, type Actor, nowOf, type Office } from './office.ts';
import { keptOutput } from './output.ts';
import { type CardRead, cardEvent, keepCard, readCard, refuseCard } from './peer-cards.ts';

export const fingerprintInput = z
  .string()
  .trim()
  .max(200)
  .describe('The eight groups of five digits as the other side read them aloud; in any digits.');

const input = z.strictObject({
  ...submission,
  card: z.string().trim().min(1).max(CARD_BYTES_MAX).describe('The card of the node, as it was handed over.'),
  fingerprint: fingerprintInput.optional(),
});
export type AddPeer = z.infer<typeof input>;

export const addPeer: Act<AddPeer, Kept> = {
  name: 'add-peer',
  says: 'Add a node of another State by its card and the fingerprint as it was heard',
  clauses: ['J-01', 'I-01'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { card, fingerprint, ...submitted }) {
    const read = await readCard(office, card);
    if (isRefusal(read)) return read;
    const typed = fingerprint === undefined || fingerprint === '' ? undefined : fingerprint;
    const differs = typed === undefined ? undefined : refuseFingerprint(read, typed);
    if (differs) return differs;
    return changePeers(office, actor, 'add-peer', read.card.node, submitted, (tx, kept) =>
      add(tx, office, actor, read, { ...kept, isCompared: typed !== undefined }),
    );
  },
};

/** Why a card is not the one whose fingerprint was heard. @refuses fingerprint-unreadable, fingerprint-differs */
export function refuseFingerprint({ fingerprint }: CardRead, typed: string): Refusal | undefined {
  const heard = parseFingerprint(typed);
  if (heard === undefined) return refusal('fingerprint-unreadable');
  return heard === fingerprint ? undefined : refusal('fingerprint-differs');
}

async function add(
  tx: Tx,
  office: Office,
  actor: Actor,
  read: CardRead,
  { isCompared, ...kept }: Submitted & { readonly kind: string; readonly isCompared: boolean },
): Promise<Kept | Refusal> {
  const before = await findPeer(tx, read.card.node);
  // Whoever makes a card can write any name on it: what was compared gives way only to what was compared.
  if (before && before.standing !== 'unconfirmed' && !isCompared)
    return refusal('fingerprint-missing', { peer: before.name });
  const refused = await refuseCard(tx, read);
  if (refused) return refused;
  const confirmed = isCompared ? { confirmed: nowOf(office), confirmedBy: actor.operator } : undefined;
  return keepCard(tx, office, actor, read, {
    ...kept,
    standing: confirmed ? 'confirmed' : 'unconfirmed',
    confirmed: confirmed?.confirmed,
    confirmedBy: confirmed?.confirmedBy,
    events: [
      cardEvent('peer-added', read),
      ...(confirmed ? [{ type: 'peer-confirmed', fingerprint: read.fingerprint }] : []),
    ],
  });
}
