/**
 * What two nodes say to each other when one of them was restored from an older backup and lost what it had said since: it asks,
 * and the other gives back every place that it holds, with the very message where it has it. The signature of the one that asked
 * proves what it said; nothing else is believed.
 *
 * @clause J-04, C-13
 */
import { z } from 'zod';
import { isRefusal } from '../base/refusal.ts';
import { canonicalText } from '../ledger/canonical.ts';
import { isDeeper } from './depth.ts';
import { TYPE, wireDigest, wireId, wireInstant } from './header.ts';
import { DEPTH_MAX, PAYLOAD_BYTES_MAX, THREAD_LENGTH_MAX } from './limits.ts';
import { REASON, RECEIPT_RESULTS } from './receipt.ts';
import { RECEIPT_CODES } from './refused.ts';

/** Named limit: bytes of what one message gives back, where it is more than one message. */
export const GIVEN_BACK_BYTES = 1024 * 1024;
const PLACES_MAX = 2000;
/** Bytes that are left of a message for its header and all that is no message given back. */
const ROOM_BYTES = 4096;
/** How much deeper a message lies in the one that gives it back. */
const NESTED = 6;
const PART = /^[A-Za-z0-9_-]+$/;
const PROTECTED_LENGTH_MAX = 700;
const SIGNATURE_LENGTH = 86;

export const restoredBody = z.strictObject({
  since: wireInstant.describe(
    'By the clock of the sender: from then on it may have lost what it said and took.',
  ),
});

const said = z.strictObject({
  protected: z.string().max(PROTECTED_LENGTH_MAX).regex(PART).describe('First part of its JWS.'),
  message: z
    .record(z.string(), z.unknown())
    .describe('The message; its canonical bytes are the second part.'),
  signature: z.string().length(SIGNATURE_LENGTH).regex(PART).describe('Third part.'),
});

export const givenBackPlace = z.strictObject({
  message: wireId.describe('Id of the message.'),
  thread: wireId,
  seq: z.int().min(1).max(THREAD_LENGTH_MAX),
  type: z.string().max(60).regex(TYPE),
  digest: wireDigest,
  made: wireInstant,
  result: z.enum(RECEIPT_RESULTS).describe('What its receipt said.'),
  code: z.enum(RECEIPT_CODES).optional(),
  reason: z.string().regex(REASON).optional(),
  said: said
    .optional()
    .describe('The message itself; absent where it was refused, or is too large to be given back.'),
});
export type GivenBack = z.infer<typeof givenBackPlace>;

export const givenBackBody = z.strictObject({
  asked: wireId.describe('Id of the message peer/restored that this answers.'),
  places: z.array(givenBackPlace).max(PLACES_MAX),
  last: z.boolean().describe('True in the last message of the answer.'),
});
export type GivenBackBody = z.infer<typeof givenBackBody>;

export const gapBody = z.strictObject({}).describe('Nothing: what stood in this place is lost for good.');

/** A signed message as it is given back; undefined where it would not fit. */
export function partsOfSigned(signed: string): NonNullable<GivenBack['said']> | undefined {
  const [first = '', payload = '', signature = ''] = signed.split('.');
  const bytes = Buffer.from(payload, 'base64url');
  const isLarge = bytes.length + first.length + ROOM_BYTES > PAYLOAD_BYTES_MAX;
  if (isLarge || isDeeper(bytes, DEPTH_MAX - NESTED)) return undefined;
  return { protected: first, message: JSON.parse(bytes.toString('utf8')), signature };
}

/** A signed message from what was given back: the same bytes that were signed, or undefined where there are none. */
export function signedFromParts(parts: NonNullable<GivenBack['said']>): string | undefined {
  const text = canonicalText(parts.message, PAYLOAD_BYTES_MAX);
  if (isRefusal(text)) return undefined;
  return `${parts.protected}.${Buffer.from(text).toString('base64url')}.${parts.signature}`;
}

/** True where a message is what its place says. */
export function isOfPlace(
  {
    header,
  }: { readonly header: Record<'id' | 'thread' | 'type' | 'made', string> & { readonly seq: number } },
  place: GivenBack,
): boolean {
  return (
    header.id === place.message &&
    header.thread === place.thread &&
    header.seq === place.seq &&
    header.type === place.type &&
    header.made === place.made
  );
}

/** A message of places that is being filled. */
export type Filling = { readonly places: readonly GivenBack[]; readonly bytes: number };
export const NOTHING_GIVEN: Filling = { places: [], bytes: 0 };

/** The message with one more place; undefined where that has no room in it: many small ones go together, a large one alone. */
export function withPlace({ places, bytes }: Filling, place: GivenBack): Filling | undefined {
  const size = Buffer.byteLength(JSON.stringify(place));
  if (places.length > 0 && (bytes + size > GIVEN_BACK_BYTES || places.length === PLACES_MAX))
    return undefined;
  return { places: [...places, place], bytes: bytes + size };
}
