/**
 * Signed checkpoints as the verifier reads them: its own strict reading of the note, its lines and its keys, written
 * apart from the code that signs. What cannot be read is undefined; the caller says so to people.
 */
import { createPublicKey, verify } from 'node:crypto';
import { sha256 } from '../../domain/ledger/hash.ts';

const NOTE_CHARACTERS_MAX = 65_536;
const LINES_MAX = 100;

export type Key = { readonly name: string; readonly id: Buffer; readonly bytes: Buffer };
export type Checkpoint = {
  readonly text: string;
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  readonly lines: readonly { readonly name: string; readonly blob: Buffer }[];
};

function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** Reads a verifier key, `name+id+base64`, for Ed25519. */
export function readKey(text: string): Key | undefined {
  const [name, hexId, ...rest] = text.trim().split('+');
  const bytes = strictBase64(rest.join('+'));
  if (!name || !hexId || bytes?.length !== 33 || bytes[0] !== 1) return undefined;
  const id = Buffer.from(sha256(Buffer.concat([Buffer.from(`${name}\n`), bytes])).subarray(0, 4));
  return id.toString('hex') === hexId ? { name, id, bytes: bytes.subarray(1) } : undefined;
}

/** Reads a signed checkpoint, without trusting it. */
export function readCheckpoint(note: string): Checkpoint | undefined {
  if (note.length > NOTE_CHARACTERS_MAX || !note.endsWith('\n')) return undefined;
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0) return undefined;
  const text = note.slice(0, gap + 1);
  const body = text.slice(0, -1).split('\n');
  const [origin, count, rootText] = body;
  const root = strictBase64(rootText ?? '');
  const size = Number(count);
  if (!origin || body.includes('') || !Number.isSafeInteger(size) || String(size) !== count) return undefined;
  if (size < 0 || root?.length !== 32) return undefined;
  const signatures = note.slice(gap + 2, -1).split('\n');
  if (signatures.length > LINES_MAX) return undefined;
  const lines = [];
  for (const line of signatures) {
    const [dash, name, base64, ...more] = line.split(' ');
    const blob = strictBase64(base64 ?? '');
    if (dash !== '\u2014' || !name || !blob || blob.length < 5 || more.length > 0) return undefined;
    lines.push({ name, blob });
  }
  return { text, origin, size, root, lines };
}

/** True where the checkpoint bears a signature of the key, and all lines under its name and id are good. */
export function isSigned(checkpoint: Checkpoint, key: Key): boolean {
  const own = checkpoint.lines.filter(
    ({ name, blob }) => name === key.name && key.id.equals(blob.subarray(0, 4)),
  );
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.bytes.toString('base64url') };
  const publicKey = createPublicKey({ format: 'jwk', key: jwk });
  const text = Buffer.from(checkpoint.text);
  return own.length > 0 && own.every(({ blob }) => verify(null, text, publicKey, blob.subarray(4)));
}
