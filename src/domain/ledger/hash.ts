/**
 * The hashes of the ledger: SHA-256 in the shapes of RFC 9162, and the commitment that stands in the tree in place
 * of an entry's body. This is the only file that the writer of the ledger and its independent reader share.
 * Invariant: a leaf and an inner node start with different bytes, so neither can pass for the other.
 */
import { hash } from 'node:crypto';

export const HASH_BYTES = 32;
export const SALT_BYTES = 16;

/** The SHA-256 digest as text of 32 Latin-1 characters: about three times quicker here than asking for bytes. */
export function digestText(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'binary');
}

/** The SHA-256 digest of some bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return Buffer.from(digestText(bytes), 'latin1');
}

/** The hash of a leaf: SHA-256 of the byte 0 and the leaf's data (RFC 9162 section 2.1.1). */
export function leafHash(data: Uint8Array): Uint8Array {
  const input = Buffer.allocUnsafe(data.length + 1);
  input[0] = 0;
  input.set(data, 1);
  return sha256(input);
}

const pair = Buffer.alloc(1 + 2 * HASH_BYTES, 1);

/** The hash of an inner node: SHA-256 of the byte 1, the left and the right hash (RFC 9162 section 2.1.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1);
  pair.set(right, 1 + HASH_BYTES);
  return sha256(pair);
}

/** What the tree carries for an entry: SHA-256 of its salt and its body, so that a leaf tells nobody anything. */
export function commitment(salt: Uint8Array, body: Uint8Array): Uint8Array {
  const input = Buffer.allocUnsafe(salt.length + body.length);
  input.set(salt, 0);
  input.set(body, salt.length);
  return sha256(input);
}

/** The root of the tree without leaves: SHA-256 of nothing. */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array(0));

/** True where two hashes are the same bytes. */
export function isSameHash(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
