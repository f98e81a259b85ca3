/**
 * Canonical JSON (RFC 8785): one value, one sequence of bytes, so that a hash of a body means one thing for ever.
 * Narrower than the RFC in three ways: a whole number must be below 2^53 in size, nesting ends at 64, and a body
 * ends at 64 KiB. What cannot be written so is refused, never bent. Input is hostile: sizes are bounded on the way.
 * What could go wrong: a key order or number form that differs from another program's; vectors/canonical.json pins both.
 */
import { isRefusal, type Refusal, refusal } from '../base/refusal.ts';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export type JsonObject = { readonly [key: string]: JsonValue };

/** Why a value has no canonical bytes, or why bytes are not canonical. */
export type CanonicalRefusal =
  | 'body-too-large'
  | 'body-too-deep'
  | 'number-not-safe'
  | 'text-not-well-formed'
  | 'value-not-json'
  | 'body-not-canonical';

export const BODY_BYTES_MAX = 65_536;
export const BODY_DEPTH_MAX = 64;

type Writing = { readonly bytesMax: number; room: number; fault: Refusal<CanonicalRefusal> | undefined };

/** The canonical bytes of a value, or why it has none; what is no body of an entry may have another end. */
export function canonicalBytes(
  value: unknown,
  bytesMax = BODY_BYTES_MAX,
): Uint8Array | Refusal<CanonicalRefusal> {
  const text = canonicalText(value, bytesMax);
  if (typeof text !== 'string') return text;
  return Buffer.from(text, 'utf8');
}

/** The canonical text of a value, or why it has none. */
export function canonicalText(value: unknown, bytesMax = BODY_BYTES_MAX): string | Refusal<CanonicalRefusal> {
  const writing: Writing = { bytesMax, room: bytesMax, fault: undefined };
  const text = written(value, 0, writing);
  if (writing.fault !== undefined) return writing.fault;
  // A character takes three bytes at most, so a short text need not be measured.
  return text.length * 3 > bytesMax && Buffer.byteLength(text) > bytesMax ? tooLarge(bytesMax) : text;
}

/** Reads bytes that are canonical to the last byte; anything else is refused. */
export function parseCanonical(
  bytes: Uint8Array,
  bytesMax = BODY_BYTES_MAX,
): { readonly value: JsonValue } | Refusal<CanonicalRefusal> {
  if (bytes.length > bytesMax) return tooLarge(bytesMax);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    return refusal('body-not-canonical');
  }
  const again = canonicalBytes(value, bytesMax);
  if (isRefusal(again)) return again;
  return Buffer.compare(again, bytes) === 0 ? { value } : refusal('body-not-canonical');
}

function tooLarge(bytesMax: number): Refusal<CanonicalRefusal> {
  return refusal('body-too-large', { bytesMax });
}

function written(value: unknown, depth: number, writing: Writing): string {
  if (typeof value === 'string') return writtenText(value, writing);
  if (typeof value === 'number') return writtenNumber(value, writing);
  if (value === null) return 'null';
  if (value === true) return 'true';
  if (value === false) return 'false';
  if (typeof value !== 'object') return fail(writing, refusal('value-not-json', { type: typeof value }));
  if (depth >= BODY_DEPTH_MAX) return fail(writing, refusal('body-too-deep', { depthMax: BODY_DEPTH_MAX }));
  if (Array.isArray(value)) return writtenList(value, depth, writing);
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return fail(writing, refusal('value-not-json', { type: 'object of a class' }));
  }
  return writtenObject(value as Record<string, unknown>, depth, writing);
}

function writtenList(list: readonly unknown[], depth: number, writing: Writing): string {
  let text = '[';
  for (let i = 0; i < list.length && writing.fault === undefined; i++) {
    if (--writing.room < 0) return fail(writing, tooLarge(writing.bytesMax));
    text += `${i > 0 ? ',' : ''}${written(list[i], depth + 1, writing)}`;
  }
  return `${text}]`;
}

function writtenObject(object: Record<string, unknown>, depth: number, writing: Writing): string {
  const keys = sortKeys(Object.keys(object));
  let text = '{';
  for (let i = 0; i < keys.length && writing.fault === undefined; i++) {
    const key = keys[i]!;
    text += `${i > 0 ? ',' : ''}${writtenName(key, writing)}${written(object[key], depth + 1, writing)}`;
  }
  return `${text}}`;
}

/** Names of fields that were written before: bodies have few, again and again. */
const NAMES = new Map<string, string>();
/** Named limits: how many names are remembered, and how long one may be. */
const NAMES_MAX = 1_000;
const NAME_LENGTH_MAX = 32;

function writtenName(key: string, writing: Writing): string {
  const known = NAMES.get(key);
  if (known !== undefined) {
    writing.room -= key.length + 2;
    return writing.room < 0 ? fail(writing, tooLarge(writing.bytesMax)) : known;
  }
  const name = `${writtenText(key, writing)}:`;
  const isRemembered = writing.fault === undefined && NAMES.size < NAMES_MAX;
  if (isRemembered && key.length <= NAME_LENGTH_MAX) NAMES.set(key, name);
  return name;
}

/** Sorts by UTF-16 code units, which both `>` and the default sort compare, as RFC 8785 asks. */
function sortKeys(keys: string[]): string[] {
  // By insertion where there are few, which is several times quicker than a call of sort.
  if (keys.length > 24) return keys.sort();
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i]!;
    let at = i - 1;
    for (; at >= 0 && keys[at]! > key; at--) keys[at + 1] = keys[at]!;
    keys[at + 1] = key;
  }
  return keys;
}

function writtenText(text: string, writing: Writing): string {
  writing.room -= text.length + 2;
  if (writing.room < 0) return fail(writing, tooLarge(writing.bytesMax));
  if (isPlain(text)) return `"${text}"`;
  return text.isWellFormed() ? JSON.stringify(text) : fail(writing, refusal('text-not-well-formed'));
}

/** True where no character needs an escape and none can be half of a surrogate pair. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit === 0x22 || unit === 0x5c || unit >= 0xd800) return false;
  }
  return true;
}

function writtenNumber(number: number, writing: Writing): string {
  // Negative zero is written "0", as ECMAScript and RFC 8785 do.
  if (Number.isSafeInteger(number) || (Number.isFinite(number) && !Number.isInteger(number)))
    return `${number}`;
  return fail(writing, refusal('number-not-safe', { number: String(number) }));
}

function fail(writing: Writing, fault: Refusal<CanonicalRefusal>): string {
  writing.fault ??= fault;
  return '';
}
