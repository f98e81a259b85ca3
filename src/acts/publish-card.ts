/**
 * Makes a new card of this node: another name or address, or new keys. It goes to all peers as a message, signed by the key
 * that they trust. Where that key was lost or stolen nothing goes out by it: the new card names it as withdrawn, and every
 * peer compares its fingerprint anew.
 *
 * @clause J-01, I-01
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { ADDRESS_MAX, addressOf, CARD_NAME_MAX, type Card } from '../domain/exchange/card.ts';
import type { Tx } from '../store/database.ts';
import { listPeers } from '../store/peer.ts';
import type { Kept } from './append-entry.ts';
import { changePeers, type Submitted } from './change-peers.ts';
import { sendSigned } from './exchange-send.ts';
import { signAnew } from './exchange-sign-anew.ts';
import { submission } from './input.ts';
import { type Act, type Actor, newId, type Office } from './office.ts';
import { keptOutput } from './output.ts';
import { type CardWishes, type HeldCard, makeCard, ownCard } from './own-card.ts';

const input = z.strictObject({
  ...submission,
  name: z.string().trim().min(1).max(CARD_NAME_MAX).optional().describe('How the node is called to others.'),
  address: z
    .string()
    .trim()
    .max(ADDRESS_MAX)
    .optional()
    .describe(
      'Where other nodes post to, such as https://register.example; empty where only files are taken.',
    ),
});
export type PublishCard = z.infer<typeof input>;

export const publishCard: Act<PublishCard, Kept> = {
  name: 'publish-card',
  says: 'Give this node another name or address and tell its peers',
  clauses: ['J-01', 'I-01'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { name, address, ...submitted }) {
    const { demonstration } = office;
    if (address !== undefined && address !== '' && !addressOf({ address, demonstration }))
      return refusal('card-address-unfit', { address });
    return changePeers(office, actor, 'publish-card', office.node, submitted, async (tx, kept) => {
      const before = await ownCard(tx, office);
      if (isRefusal(before)) return before;
      const { card } = before;
      const wishes = { name: name ?? card.name, address: address ?? card.address };
      return renew(tx, office, actor, kept, card, { ...wishes, freshKeys: false, withdrawn: [] });
    });
  },
};

const rotation = z.strictObject({
  ...submission,
  lost: z
    .boolean()
    .default(false)
    .describe(
      'True where a key was lost or stolen: it is withdrawn, and every peer compares the new card by voice.',
    ),
});
export type RotateKeys = z.infer<typeof rotation>;

export const rotateKeys: Act<RotateKeys, Kept> = {
  name: 'rotate-keys',
  says: 'Make new keys for what passes between nodes and tell the peers',
  clauses: ['J-01', 'ITI 15'],
  input: rotation,
  output: keptOutput,
  changes: true,
  async run(office, actor, { lost, ...submitted }) {
    return changePeers(office, actor, 'rotate-keys', office.node, submitted, async (tx, kept) => {
      const before = await ownCard(tx, office);
      if (isRefusal(before)) return before;
      const { name, address, sign, seal } = before.card;
      const withdrawn = lost ? [sign.kid, seal.kid] : [];
      return renew(tx, office, actor, kept, before.card, { name, address, freshKeys: true, withdrawn });
    });
  },
};

async function renew(
  tx: Tx,
  office: Office,
  actor: Actor,
  submitted: Submitted,
  before: Card,
  wishes: CardWishes,
): Promise<Kept | Refusal> {
  const made = await makeCard(tx, office, actor, submitted, before, wishes);
  if (isRefusal(made)) return made;
  const isLost = wishes.withdrawn.length > 0;
  const refused = isLost
    ? // What waits was signed by a key that nobody is to trust.
      await signAnew(tx, office, made.held)
    : await tellPeers(tx, office, before, made.held);
  return refused ?? made.kept;
}

/** The new card goes to everybody who trusts the key before it. */
async function tellPeers(
  tx: Tx,
  office: Office,
  before: Card,
  { signed }: HeldCard,
): Promise<Refusal | undefined> {
  for (const { node, standing } of await listPeers(tx)) {
    if (standing !== 'confirmed') continue;
    const message = { peer: node, type: 'peer/card', thread: newId(office), body: { card: signed } } as const;
    const sent = await sendSigned(tx, office, message, before.sign.kid);
    if (isRefusal(sent)) return sent;
  }
  return undefined;
}
