/**
 * Sends a message to a peer from inside another act: it is signed, sealed and put into the outbox in the transaction of that
 * act, so that it goes out exactly where the act was kept. What carries it comes later. Not an act itself.
 *
 * @clause J-01, C-13
 */

import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { digestOf, type MessageType, messageBytes } from '../domain/exchange/header.ts';
import { EXPIRY_MS } from '../domain/exchange/limits.ts';
import type { JsonObject } from '../domain/ledger/canonical.ts';
import type { Statements } from '../store/database.ts';
import { findNextPlace, insertOutgoing } from '../store/outbox.ts';
import { findPeer, findSealKey, lockPeer } from '../store/peer.ts';
import { sealBytes, signBytes } from './exchange-envelope.ts';
import { newId, type Office } from './office.ts';
import { ownCard, privateKey } from './own-card.ts';

export type Sending = {
  /** Node of the peer. */
  readonly peer: string;
  readonly type: MessageType;
  readonly thread: string;
  /** Its place among the messages to this peer in this thread; the next one but for a place that is said to be lost. */
  readonly seq?: number | undefined;
  readonly body: JsonObject;
};

export type Sent = {
  readonly message: string;
  readonly seq: number;
  /** SHA-256 of the canonical message, for the entry of the act that sends. */
  readonly digest: string;
  /** The message as it was signed (JWS). */
  readonly signed: Uint8Array;
};

/**
 * Puts a message into the outbox.
 * @refuses peer-unknown, peer-not-confirmed, peer-suspended, peer-catching-up, message-too-large, exchange-key-lost
 * @durable when the transaction commits
 */
export async function sendMessage(tx: Statements, office: Office, wanted: Sending): Promise<Sent | Refusal> {
  const own = await ownCard(tx, office);
  if (isRefusal(own)) return own;
  await lockPeer(tx, wanted.peer);
  const refused = await refusePeer(tx, wanted.peer);
  if (refused) return refused;
  return sendSigned(tx, office, wanted, own.card.sign.kid);
}

/** Why nothing may be sent to a peer. */
export async function refusePeer(tx: Statements, node: string): Promise<Refusal | undefined> {
  const peer = await findPeer(tx, node);
  if (!peer) return refusal('peer-unknown', { peer: node });
  if (peer.standing === 'unconfirmed') return refusal('peer-not-confirmed', { peer: peer.name });
  if (peer.standing === 'suspended') return refusal('peer-suspended', { peer: peer.name });
  // A place that was used before a restore must not be used again.
  if (peer.lost !== undefined) return refusal('peer-catching-up', { peer: peer.name });
  return undefined;
}

/** Puts a message into the outbox, signed by a key of this node that need not be that of its newest card. */
export async function sendSigned(
  tx: Statements,
  office: Office,
  { peer, type, thread, seq: wantedSeq, body }: Sending,
  kid: string,
): Promise<Sent | Refusal> {
  const seq = wantedSeq ?? (await findNextPlace(tx, peer, thread));
  const id = newId(office);
  const now = office.clock();
  const [made, expires] = [new Date(now).toISOString(), new Date(now + EXPIRY_MS).toISOString()];
  const header = { v: 1, id, type, from: office.node, to: peer, thread, seq, made, expires } as const;
  const bytes = messageBytes({ header, body });
  if (isRefusal(bytes))
    return bytes.refused === 'body-too-large' ? refusal('message-too-large', bytes.facts) : bytes;
  const key = privateKey(office, kid);
  if (isRefusal(key)) return key;
  const to = await findSealKey(tx, peer);
  if (!to) return refusal('peer-not-confirmed', { peer });
  const signedText = await signBytes('message', bytes, key);
  const sealed = await sealBytes(signedText, to);
  const [digest, signed] = [digestOf(bytes), Buffer.from(signedText)];
  await insertOutgoing(tx, { peer, id, thread, seq, type, digest, made, expires, signed, sealed });
  return { message: id, seq, digest, signed };
}
