/**
 * A message between nodes: a header that says what it is, from whom to whom and in which place of which thread, and a body
 * that the exchange itself never looks into. Its bytes are canonical JSON, so that one message has one digest for ever,
 * whatever signs or seals it.
 *
 * Invariant: what is parsed here has been bounded in bytes and depth first, and came signed by a peer; it is still hostile.
 *
 * @clause J-01, C-13
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../base/refusal.ts';
import { canonicalBytes, type JsonObject, parseCanonical } from '../ledger/canonical.ts';
import { sha256 } from '../ledger/hash.ts';
import { isDeeper } from './depth.ts';
import { DEPTH_MAX, PAYLOAD_BYTES_MAX, THREAD_LENGTH_MAX } from './limits.ts';
import type { BareCode } from './refused.ts';

/** Every type is `subject/what`. */
export const TYPE = /^[a-z]+\/[a-z]+(?:-[a-z]+)*$/;

/** What a message may be about; a closed list, which only a new version makes longer. */
export const MESSAGE_TYPES = [
  'trace/request',
  'trace/acknowledged',
  'trace/more-wanted',
  'trace/more-given',
  'trace/answer',
  'trace/clarification-wanted',
  'trace/clarification-given',
  'trace/withdrawn',
  'trace/closed',
  'listing/published',
  'listing/renewed',
  'listing/cancelled',
  'listing/hit',
  'listing/asked',
  'listing/told',
  'peer/card',
  'peer/restored',
  'peer/given-back',
  'peer/gap',
] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INSTANT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/;

export const wireId = z.string().regex(UUID).describe('A UUID in small letters.');
export const wireInstant = z
  .string()
  .regex(INSTANT)
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .describe('A moment of UTC to the millisecond, as 2026-03-04T10:30:00.000Z.');

export const wireDigest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 of the canonical bytes of the message.');

export const headerShape = z.strictObject({
  v: z.literal(1).describe('Version of the protocol.'),
  id: wireId.describe('Made by the sender; the same message keeps it however often it travels.'),
  type: z.enum(MESSAGE_TYPES),
  from: wireId.describe('Node that sends.'),
  to: wireId.describe('Node that it is for.'),
  thread: wireId.describe(
    'What it belongs to; messages of one sender in one thread are handled in their order.',
  ),
  seq: z
    .int()
    .min(1)
    .max(THREAD_LENGTH_MAX)
    .describe('Its place among the messages of this sender in this thread, from 1.'),
  made: wireInstant.describe("By the sender's clock."),
  expires: wireInstant.describe('When the sender stops trying.'),
});
export type Header = z.infer<typeof headerShape>;
export type Message = { readonly header: Header; readonly body: JsonObject };

// The type is told from the closed list only after the place of the message is known, so that its refusal takes the place.
const envelope = z.strictObject({
  header: headerShape.extend({ type: z.string().max(60).regex(TYPE) }),
  body: z.record(z.string(), z.unknown()),
});

/** True for a type of this version. */
export function isMessageType(type: string): type is MessageType {
  return (MESSAGE_TYPES as readonly string[]).includes(type);
}

/** The bytes that are signed, or why there are none: its body is too large, or no JSON. */
export function messageBytes(message: Message): Uint8Array | Refusal {
  const bytes = canonicalBytes(message, PAYLOAD_BYTES_MAX);
  if (isRefusal(bytes)) return bytes;
  return isDeeper(bytes, DEPTH_MAX) ? refusal('body-too-deep', { depthMax: DEPTH_MAX }) : bytes;
}

/** What a message is known by: the SHA-256 of its canonical bytes, in hexadecimal digits. */
export function digestOf(bytes: Uint8Array): string {
  return Buffer.from(sha256(bytes)).toString('hex');
}

/**
 * Reads the bytes that a peer signed. The type may be one that nobody knows.
 * @refuses too-deep, oversize, unreadable, version-unknown
 */
export function parseMessage(bytes: Uint8Array): Message | Refusal<BareCode> {
  if (isDeeper(bytes, DEPTH_MAX)) return refusal('too-deep');
  const parsed = parseCanonical(bytes, PAYLOAD_BYTES_MAX);
  if (isRefusal(parsed)) return refusal(parsed.refused === 'body-too-large' ? 'oversize' : 'unreadable');
  const version = versionOf(parsed.value);
  if (version !== undefined && version !== 1) return refusal('version-unknown');
  const read = envelope.safeParse(parsed.value);
  return read.success ? (read.data as Message) : refusal('unreadable');
}

function versionOf(value: unknown): number | undefined {
  const { header } = (value ?? {}) as { readonly header?: { readonly v?: unknown } };
  const v = header?.v;
  return typeof v === 'number' ? v : undefined;
}
