/**
 * Identifiers: UUID version 7 (RFC 9562), made by whoever submits, so that a repeated submission is harmless.
 * Time and randomness come in as arguments; the domain has neither clock nor dice.
 */
export type Uuid = string & { readonly __uuid: true };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Reads a UUID in its lower-case canonical form; undefined for anything else. */
export function parseUuid(text: string): Uuid | undefined {
  const lower = text.toLowerCase();
  return UUID.test(lower) ? (lower as Uuid) : undefined;
}

// The part of an id that tells the time is the same for all ids of one millisecond.
let lastMillis = -1;
let lastPrefix = '';

function timePrefix(millis: number): string {
  if (millis === lastMillis) return lastPrefix;
  const digits = millis.toString(16).padStart(12, '0');
  lastMillis = millis;
  lastPrefix = `${digits.slice(0, 8)}-${digits.slice(8, 12)}-`;
  return lastPrefix;
}

/**
 * Makes a UUIDv7.
 * @unit millis since 1970
 * @shape random: at least 10 bytes from `offset`
 */
export function uuidV7(millis: number, random: Uint8Array, offset = 0): Uuid {
  const hex = (place: number): string => HEX[random[offset + place]!]!;
  const version = HEX[0x70 | (random[offset]! & 0x0f)]!;
  const variant = HEX[0x80 | (random[offset + 2]! & 0x3f)]!;
  const node = hex(4) + hex(5) + hex(6) + hex(7) + hex(8) + hex(9);
  return `${timePrefix(millis)}${version}${hex(1)}-${variant}${hex(3)}-${node}` as Uuid;
}
