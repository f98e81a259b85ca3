/**
 * The card of this node itself and the keys that it names: made where the node has none yet, made anew when its name, address
 * or keys change. Not an act itself.
 *
 * Invariant: a private key is on the disk before the card that names it is committed.
 * What could go wrong: the keys are lost, as after a restore into an empty home. Then nothing can be sent or opened until
 * the keys are brought back, or new ones are made and their fingerprint is compared with every peer.
 */
import type { KeyObject } from 'node:crypto';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { type Card, cardBytes, fingerprintOf, parseCard } from '../domain/exchange/card.ts';
import { KEY_GRACE_MS } from '../domain/exchange/limits.ts';
import type { Statements } from '../store/database.ts';
import { isCatchingUp } from '../store/lost.ts';
import { findOwnCard, listOwnCards, lockPeer, saveOwnCard } from '../store/peer.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { newKeyPair, readSigned, signBytes } from './exchange-envelope.ts';
import { type Actor, machine, nowOf, type Office } from './office.ts';

export type HeldCard = { readonly card: Card; readonly signed: string; readonly fingerprint: string };

/** A card of ours from its signed text. */
export function heldCard(signed: string): HeldCard {
  const payload = readSigned(signed)?.payload;
  const card = payload && parseCard(payload);
  if (!payload || !card || isRefusal(card)) throw new Error('broken: a card that was kept is none');
  return { card, signed, fingerprint: fingerprintOf(payload) };
}

/** The newest card of this node; made with its first keys where there is none. */
export async function ownCard(tx: Statements, office: Office): Promise<HeldCard | Refusal> {
  const found = await findOwnCard(tx, office.node);
  if (found) return heldCard(found.signed);
  await lockPeer(tx, office.node);
  const meanwhile = await findOwnCard(tx, office.node);
  if (meanwhile) return heldCard(meanwhile.signed);
  const wishes = { name: `Countermark ${office.state}`, address: '', freshKeys: true, withdrawn: [] };
  const made = await makeCard(tx, office, machine('countermark', 'exchange'), {}, undefined, wishes);
  return isRefusal(made) ? made : made.held;
}

export type CardWishes = {
  readonly name: string;
  readonly address: string;
  readonly freshKeys: boolean;
  /** Keys that nobody must trust any more. */
  readonly withdrawn: readonly string[];
};

export type CardMade = { readonly held: HeldCard; readonly kept: Kept };

/** Makes and keeps the card after another. The caller holds the lock. */
export async function makeCard(
  tx: Statements,
  office: Office,
  actor: Actor,
  submitted: { readonly act?: string | undefined; readonly device?: string | undefined },
  before: Card | undefined,
  wishes: CardWishes,
): Promise<CardMade | Refusal> {
  const made = nowOf(office);
  const keys = before && !wishes.freshKeys ? before : freshKeys(office, made);
  const card: Card = {
    v: 1,
    node: office.node,
    state: office.state,
    name: wishes.name,
    address: wishes.address,
    demonstration: office.demonstration,
    seq: (before?.seq ?? 0) + 1,
    made,
    sign: keys.sign,
    seal: keys.seal,
    withdrawn: [...new Set([...(before?.withdrawn ?? []), ...wishes.withdrawn])],
  };
  const bytes = cardBytes(card);
  if (isRefusal(bytes)) return bytes;
  const key = privateKey(office, card.sign.kid);
  if (isRefusal(key)) return key;
  const signed = await signBytes('card', bytes, key);
  const fingerprint = fingerprintOf(bytes);
  const kept = await appendEntry(tx, office, actor, {
    ...submitted,
    kind: 'publish-card',
    subject: office.node,
    events: [
      {
        type: 'own-card-made',
        address: card.address,
        fingerprint,
        name: card.name,
        seal: card.seal.kid,
        seq: card.seq,
        sign: card.sign.kid,
        withdrawn: card.withdrawn,
      },
    ],
  });
  if (isRefusal(kept)) return kept;
  await saveOwnCard(tx, office.node, { seq: card.seq, signed, made, entry: kept.entry });
  return { held: { card, signed, fingerprint }, kept };
}

function freshKeys(office: Office, from: string): Pick<Card, 'sign' | 'seal'> {
  const made = (use: 'sign' | 'seal') => {
    const { kid, x, key } = newKeyPair(use);
    office.exchange.keep(kid, key);
    return { kid, x, from };
  };
  return { sign: made('sign'), seal: made('seal') };
}

/** One's own private key of a thumbprint. @refuses exchange-key-lost */
export function privateKey(office: Office, kid: string): KeyObject | Refusal<'exchange-key-lost'> {
  return office.exchange.find(kid) ?? refusal('exchange-key-lost', { key: kid });
}

/**
 * The private key that opens what is sealed to a thumbprint: that of the newest card, or of one that was rotated out not too
 * long ago and not withdrawn. Undefined for every other.
 */
export async function findOpeningKey(
  db: Statements,
  office: Office,
  kid: string,
): Promise<KeyObject | undefined> {
  const cards = await listOwnCards(db, office.node);
  const held = cards.map(({ signed }) => heldCard(signed).card);
  const place = held.findLastIndex((card) => card.seal.kid === kid);
  const newest = held.findIndex((card) => card.seal.kid === kid);
  // After a restore the newest card may be lost while its keys are here.
  if (place < 0) return (await isCatchingUp(db)) ? office.exchange.find(kid) : undefined;
  if (held[0]!.withdrawn.includes(kid)) return undefined;
  // It ended when the card after the last one that named it was made.
  const ended = newest === 0 ? undefined : Date.parse(held[newest - 1]!.made);
  if (ended !== undefined && office.clock() > ended + KEY_GRACE_MS) return undefined;
  return office.exchange.find(kid);
}
