/**
 * The receipt of an entry: a short check code, and the text of its two-dimensional code. A code is ten letters drawn from
 * the entry's leaf hash and salt and one letter that checks them, such as 7K4Q-92MT-KP3: 50 bits, so a guess fits a given
 * entry once in 10^15 tries. Whoever has salt and body of the entry can compute it again and so hold paper against the
 * ledger; the published tree alone is not enough, because the salt goes into it.
 *
 * Invariant: every single wrong letter and every exchange of two letters is noticed by the check letter alone.
 * What could go wrong: a receipt taken for proof. It names an entry, its leaf and the size of a tree that holds it; the proof
 * is in the ledger. Nor is it an acknowledgement under ITI 19, which a State gives to a State.
 */
import { parseUuid } from '../base/id.ts';
import { formatLetters, multiply, POWER, parseLetters } from '../base/letters.ts';
import { commitment, HASH_BYTES, leafHash, sha256 } from './hash.ts';

export type ReceiptCode = string & { readonly __receiptCode: true };

/** Letters that carry the code, five bits each, before the one that checks them. */
const PAYLOAD_LENGTH = 10;
const TAG = Buffer.from('countermark receipt v1\0', 'latin1');
/** Named limit: characters of what is given as a code or as the text of a two-dimensional code. */
export const RECEIPT_TEXT_MAX = 160;

/** The check code of an entry, from the bytes that its leaf commits to. */
export function receiptCode(salt: Uint8Array, body: Uint8Array): ReceiptCode {
  const leaf = leafHash(commitment(salt, body));
  const digest = sha256(Buffer.concat([TAG, salt, leaf], TAG.length + salt.length + HASH_BYTES));
  let bits = 0n;
  for (const byte of digest.subarray(0, 7)) bits = (bits << 8n) | BigInt(byte);
  const values = Array.from({ length: PAYLOAD_LENGTH }, (_, place) =>
    Number((bits >> BigInt(51 - 5 * place)) & 31n),
  );
  return grouped([...values, checkOf(values)]);
}

/** The letter that brings the sum of all letters, each weighted by its place, to zero. */
function checkOf(values: readonly number[]): number {
  return values.reduce((sum, value, place) => sum ^ multiply(value, POWER[place + 1]!), 0);
}

function grouped(values: readonly number[]): ReceiptCode {
  const text = formatLetters(values);
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}` as ReceiptCode;
}

export type CodeReading = { readonly code: ReceiptCode } | { readonly wrong: 'shape' | 'check' };

const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * Reads a code however it was written or said: small letters, blanks, dashes, O for 0, I or L for 1, U for V, and the digits
 * of Arabic and Persian hands.
 */
export function parseReceiptCode(text: string): CodeReading {
  if (text.length > RECEIPT_TEXT_MAX) return { wrong: 'shape' };
  const plain = text
    .normalize('NFKC')
    .replace(EASTERN_DIGITS, (digit) => String((digit.codePointAt(0) ?? 0) & 15))
    .replace(/[\s\-.·_\u2010-\u2015\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/u/gi, 'V');
  const values = plain.length === PAYLOAD_LENGTH + 1 ? parseLetters(plain) : undefined;
  if (!values) return { wrong: 'shape' };
  const check = checkOf(values.slice(0, PAYLOAD_LENGTH));
  return check === values[PAYLOAD_LENGTH] ? { code: grouped(values) } : { wrong: 'check' };
}

/** What the two-dimensional code of a receipt names; an arm by its State number, whatever has none by its id. */
export type ReceiptFacts = {
  readonly about: string;
  readonly entry: string;
  readonly leaf: number;
  /** Size of the tree of a signed checkpoint that holds the leaf. */
  readonly size: number;
  readonly code: ReceiptCode;
};

/**
 * Writes the text of the two-dimensional code, in capitals so that it stays small:
 * `CM1:XA-7K4Q9-2MTKP/<entry>/<leaf>/<size>/<code>`.
 */
export function formatReceipt({ about, entry, leaf, size, code }: ReceiptFacts): string {
  return `CM1:${about}/${entry}/${leaf}/${size}/${code}`.toUpperCase();
}

const NUMBER = /^[A-Z]{2}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/;
const COUNT = /^(?:0|[1-9]\d{0,14})$/;

/** Reads the text of a two-dimensional code; undefined where it is none of ours. */
export function parseReceipt(text: string): ReceiptFacts | undefined {
  if (text.length > RECEIPT_TEXT_MAX) return undefined;
  const [about = '', named = '', leaf = '', size = '', written = '', ...rest] = (
    /^CM1:(.*)$/i.exec(text.trim())?.[1] ?? ''
  ).split('/');
  const entry = named.toLowerCase();
  const by = NUMBER.test(about.toUpperCase()) ? about.toUpperCase() : about.toLowerCase();
  const reading = parseReceiptCode(written);
  if (rest.length > 0 || !parseUuid(entry) || !(NUMBER.test(by) || parseUuid(by) !== undefined))
    return undefined;
  if (!COUNT.test(leaf) || !COUNT.test(size) || Number(leaf) >= Number(size) || !('code' in reading))
    return undefined;
  return { about: by, entry, leaf: Number(leaf), size: Number(size), code: reading.code };
}
