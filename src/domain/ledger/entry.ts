/**
 * The body of an entry: what every entry says whatever it is about. Its events carry the subject matter and are
 * only held to be JSON objects here; the words of the domain read them. No personal data stands in a body.
 * Bytes come from imports, peers and old exports: they are bounded, canonical, and of this shape, or refused.
 */
import { isRefusal, type Refusal, refusal } from '../base/refusal.ts';
import { type CanonicalRefusal, canonicalBytes, type JsonObject, parseCanonical } from './canonical.ts';

export type EntryBody = {
  readonly v: 1;
  /** Made by the client, so that a repeated submission is harmless. */
  readonly id: string;
  /** One act may write many entries; they share this. */
  readonly act: string;
  readonly kind: string;
  /** The arm, file or thing whose history this entry belongs to. */
  readonly subject: string;
  /** The office and person who acted, by their ids. */
  readonly by: JsonObject;
  /** When the node recorded it, an instant in milliseconds. */
  readonly recorded: string;
  /** What the device's own clock said. */
  readonly device?: string;
  readonly events: readonly JsonObject[];
  /** The id of the entry that this one corrects. */
  readonly corrects?: string;
};

/** Why bytes are no entry body; `field` in the facts names the member at fault. */
export type EntryRefusal = CanonicalRefusal | 'entry-malformed';

export const ENTRY_EVENTS_MAX = 1_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const KIND = /^[a-z][a-z0-9-]{0,63}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

const MEMBERS: Readonly<Record<keyof EntryBody, { needed: boolean; isGood: (value: unknown) => boolean }>> = {
  v: { needed: true, isGood: (value) => value === 1 },
  id: { needed: true, isGood: isUuid },
  act: { needed: true, isGood: isUuid },
  kind: { needed: true, isGood: (value) => typeof value === 'string' && KIND.test(value) },
  subject: { needed: true, isGood: isUuid },
  by: { needed: true, isGood: isObject },
  recorded: { needed: true, isGood: isInstant },
  device: { needed: false, isGood: isInstant },
  events: { needed: true, isGood: isEventList },
  corrects: { needed: false, isGood: isUuid },
};

const MEMBER_LIST = Object.entries(MEMBERS);

/** The bytes of an entry body, as they are hashed and kept. */
export function entryBytes(body: EntryBody): Uint8Array | Refusal<EntryRefusal> {
  const fault = findFault(body);
  return fault ?? canonicalBytes(body);
}

/** Reads an entry body from the bytes that were hashed. */
export function parseEntryBody(bytes: Uint8Array): EntryBody | Refusal<EntryRefusal> {
  const parsed = parseCanonical(bytes);
  if (isRefusal(parsed)) return parsed;
  return findFault(parsed.value) ?? (parsed.value as unknown as EntryBody);
}

function findFault(value: unknown): Refusal<EntryRefusal> | undefined {
  if (!isObject(value)) return refusal('entry-malformed', { field: '' });
  const body = value as Record<string, unknown>;
  for (const [field, { needed, isGood }] of MEMBER_LIST) {
    if (Object.hasOwn(body, field) ? !isGood(body[field]) : needed)
      return refusal('entry-malformed', { field });
  }
  for (const field in body) {
    if (!Object.hasOwn(MEMBERS, field)) return refusal('entry-malformed', { field: field.slice(0, 64) });
  }
  return undefined;
}

function isUuid(value: unknown): boolean {
  return typeof value === 'string' && UUID.test(value);
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEventList(value: unknown): boolean {
  return Array.isArray(value) && value.length <= ENTRY_EVENTS_MAX && value.every(isObject);
}
