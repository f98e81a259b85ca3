/**
 * Signs what waits under the newest key of this node: the same messages, of the same digests. Needed where the key they were
 * signed by is trusted no more, as after a loss, or where a peer compared a newer card by voice and never learnt of a key
 * between. Not an act itself.
 *
 * @clause J-01
 */
import type { KeyObject } from 'node:crypto';
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { parseCard } from '../domain/exchange/card.ts';
import { parseMessage } from '../domain/exchange/header.ts';
import type { Tx } from '../store/database.ts';
import { listOpen, saveSealed } from '../store/outbox.ts';
import { findSealKey, listOwnCards, listPeers, lockPeer } from '../store/peer.ts';
import { readSigned, sealBytes, signBytes } from './exchange-envelope.ts';
import { nowOf, type Office } from './office.ts';
import { type HeldCard, heldCard, ownCard, privateKey } from './own-card.ts';

/** Everything that waits for any peer. @refuses exchange-key-lost */
export async function signAnew(tx: Tx, office: Office, own: HeldCard): Promise<Refusal | undefined> {
  for (const { node } of await listPeers(tx)) {
    await lockPeer(tx, node);
    const refused = await signAnewFor(tx, office, own, node);
    if (isRefusal(refused)) return refused;
  }
  return undefined;
}

/**
 * Signs what waits for a peer that would not trust the sender of this message: true where it was signed anew and may be tried at
 * once. A message that brings a new card is signed by the key before that card and by the newest in turn, because the peer may have
 * suspended this node and know the one, or have compared a newer card by voice and know the other.
 */
export async function signAnewAfter(office: Office, peer: string, message: string): Promise<boolean> {
  return office.db.transaction(async (tx) => {
    const own = await ownCard(tx, office);
    if (isRefusal(own)) return false;
    await lockPeer(tx, peer);
    const signed = await signAnewFor(tx, office, own, peer, message);
    return !isRefusal(signed) && signed.has(message);
  });
}

/** Signs what waits for a peer; of cards all, or where one message was refused that one alone. Gives what may be tried at once. */
async function signAnewFor(
  tx: Tx,
  office: Office,
  { card }: HeldCard,
  peer: string,
  refused?: string,
): Promise<ReadonlySet<string> | Refusal> {
  const newest = privateKey(office, card.sign.kid);
  if (isRefusal(newest)) return newest;
  const to = await findSealKey(tx, peer);
  const done = new Set<string>();
  for (const { id, signed } of to ? await listOpen(tx, peer) : []) {
    const { kid, payload } = readSigned(signed.toString('latin1'))!;
    const brought = refused === undefined ? undefined : broughtCard(payload);
    if (brought !== undefined && id !== refused) continue;
    const isNewest = kid === card.sign.kid;
    const key = isNewest && brought !== undefined ? await keyBefore(tx, office, brought) : newest;
    if (!key || (isNewest && brought === undefined)) continue;
    const again = await signBytes('message', payload, key);
    const sealed = await sealBytes(again, to!);
    await saveSealed(tx, peer, { id, signed: Buffer.from(again), sealed }, nowOf(office));
    if (brought === undefined) done.add(id);
  }
  return done;
}

/** Which card of this node a message brings; undefined where it brings none. */
function broughtCard(payload: Uint8Array): number | undefined {
  const message = parseMessage(payload);
  if (isRefusal(message) || message.header.type !== 'peer/card') return undefined;
  const { card } = message.body;
  const read = typeof card === 'string' ? readSigned(card) : undefined;
  const brought = read && parseCard(read.payload);
  return !brought || isRefusal(brought) ? undefined : brought.seq;
}

/** The key that stood before a card of this node, where it is held still. */
async function keyBefore(tx: Tx, office: Office, seq: number): Promise<KeyObject | undefined> {
  const before = (await listOwnCards(tx, office.node)).find((card) => card.seq === seq - 1);
  return before && office.exchange.find(heldCard(before.signed).card.sign.kid);
}
