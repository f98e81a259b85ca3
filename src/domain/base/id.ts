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

/**
 * Makes a UUIDv7.
 * @unit millis since 1970
 * @shape random: at least 10 bytes from `offset`
 */
export function uuidV7(millis: number, random: Uint8Array, offset = 0): Uuid {
  const high = Math.floor(millis / 0x1_0000_0000);
  const low = millis % 0x1_0000_0000;
  const hex = (byte: number): string => HEX[byte & 0xff]!;
  const r = (index: number): number => random[offset + index]!;
  return (hex(high >>> 8) +
    hex(high) +
    hex(low >>> 24) +
    hex(low >>> 16) +
    '-' +
    hex(low >>> 8) +
    hex(low) +
    '-' +
    hex(0x70 | (r(0) & 0x0f)) +
    hex(r(1)) +
    '-' +
    hex(0x80 | (r(2) & 0x3f)) +
    hex(r(3)) +
    '-' +
    hex(r(4)) +
    hex(r(5)) +
    hex(r(6)) +
    hex(r(7)) +
    hex(r(8)) +
    hex(r(9))) as Uuid;
}
