/**
 * One pass over bytes that says whether they are a canonical JSON object (RFC 8785 within the ledger's bounds). It
 * builds no values, so that it is quick, and it shares nothing with the code that writes entries.
 * The bytes are hostile: nesting and size are bounded, and nothing throws.
 */
const BYTES_MAX = 65_536;
const DEPTH_MAX = 64;
const PLAIN = 0;
const QUOTE = 1;
const BACKSLASH = 2;
const CONTROL = 3;
const WIDE = 4;

const KINDS = new Uint8Array(256);
KINDS.fill(CONTROL, 0, 0x20);
KINDS.fill(WIDE, 0x80);
KINDS[0x22] = QUOTE;
KINDS[0x5c] = BACKSLASH;

let bytes: Buffer = Buffer.alloc(0);
let end = 0;
/** Whether the text read last holds an escape or a character beyond ASCII, so that its bytes do not sort as it does. */
let isPlainText = true;

/** True where the bytes from `from` to `to` are one JSON object in canonical form and nothing more. */
export function isCanonicalObject(buffer: Buffer, from: number, to: number, bytesMax = BYTES_MAX): boolean {
  if (to - from > bytesMax || buffer[from] !== 0x7b) return false;
  bytes = buffer;
  end = to;
  return skipValue(from, 0) === to;
}

/** The place after the value that starts at `at`, or -1 where it is not canonical. */
function skipValue(at: number, depth: number): number {
  if (at >= end) return -1;
  const first = bytes[at]!;
  if (first === 0x22) return skipText(at);
  if (first === 0x7b) return depth < DEPTH_MAX ? skipObject(at, depth) : -1;
  if (first === 0x5b) return depth < DEPTH_MAX ? skipList(at, depth) : -1;
  if (first === 0x74) return skipWord(at, 'true');
  if (first === 0x66) return skipWord(at, 'false');
  if (first === 0x6e) return skipWord(at, 'null');
  return skipNumber(at);
}

function skipWord(at: number, word: string): number {
  const after = at + word.length;
  return after <= end && bytes.toString('latin1', at, after) === word ? after : -1;
}

function skipList(start: number, depth: number): number {
  let at = start + 1;
  if (at < end && bytes[at] === 0x5d) return at + 1;
  for (;;) {
    at = skipValue(at, depth + 1);
    if (at < 0 || at >= end) return -1;
    if (bytes[at] === 0x5d) return at + 1;
    if (bytes[at++] !== 0x2c) return -1;
  }
}

function skipObject(start: number, depth: number): number {
  let at = start + 1;
  if (at < end && bytes[at] === 0x7d) return at + 1;
  let lastFrom = -1;
  let lastTo = -1;
  let lastPlain = true;
  for (;;) {
    if (at >= end || bytes[at] !== 0x22) return -1;
    const keyTo = skipText(at);
    if (keyTo < 0) return -1;
    const plain = isPlainText;
    if (lastFrom >= 0 && !isBefore(lastFrom, lastTo, at, keyTo, plain && lastPlain)) return -1;
    lastFrom = at;
    lastTo = keyTo;
    lastPlain = plain;
    if (keyTo >= end || bytes[keyTo] !== 0x3a) return -1;
    at = skipValue(keyTo + 1, depth + 1);
    if (at < 0 || at >= end) return -1;
    if (bytes[at] === 0x7d) return at + 1;
    if (bytes[at++] !== 0x2c) return -1;
  }
}

/** Whether the first quoted key sorts before the second by UTF-16 code units; equal keys do not. */
function isBefore(aFrom: number, aTo: number, bFrom: number, bTo: number, isPlain: boolean): boolean {
  if (!isPlain) {
    const a = JSON.parse(bytes.toString('utf8', aFrom, aTo)) as string;
    return a < (JSON.parse(bytes.toString('utf8', bFrom, bTo)) as string);
  }
  const data = bytes;
  const shared = Math.min(aTo - aFrom, bTo - bFrom) - 1;
  for (let i = 1; i < shared; i++) {
    const difference = data[aFrom + i]! - data[bFrom + i]!;
    if (difference !== 0) return difference < 0;
  }
  return aTo - aFrom < bTo - bFrom;
}

function skipText(start: number): number {
  // Held in locals, because this loop sees nearly every byte of a ledger.
  const [data, stop] = [bytes, end];
  isPlainText = true;
  for (let at = start + 1; at < stop; ) {
    const kind = KINDS[data[at]!]!;
    if (kind === PLAIN) at++;
    else if (kind === QUOTE) return at + 1;
    else if (kind === CONTROL) return -1;
    else {
      isPlainText = false;
      at = kind === BACKSLASH ? skipEscape(at) : skipWide(at);
      if (at < 0) return -1;
    }
  }
  return -1;
}

const LONG_ESCAPE = /^\\u00(0[0-7bef]|1[0-9a-f])$/;

/** Only the shortest escape of a character is canonical, and only where the character needs one. */
function skipEscape(start: number): number {
  if (start + 1 >= end) return -1;
  if ('bfnrt"\\'.includes(String.fromCharCode(bytes[start + 1]!))) return start + 2;
  if (start + 6 > end) return -1;
  return LONG_ESCAPE.test(bytes.toString('latin1', start, start + 6)) ? start + 6 : -1;
}

/** A character of two to four bytes in well-formed UTF-8: not overlong, no surrogate, not beyond U+10FFFF. */
function skipWide(at: number): number {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return -1;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (at + length > end) return -1;
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (bytes[at + 1]! < low || bytes[at + 1]! > high) return -1;
  for (let i = 2; i < length; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return -1;
  return at + length;
}

/** A number must stand as ECMAScript writes it, and a whole number must be below 2^53 in size. */
function skipNumber(start: number): number {
  let at = start;
  while (at < end && isNumberByte(bytes[at]!)) if (++at - start > 30) return -1;
  const text = bytes.toString('latin1', start, at);
  if (text.length === 0) return -1;
  const number = Number(text);
  if (!Number.isFinite(number) || String(number) !== text) return -1;
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? -1 : at;
}

function isNumberByte(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2e || byte === 0x2b || byte === 0x65;
}
