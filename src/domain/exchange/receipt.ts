/**
 * A receipt: what the machine of the receiver says at once of a message that came, signed and sealed as the message was.
 * "taken" means kept for good and acted upon. It is no acknowledgement in the sense of ITI 19, which a person gives, as a message of its own.
 *
 * @clause J-01, C-13
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../base/refusal.ts';
import { canonicalBytes, parseCanonical } from '../ledger/canonical.ts';
import { wireDigest, wireId, wireInstant } from './header.ts';
import { RECEIPT_BYTES_MAX } from './limits.ts';
import { type BareCode, RECEIPT_CODES } from './refused.ts';

export const RECEIPT_RESULTS = ['taken', 'held', 'refused'] as const;
export const REASON = /^[a-z0-9-]{1,60}$/;

export const receiptShape = z.strictObject({
  v: z.literal(1).describe('Version of the protocol.'),
  message: wireId.describe('Id of the message.'),
  digest: wireDigest,
  from: wireId.describe('Node that took the message, which signs this.'),
  to: wireId.describe('Node that sent it.'),
  result: z
    .enum(RECEIPT_RESULTS)
    .describe('held: kept, and handled once what comes before it in its thread has come.'),
  code: z.enum(RECEIPT_CODES).optional().describe('Why it was refused.'),
  reason: z
    .string()
    .regex(REASON)
    .optional()
    .describe('Where it is refused-here: the word of the receiver for it.'),
  at: wireInstant.describe("By the receiver's clock."),
});
export type Receipt = z.infer<typeof receiptShape>;

const shape = receiptShape.refine(({ result, code }) => (result === 'refused') === (code !== undefined));

/** The bytes that are signed. */
export function receiptBytes(receipt: Receipt): Uint8Array | Refusal {
  return canonicalBytes(receipt);
}

/** Reads the bytes that a peer signed. @refuses unreadable, version-unknown */
export function parseReceipt(bytes: Uint8Array): Receipt | Refusal<BareCode> {
  const parsed = parseCanonical(bytes, RECEIPT_BYTES_MAX);
  if (isRefusal(parsed)) return refusal('unreadable');
  const { v } = (parsed.value ?? {}) as { readonly v?: unknown };
  if (typeof v === 'number' && v !== 1) return refusal('version-unknown');
  const read = shape.safeParse(parsed.value);
  return read.success ? read.data : refusal('unreadable');
}

/** A refusal of a handler as a receipt may name it; a word that does not fit is left out. */
export function reasonOf(refused: string): string | undefined {
  return REASON.test(refused) ? refused : undefined;
}
