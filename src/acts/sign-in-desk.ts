/**
 * What signing in needs beside the office: the hasher, the sign-in secret of the home (a file outside database and
 * backups), and the name under which passkeys know this server. Put together in src/main; a test gives its own.
 *
 * Sealed values and keyed hashes are made with keys derived from the newest secret; older ones still open what they sealed.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Hasher } from './hasher.ts';
import type { Office } from './office.ts';

export type SignInSecret = {
  /** Tells the secrets of a home apart: 8 hexadecimal digits. */
  readonly id: string;
  readonly key: Uint8Array;
};

export type SignInDesk = {
  readonly office: Office;
  readonly hasher: Hasher;
  /** The newest first; at least one. */
  readonly secrets: readonly [SignInSecret, ...SignInSecret[]];
  readonly site: {
    /** Host name without port; passkeys work under names only, never under bare addresses. */
    readonly rpId: string;
    /** With scheme and port, as browsers send it. */
    readonly origin: string;
    readonly name: string;
  };
};

const IV_BYTES = 12;
const TAG_BYTES = 16;

const derived = (secret: SignInSecret, use: 'seal' | 'count'): Buffer =>
  Buffer.from(hkdfSync('sha256', secret.key, new Uint8Array(0), `countermark sign-in ${use}`, 32));

/** A keyed hash: tells equal values apart from different ones to nobody without the secret. */
export function keyedHash(desk: SignInDesk, ...parts: readonly string[]): Buffer {
  return createHmac('sha256', derived(desk.secrets[0], 'count')).update(JSON.stringify(parts)).digest();
}

/** Seals a secret of an account (AES-256-GCM); it opens for the same account only. */
export function sealFor(desk: SignInDesk, account: string, bytes: Uint8Array): string {
  const [secret] = desk.secrets;
  const iv = Uint8Array.from(desk.office.random(IV_BYTES));
  const cipher = createCipheriv('aes-256-gcm', derived(secret, 'seal'), iv).setAAD(Buffer.from(account));
  const sealed = Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  return `${secret.id}.${sealed.toString('base64url')}`;
}

/** Opens what was sealed for an account; undefined where its key is gone or it was sealed for another. */
export function openSealed(desk: SignInDesk, account: string, sealed: string): Buffer | undefined {
  const [id = '', text = ''] = sealed.split('.');
  const secret = desk.secrets.find((one) => one.id === id);
  const bytes = Buffer.from(text, 'base64url');
  if (secret === undefined || bytes.length < IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', derived(secret, 'seal'), bytes.subarray(0, IV_BYTES));
  decipher.setAAD(Buffer.from(account)).setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** True where a value was sealed with an older key and should be sealed anew. */
export function isSealDated(desk: SignInDesk, sealed: string): boolean {
  return !sealed.startsWith(`${desk.secrets[0].id}.`);
}
