/**
 * How a card of a peer is read, judged and kept: with its keys, and with what waits for the peer sealed anew. Not an act itself.
 *
 * What could go wrong: a card that carries the id of an arm or a case as its node, so that its entries would stand among
 * theirs. A node is claimed as every new thing is.
 *
 * @clause J-01, I-01
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { addressOf, type Card, fingerprintOf, parseCard } from '../domain/exchange/card.ts';
import { CARD_BYTES_MAX, KEY_GRACE_MS } from '../domain/exchange/limits.ts';
import type { Statements } from '../store/database.ts';
import { claimSubjects } from '../store/ledger.ts';
import { listOpen, saveSealed } from '../store/outbox.ts';
import { findPeer, listKeysOf, type Peer, type Standing, saveKeys, savePeer } from '../store/peer.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { isSignedBy, readSigned, sealBytes } from './exchange-envelope.ts';
import { type Actor, nowOf, type Office } from './office.ts';
import { heldCard } from './own-card.ts';

export type CardRead = { readonly card: Card; readonly signed: string; readonly fingerprint: string };

/**
 * Reads a card as it was handed over: signed by the key that it names itself.
 * @refuses card-unreadable, card-own, card-of-another-kind, card-address-unfit
 */
export async function readCard(office: Office, text: string): Promise<CardRead | Refusal> {
  const signed = text.trim();
  const read = signed.length > CARD_BYTES_MAX ? undefined : readSigned(signed);
  if (read?.kind !== 'card') return refusal('card-unreadable');
  const card = parseCard(read.payload);
  if (isRefusal(card)) return card;
  if (card.sign.kid !== read.kid || !(await isSignedBy(signed, card.sign.x)))
    return refusal('card-unreadable');
  if (card.node === office.node) return refusal('card-own');
  if (card.demonstration !== office.demonstration) return refusal('card-of-another-kind');
  if (card.address !== '' && !addressOf(card))
    return refusal('card-address-unfit', { address: card.address });
  return { card, signed, fingerprint: fingerprintOf(read.payload) };
}

/**
 * Why a card cannot take the place of what is known of its node.
 * @refuses card-key-withdrawn, card-node-taken
 */
export async function refuseCard(tx: Statements, { card }: CardRead): Promise<Refusal | undefined> {
  const keys = await listKeysOf(tx, card.node);
  const named = [card.sign.kid, card.seal.kid];
  const withdrawn = keys.find(({ kid, withdrawn: at }) => at !== undefined && named.includes(kid));
  if (withdrawn) return refusal('card-key-withdrawn', { key: withdrawn.kid });
  if (await findPeer(tx, card.node)) return undefined;
  const taken = await claimSubjects(tx, [card.node]);
  return taken === undefined ? undefined : refusal('card-node-taken', { node: taken });
}

export type CardKeeping = {
  readonly act?: string | undefined;
  readonly device?: string | undefined;
  readonly kind: string;
  readonly standing: Standing;
  readonly confirmed: string | undefined;
  readonly confirmedBy: string | undefined;
  readonly events: readonly object[];
};

/** Keeps a card as the newest of its node, with an entry; what waits for the peer is sealed to its new key. */
export async function keepCard(
  tx: Statements,
  office: Office,
  actor: Actor,
  { card, signed }: CardRead,
  { act, device, kind, events, ...standing }: CardKeeping,
): Promise<Kept | Refusal> {
  const kept = await appendEntry(tx, office, actor, { act, device, kind, subject: card.node, events });
  if (isRefusal(kept)) return kept;
  await savePeer(tx, card, { ...standing, signed, entry: kept.entry });
  const now = nowOf(office);
  await saveKeys(tx, card, new Date(office.clock() + KEY_GRACE_MS).toISOString(), now);
  for (const { id, signed: message } of await listOpen(tx, card.node)) {
    const sealed = await sealBytes(message.toString('latin1'), card.seal);
    await saveSealed(tx, card.node, { id, signed: message, sealed }, now);
  }
  return kept;
}

/** What an entry says of a card. */
export function cardEvent(type: string, { card, fingerprint }: CardRead): object {
  const { node, state, name, address, seq, sign, seal, withdrawn } = card;
  return { type, node, state, name, address, seq, fingerprint, sign: sign.kid, seal: seal.kid, withdrawn };
}

/** The newest card of a peer as it was kept. */
export function cardOfPeer(peer: Peer): CardRead {
  return heldCard(peer.card);
}
