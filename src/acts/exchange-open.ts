/**
 * Opens what came from outside, step by step, each only where the one before held: size, envelope, our key, the signature of
 * a peer that is trusted, and only then what it says. What fails is counted by its code and leaves nothing else. Not an act itself.
 *
 * What could go wrong: something is believed before it was verified. Nothing is parsed here but two headers of closed shapes
 * until the signature of a known key was verified.
 *
 * @clause J-01, ITI 15
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { ENVELOPE_BYTES_MAX } from '../domain/exchange/limits.ts';
import type { BareCode } from '../domain/exchange/refused.ts';
import type { Statements } from '../store/database.ts';
import { findPeer, listKeysNamed, type Peer, type PeerKey } from '../store/peer.ts';
import { isSignedBy, openSealed, readSealed, readSigned, type SignedKind } from './exchange-envelope.ts';
import { nowOf, type Office } from './office.ts';
import { findOpeningKey } from './own-card.ts';

export type Opened = {
  readonly kind: SignedKind;
  readonly payload: Buffer;
  /** As it was signed (JWS). */
  readonly signed: string;
  /** Nodes that name the key it is signed by: almost always one. */
  readonly keys: readonly PeerKey[];
};

/**
 * Opens an envelope down to bytes that a key of a peer signed.
 * @refuses oversize, unreadable, not-for-us, sender-unknown, signature-wrong
 */
export async function openEnvelope(
  db: Statements,
  office: Office,
  bytes: Uint8Array,
): Promise<Opened | Refusal<BareCode>> {
  if (bytes.length > ENVELOPE_BYTES_MAX) return refusal('oversize');
  const sealed = readSealed(bytes);
  if (!sealed) return refusal('unreadable');
  const key = await findOpeningKey(db, office, sealed.kid);
  if (!key) return refusal('not-for-us');
  const signed = await openSealed(sealed.text, key);
  const read = signed === undefined ? undefined : readSigned(signed);
  if (signed === undefined || !read) return refusal('unreadable');
  const named = (await listKeysNamed(db, read.kid)).filter(({ use }) => use === 'sign');
  const [first] = named;
  if (!first) return refusal('sender-unknown');
  if (!(await isSignedBy(signed, first.x))) return refusal('signature-wrong');
  return { kind: read.kind, payload: read.payload, signed, keys: named };
}

/**
 * The peer that a signed text is from, where it and the key are trusted now.
 * @refuses sender-mismatch, key-withdrawn, key-ended, sender-unconfirmed, sender-suspended
 */
export async function trustedSender(
  db: Statements,
  office: Office,
  { keys }: Opened,
  from: string,
): Promise<Peer | Refusal<BareCode>> {
  const key = keys.find(({ node }) => node === from);
  const peer = key && (await findPeer(db, from));
  if (!key || !peer) return refusal('sender-mismatch');
  if (key.withdrawn !== undefined) return refusal('key-withdrawn');
  if (key.until !== undefined && nowOf(office) > key.until) return refusal('key-ended');
  if (peer.standing === 'unconfirmed') return refusal('sender-unconfirmed');
  return peer.standing === 'suspended' ? refusal('sender-suspended') : peer;
}

/** True for a refusal of something that came, which goes out bare. */
export function isBare<T>(value: T | Refusal<BareCode>): value is Refusal<BareCode> {
  return isRefusal(value);
}
