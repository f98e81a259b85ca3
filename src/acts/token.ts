/**
 * Tokens of sessions and of one-time links: 32 random bytes as 43 characters that stand in a cookie or an address. Only
 * their SHA-256 is kept, which suffices because nobody can guess 256 random bits. Not an act itself.
 */
import { createHash } from 'node:crypto';
import type { Office } from './office.ts';

export const TOKEN_BYTES = 32;
const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** A fresh token. */
export function newToken(office: Office): string {
  return Buffer.from(office.random(TOKEN_BYTES)).toString('base64url');
}

/** What is kept of a token; undefined where the text has not the shape of one. */
export function hashOfToken(token: string): Uint8Array | undefined {
  return SHAPE.test(token) ? createHash('sha256').update(token).digest() : undefined;
}
