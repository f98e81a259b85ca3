/**
 * How what passes between nodes is signed and sealed: a compact JWS (EdDSA) inside a compact JWE (ECDH-ES+A256KW, A256GCM).
 * Outside stands nothing but the key it is sealed to. Not an act itself.
 *
 * What could go wrong: a header that asks for another way of opening, or for keys from elsewhere. So the headers are read
 * here first, each against a closed shape; the library sees nothing but the ways named here.
 *
 * @clause J-01, ITI 15
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactEncrypt, CompactSign, compactDecrypt, compactVerify } from 'jose';
import { z } from 'zod';
import { kidShape, thumbprint } from '../domain/exchange/card.ts';

export const SIGNED_KINDS = {
  message: 'countermark-message',
  receipt: 'countermark-receipt',
  card: 'countermark-card',
  report: 'countermark-report',
} as const;
export type SignedKind = keyof typeof SIGNED_KINDS;

const SEALED_KIND = 'countermark-sealed';
const HEADER_LENGTH_MAX = 700;
const SEALED_PARTS = 5;
const SIGNED_PARTS = 3;

const sealedHeader = z.strictObject({
  alg: z.literal('ECDH-ES+A256KW'),
  enc: z.literal('A256GCM'),
  kid: kidShape,
  typ: z.literal(SEALED_KIND),
  epk: z.strictObject({ kty: z.literal('OKP'), crv: z.literal('X25519'), x: kidShape }),
});
const signedHeader = z.strictObject({
  alg: z.literal('EdDSA'),
  kid: kidShape,
  typ: z.enum(Object.values(SIGNED_KINDS)),
});

/** A new pair of keys for signing or sealing, with the thumbprint and the public half as cards name them. */
export function newKeyPair(use: 'sign' | 'seal'): {
  readonly kid: string;
  readonly x: string;
  readonly key: KeyObject;
} {
  const { privateKey: key } = use === 'sign' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519');
  return { ...namesOf(key), key };
}

/** Thumbprint and public half of a private key. */
export function namesOf(key: KeyObject): { readonly kid: string; readonly x: string } {
  const { crv, x } = createPublicKey(key).export({ format: 'jwk' });
  return { kid: thumbprint(crv as 'Ed25519' | 'X25519', x!), x: x! };
}

/** A private key as it stands in its file. */
export function parsePrivateKey(pem: string | Buffer): KeyObject {
  return createPrivateKey(pem);
}

/** Signs bytes as a kind of thing, so that a receipt can never stand for a message. */
export async function signBytes(kind: SignedKind, bytes: Uint8Array, key: KeyObject): Promise<string> {
  const { kid } = namesOf(key);
  return new CompactSign(bytes).setProtectedHeader({ alg: 'EdDSA', kid, typ: SIGNED_KINDS[kind] }).sign(key);
}

/** Seals what was signed to the key of its receiver. */
export async function sealBytes(
  signed: string,
  to: { readonly kid: string; readonly x: string },
): Promise<Uint8Array> {
  const jwk = { kty: 'OKP', crv: 'X25519', x: to.x };
  const sealed = await new CompactEncrypt(Buffer.from(signed))
    .setProtectedHeader({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid: to.kid, typ: SEALED_KIND })
    .encrypt(jwk);
  return Buffer.from(sealed);
}

/** Whom an envelope is sealed to, told without opening it; undefined where it is none. */
export function readSealed(bytes: Uint8Array): { readonly kid: string; readonly text: string } | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const header = readHeader(partsOf(text, SEALED_PARTS)?.[0], sealedHeader);
  return header && { kid: header.kid, text };
}

/** Opens an envelope with one's own key; undefined where it does not open. */
export async function openSealed(text: string, key: KeyObject): Promise<string | undefined> {
  try {
    const { plaintext } = await compactDecrypt(text, key, {
      keyManagementAlgorithms: ['ECDH-ES+A256KW'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return Buffer.from(plaintext.buffer, plaintext.byteOffset, plaintext.byteLength).toString('latin1');
  } catch {
    return undefined;
  }
}

export type ReadSigned = { readonly kind: SignedKind; readonly kid: string; readonly payload: Buffer };

/** What a signed text says of itself, unverified; undefined where it is none. */
export function readSigned(text: string): ReadSigned | undefined {
  const [first, payload] = partsOf(text, SIGNED_PARTS) ?? [];
  const header = readHeader(first, signedHeader);
  if (!header || payload === undefined) return undefined;
  const [kind] = Object.entries(SIGNED_KINDS).find(([, typ]) => typ === header.typ) as [SignedKind, string];
  return { kind, kid: header.kid, payload: Buffer.from(payload, 'base64url') };
}

/** True where a signed text was signed by the key of this public half. */
export async function isSignedBy(text: string, x: string): Promise<boolean> {
  try {
    await compactVerify(text, { kty: 'OKP', crv: 'Ed25519', x }, { algorithms: ['EdDSA'] });
    return true;
  } catch {
    return false;
  }
}

/** The parts of a compact writing, each in the letters of base64url; undefined where it is none. */
function partsOf(text: string, parts: number): readonly string[] | undefined {
  if (!/^[A-Za-z0-9_.-]+$/.test(text)) return undefined;
  const found = text.split('.', parts + 1);
  return found.length === parts && found.every((part) => part !== '') ? found : undefined;
}

function readHeader<T>(text: string | undefined, shape: z.ZodType<T>): T | undefined {
  if (text === undefined || text.length > HEADER_LENGTH_MAX) return undefined;
  try {
    const read = shape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
