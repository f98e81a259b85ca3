/**
 * Signs what waits under the newest key of this node: the same messages, of the same digests. Needed where the key they were
 * signed by is trusted no more, as after a loss, or where a peer compared a newer card by voice and never learnt of a key
 * between. Not an act itself.
 *
 * @clause J-01
 */
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import type { Tx } from '../store/database.ts';
import { listOpen, saveSealed } from '../store/outbox.ts';
import { findSealKey, listPeers, lockPeer } from '../store/peer.ts';
import { readSigned, sealBytes, signBytes } from './exchange-envelope.ts';
import { nowOf, type Office } from './office.ts';
import { type HeldCard, ownCard, privateKey } from './own-card.ts';

/** Everything that waits for any peer. @refuses exchange-key-lost */
export async function signAnew(tx: Tx, office: Office, own: HeldCard): Promise<Refusal | undefined> {
  for (const { node } of await listPeers(tx)) {
    await lockPeer(tx, node);
    const refused = await signAnewFor(tx, office, own, node);
    if (isRefusal(refused)) return refused;
  }
  return undefined;
}

/** What waits for a peer that would not trust its sender; true where something is signed by another key now. */
export async function signAnewAfter(office: Office, peer: string): Promise<boolean> {
  return office.db.transaction(async (tx) => {
    const own = await ownCard(tx, office);
    if (isRefusal(own)) return false;
    await lockPeer(tx, peer);
    const signed = await signAnewFor(tx, office, own, peer);
    return !isRefusal(signed) && signed > 0;
  });
}

async function signAnewFor(
  tx: Tx,
  office: Office,
  { card }: HeldCard,
  peer: string,
): Promise<number | Refusal> {
  const key = privateKey(office, card.sign.kid);
  if (isRefusal(key)) return key;
  const to = await findSealKey(tx, peer);
  let count = 0;
  for (const { id, signed } of to ? await listOpen(tx, peer) : []) {
    const { kid, payload } = readSigned(signed.toString('latin1'))!;
    if (kid === card.sign.kid) continue;
    const again = await signBytes('message', payload, key);
    const sealed = await sealBytes(again, to!);
    await saveSealed(tx, peer, { id, signed: Buffer.from(again), sealed }, nowOf(office));
    count++;
  }
  return count;
}
