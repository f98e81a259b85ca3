/**
 * The card of a node: who it is, where it can be reached, and the keys by which it signs and to which others seal. A card is
 * trusted because people compared its fingerprint over another way, or because the keys that were trusted before bring it.
 *
 * What could go wrong: a card in the place of another's. Whoever makes one can write any name on it; only the comparison by
 * telephone, of the whole card, tells whose it is.
 *
 * @clause J-01, I-01
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../base/refusal.ts';
import { canonicalBytes, parseCanonical } from '../ledger/canonical.ts';
import { sha256 } from '../ledger/hash.ts';
import { wireId, wireInstant } from './header.ts';
import { CARD_BYTES_MAX } from './limits.ts';

const KEY_BYTES = /^[A-Za-z0-9_-]{43}$/;
const WITHDRAWN_MAX = 40;
export const CARD_NAME_MAX = 120;
export const ADDRESS_MAX = 300;

export const kidShape = z.string().regex(KEY_BYTES).describe('Thumbprint of the key (RFC 7638, SHA-256).');
const publicKey = z.strictObject({
  kid: kidShape,
  x: z.string().regex(KEY_BYTES).describe('The public key: 32 bytes, as base64url.'),
  from: wireInstant,
});

export const cardShape = z.strictObject({
  v: z.literal(1).describe('Version of the protocol.'),
  node: wireId,
  state: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe('The State, by its two letters.'),
  name: z.string().min(1).max(CARD_NAME_MAX),
  address: z
    .string()
    .max(ADDRESS_MAX)
    .describe(
      'Where messages are posted to, up to the path of the protocol; empty for a node that takes files only.',
    ),
  demonstration: z.boolean().describe('True where everything in the node is invented.'),
  seq: z.int().min(1).max(1_000_000).describe('Counts the cards of the node.'),
  made: wireInstant,
  sign: publicKey.describe('Ed25519.'),
  seal: publicKey.describe('X25519.'),
  withdrawn: z
    .array(kidShape)
    .max(WITHDRAWN_MAX)
    .describe('Keys of the node that must not be trusted any more.'),
});
export type Card = z.infer<typeof cardShape>;

/** The thumbprint of a public key of curve Ed25519 or X25519 (RFC 7638). */
export function thumbprint(crv: 'Ed25519' | 'X25519', x: string): string {
  const text = `{"crv":"${crv}","kty":"OKP","x":"${x}"}`;
  return Buffer.from(sha256(Buffer.from(text))).toString('base64url');
}

/** The bytes that are signed. */
export function cardBytes(card: Card): Uint8Array | Refusal {
  return canonicalBytes(card, CARD_BYTES_MAX);
}

/** Reads the bytes of a card. @refuses card-unreadable where they are none, or a key is not what its name says */
export function parseCard(bytes: Uint8Array): Card | Refusal<'card-unreadable'> {
  const parsed = parseCanonical(bytes, CARD_BYTES_MAX);
  const read = isRefusal(parsed) ? undefined : cardShape.safeParse(parsed.value);
  if (!read?.success) return refusal('card-unreadable');
  const { sign, seal, withdrawn } = read.data;
  const isGood =
    thumbprint('Ed25519', sign.x) === sign.kid &&
    thumbprint('X25519', seal.x) === seal.kid &&
    !withdrawn.includes(sign.kid) &&
    !withdrawn.includes(seal.kid);
  return isGood ? read.data : refusal('card-unreadable');
}

const GROUPS = 8;
const GROUP_DIGITS = 5;

/**
 * What two people read to each other: eight groups of five digits made from the SHA-256 of the whole card, because digits
 * are read aloud in any language.
 */
export function fingerprintOf(card: Uint8Array): string {
  const hash = Buffer.from(sha256(card));
  const groups = Array.from({ length: GROUPS }, (_, place) =>
    String(hash.readUInt32BE(place * 4) % 10 ** GROUP_DIGITS).padStart(GROUP_DIGITS, '0'),
  );
  return groups.join(' ');
}

const ZEROS = [0x0660, 0x06f0, 0x0966];

/** A fingerprint as somebody typed it: digits of Latin, Arabic or Indic writing, grouped or not; undefined for anything else. */
export function parseFingerprint(typed: string): string | undefined {
  const digits = [...typed.slice(0, 200)]
    .map(latinDigit)
    .join('')
    .replace(/[\s.,\-‐-―\u200e\u200f]/g, '');
  if (!/^\d{40}$/.test(digits)) return undefined;
  return digits.match(/\d{5}/g)!.join(' ');
}

function latinDigit(sign: string): string {
  const code = sign.codePointAt(0)!;
  const zero = ZEROS.find((from) => code >= from && code <= from + 9);
  return zero === undefined ? sign : String(code - zero);
}

/**
 * An address that messages may be posted to: https alone, or this machine itself where everything is invented. Undefined
 * where there is none of that kind.
 */
export function addressOf({
  address,
  demonstration,
}: Pick<Card, 'address' | 'demonstration'>): URL | undefined {
  if (address === '' || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined;
  const isLocal = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/.test(url.hostname);
  const isFit = url.protocol === 'https:' || (demonstration && isLocal && url.protocol === 'http:');
  return isFit ? url : undefined;
}
