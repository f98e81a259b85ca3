/**
 * Signed notes (C2SP signed-note): a text, an empty line, and lines "— name base64(key id, signature)". Several keys
 * may sign one text: the ledger's own and those of witnesses; lines of keys not known here are kept as they came.
 * Invariant: what is signed is the text with its last newline, and nothing else.
 * A note comes from outside: its size is bounded before it is read, and only one spelling of each line is taken.
 */
import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { type Refusal, refusal } from '../base/refusal.ts';
import { sha256 } from './hash.ts';

/** Why a note or a key cannot be read. */
export type NoteRefusal = 'note-too-large' | 'note-malformed' | 'key-malformed';

export const NOTE_BYTES_MAX = 65_536;
export const NOTE_SIGNATURES_MAX = 100;
const ED25519 = 1;
const KEY_ID_BYTES = 4;
const PUBLIC_KEY_BYTES = 32;

export type VerifierKey = { readonly name: string; readonly keyId: string; readonly publicKey: Uint8Array };
export type NoteSignature = { readonly name: string; readonly keyId: string; readonly signature: Uint8Array };
export type SignedNote = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** True where a key may bear this name: no spaces, no plus, well-formed and not empty. */
export function isKeyName(name: string): boolean {
  return /^[^\s+\p{Cc}]{1,200}$/u.test(name) && name.isWellFormed();
}

/** The verifier key of an Ed25519 public key, under the name by which its signatures are known. */
export function verifierKeyOf(name: string, key: KeyObject): VerifierKey {
  const shared = key.type === 'private' ? createPublicKey(key) : key;
  const publicKey = Buffer.from(String(shared.export({ format: 'jwk' }).x), 'base64url');
  return { name, keyId: keyIdOf(name, publicKey), publicKey };
}

/** Writes a verifier key as `name+keyid+base64`, the form in which it is given to those who check. */
export function formatVerifierKey({ name, keyId, publicKey }: VerifierKey): string {
  return `${name}+${keyId}+${toBase64(Buffer.concat([Uint8Array.of(ED25519), publicKey]))}`;
}

/** Reads a verifier key; its key id must be that of its name and bytes. */
export function parseVerifierKey(text: string): VerifierKey | Refusal<NoteRefusal> {
  if (text.length > 512) return refusal('key-malformed');
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text);
  const bytes = match ? fromBase64(match[3]!) : undefined;
  if (!match || !bytes || bytes.length !== 1 + PUBLIC_KEY_BYTES || bytes[0] !== ED25519) {
    return refusal('key-malformed');
  }
  const [name, keyId, publicKey] = [match[1]!, match[2]!, bytes.subarray(1)];
  return isKeyName(name) && keyIdOf(name, publicKey) === keyId
    ? { name, keyId, publicKey }
    : refusal('key-malformed');
}

/** Signs a text with an Ed25519 private key under the key's name. */
export function signText(text: string, name: string, privateKey: KeyObject): NoteSignature {
  const { keyId } = verifierKeyOf(name, privateKey);
  return { name, keyId, signature: sign(null, Buffer.from(text, 'utf8'), privateKey) };
}

/** True where one of the note's lines is a good signature of this key over the note's text. */
export function isSignedBy(note: SignedNote, key: VerifierKey): boolean {
  const text = Buffer.from(note.text, 'utf8');
  const lines = note.signatures.filter((line) => line.name === key.name && line.keyId === key.keyId);
  if (lines.length === 0) return false;
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key.publicKey).toString('base64url') };
  const publicKey = createPublicKey({ format: 'jwk', key: jwk });
  return lines.every((line) => verify(null, text, publicKey, line.signature));
}

/** Writes a signed note as text. */
export function formatNote({ text, signatures }: SignedNote): string {
  const lines = signatures.map(
    ({ name, keyId, signature }) =>
      `\u2014 ${name} ${toBase64(Buffer.concat([Buffer.from(keyId, 'hex'), signature]))}\n`,
  );
  return `${text}\n${lines.join('')}`;
}

/** Reads a signed note: bounded, strict, without checking any signature. */
export function parseNote(note: string): SignedNote | Refusal<NoteRefusal> {
  if (note.length > NOTE_BYTES_MAX || Buffer.byteLength(note) > NOTE_BYTES_MAX) {
    return refusal('note-too-large', { bytesMax: NOTE_BYTES_MAX });
  }
  if (!note.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return refusal('note-malformed');
  const gap = note.lastIndexOf('\n\n');
  if (gap < 0 || !note.endsWith('\n')) return refusal('note-malformed');
  const lines = note.slice(gap + 2, -1).split('\n');
  if (lines.length > NOTE_SIGNATURES_MAX) return refusal('note-malformed');
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignatureLine(line);
    if (signature === undefined) return refusal('note-malformed', { line });
    signatures.push(signature);
  }
  return { text: note.slice(0, gap + 1), signatures };
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const match = /^\u2014 (\S+) (\S+)$/u.exec(line);
  const bytes = match ? fromBase64(match[2]!) : undefined;
  if (!match || !bytes || bytes.length <= KEY_ID_BYTES || !isKeyName(match[1]!)) return undefined;
  return {
    name: match[1]!,
    keyId: bytes.subarray(0, KEY_ID_BYTES).toString('hex'),
    signature: bytes.subarray(KEY_ID_BYTES),
  };
}

function keyIdOf(name: string, publicKey: Uint8Array): string {
  const input = Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Uint8Array.of(ED25519), publicKey]);
  return Buffer.from(sha256(input).subarray(0, KEY_ID_BYTES)).toString('hex');
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  // Only the one spelling with padding and without stray bits is taken.
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : undefined;
}
