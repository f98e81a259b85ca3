/**
 * The payload of an age file (age-encryption.org/v1, "STREAM"): pieces of 64 KiB, each under ChaCha20-Poly1305 with a
 * counter and a mark on the last. The library makes and opens the head with the keys in it; the payload goes through the
 * cipher of the system here, because the library's own, in JavaScript, takes ten times as long.
 *
 * What could go wrong: a counter used twice under one key gives both pieces away, so every payload draws its own nonce and
 * with it its own key; a payload cut at the end of a piece lacks the mark and is refused.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Decrypter, Encrypter } from 'age-encryption';

const PIECE = 65_536;
const TAG = 16;
const NONCE = 16;
const HEAD_BYTES_MAX = 65_536;
const CIPHER = 'chacha20-poly1305';
/** Several pieces are joined to one chunk, so that the disk is asked less often. */
const CHUNK_PIECES = 16;

/** Seals what comes to the recipients of an encrypter. */
export async function* seal(
  encrypter: Encrypter,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, void> {
  let fileKey = new Uint8Array(0);
  encrypter.addRecipient({
    wrapFileKey(key) {
      fileKey = Uint8Array.from(key);
      return [];
    },
  });
  const empty = await encrypter.encrypt(new Uint8Array(0));
  const nonce = randomBytes(NONCE);
  yield Buffer.concat([empty.subarray(0, empty.length - NONCE - TAG), nonce]);
  const key = keyOf(fileKey, nonce);
  let sealed: Buffer[] = [];
  let count = 0;
  for await (const { piece, isLast } of piecesOf(plain, PIECE)) {
    const cipher = createCipheriv(CIPHER, key, counterOf(count++, isLast), { authTagLength: TAG });
    sealed.push(cipher.update(piece), cipher.final(), cipher.getAuthTag());
    if (!isLast && count % CHUNK_PIECES !== 0) continue;
    yield Buffer.concat(sealed);
    sealed = [];
  }
}

/** Reads the head with the keys of a decrypter, then gives what was sealed. Throws where anything was changed. */
export async function open(
  decrypter: Decrypter,
  sealed: AsyncIterable<Uint8Array>,
): Promise<AsyncGenerator<Buffer, void>> {
  const source = sealed[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  let end = -1;
  while (end < 0 || start.length < end + NONCE) {
    const next = await source.next();
    if (next.done || (end < 0 && start.length > HEAD_BYTES_MAX))
      throw new Error('the head of the file is not whole');
    start = Buffer.concat([start, next.value]);
    const mac = start.indexOf('\n--- ');
    end = mac < 0 ? -1 : start.indexOf(10, mac + 1) + 1 || -1;
  }
  const fileKey = await decrypter.decryptHeader(start.subarray(0, end));
  const key = keyOf(fileKey, start.subarray(end, end + NONCE));
  return openPieces(key, start.subarray(end + NONCE), { [Symbol.asyncIterator]: () => source });
}

async function* openPieces(
  key: Buffer,
  first: Buffer,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, void> {
  const all = (async function* () {
    yield first;
    yield* rest;
  })();
  let count = 0;
  for await (const { piece, isLast } of piecesOf(all, PIECE + TAG)) {
    if (piece.length < TAG || (piece.length === TAG && count > 0)) throw new Error('the file ends too early');
    const decipher = createDecipheriv(CIPHER, key, counterOf(count++, isLast), { authTagLength: TAG });
    decipher.setAuthTag(piece.subarray(piece.length - TAG));
    const opened = decipher.update(piece.subarray(0, piece.length - TAG));
    // Nothing is given away before the tag was found good.
    decipher.final();
    yield opened;
  }
}

/** Cuts what comes into pieces of one size; the last may be shorter, and is empty only where nothing came at all. */
async function* piecesOf(
  chunks: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<{ readonly piece: Buffer; readonly isLast: boolean }, void> {
  let waiting: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    waiting =
      waiting.length === 0
        ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
        : Buffer.concat([waiting, chunk]);
    let at = 0;
    // A full piece is held back until something follows it, for it may be the last.
    for (; waiting.length - at > size; at += size)
      yield { piece: waiting.subarray(at, at + size), isLast: false };
    waiting = Buffer.from(waiting.subarray(at));
  }
  yield { piece: waiting, isLast: true };
}

function keyOf(fileKey: Uint8Array, nonce: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

function counterOf(count: number, isLast: boolean): Buffer {
  const counter = Buffer.alloc(12);
  counter.writeUIntBE(count, 5, 6);
  counter[11] = isLast ? 1 : 0;
  return counter;
}
