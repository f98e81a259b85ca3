/**
 * Reads the input of an act from a request: bounded in bytes before anything is read, in nesting before it is parsed, and
 * in what its texts may hold. What comes in is hostile.
 */
import { type Refusal, refusal } from '../../domain/base/refusal.ts';
import { doorNo } from './problem.ts';

/** Named limits of a body. */
export const BODY_BYTES_MAX = 1024 * 1024;
export const BODY_DEPTH_MAX = 20;

const TYPE = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The JSON value of a body.
 * @refuses body-not-json, request-too-large, body-unreadable, body-nested, text-not-well-formed
 */
export async function readInput(request: Request): Promise<{ readonly value: unknown } | Refusal> {
  if (!TYPE.test(request.headers.get('content-type') ?? '')) return doorNo('body-not-json');
  const bytes = await readBytes(request, BODY_BYTES_MAX);
  if (!bytes) return doorNo('request-too-large');
  let text: string;
  try {
    text = UTF8.decode(bytes);
  } catch {
    return doorNo('body-unreadable');
  }
  return parseInput(text);
}

/**
 * The value of a JSON text whose length is bounded already.
 * @refuses body-unreadable, body-nested, text-not-well-formed
 */
export function parseInput(text: string): { readonly value: unknown } | Refusal {
  if (isNestedDeeper(text, BODY_DEPTH_MAX)) return doorNo('body-nested');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return doorNo('body-unreadable');
  }
  return isWellFormed(value) ? { value } : refusal('text-not-well-formed');
}

/** The bytes of a body; undefined where there are more than `most`, whatever the request says of itself. */
export async function readBytes(request: Request, most: number): Promise<Uint8Array | undefined> {
  const stated = request.headers.get('content-length');
  if (stated !== null) {
    // The server reads no more than was stated.
    if (!(Number(stated) <= most)) return undefined;
    return new Uint8Array(await request.arrayBuffer());
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** True where brackets outside of texts stand deeper than `most`. */
function isNestedDeeper(text: string, most: number): boolean {
  let depth = 0;
  let within = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (within) {
      if (code === 0x5c) at++;
      else if (code === 0x22) within = false;
    } else if (code === 0x22) within = true;
    else if (code === 0x7b || code === 0x5b) {
      depth++;
      if (depth > most) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}

/** True where no text holds half of a character or the sign that no database keeps. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, member]) => isWellFormed(name) && isWellFormed(member));
}
