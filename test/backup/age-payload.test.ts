/** Our payload of an age file is the library's, byte for byte in both directions, at every edge of a piece. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decrypter, Encrypter } from 'age-encryption';
import { open, seal } from '../../src/doors/backup/age-payload.ts';
import { makeKeys } from './backup-world.ts';

const PIECE = 65_536;
const SIZES = [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 17 * PIECE, 17 * PIECE + 5];

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const sample = (size: number): Buffer =>
  Buffer.from(Uint8Array.from({ length: size }, (_, n) => (n * 31) % 251));

test('what we seal the library opens, and what the library seals we open', async () => {
  const { identity, recipients } = await makeKeys();
  for (const size of SIZES) {
    for (const step of [1000, 100_000]) {
      const encrypter = new Encrypter();
      for (const recipient of recipients) encrypter.addRecipient(recipient);
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      const plain = sample(size);
      const sealed = await gather(seal(encrypter, inChunks(plain, step)));
      assert.ok(plain.equals(await decrypter.decrypt(sealed)), `sealed ${size}`);
      const theirs = await encrypter.encrypt(plain);
      assert.ok(plain.equals(await gather(await open(decrypter, inChunks(theirs, step)))), `opened ${size}`);
    }
  }
});

test('every cut and every flipped bit is noticed', async () => {
  const { identity, recipients } = await makeKeys();
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipients[0]!);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const sealed = await gather(seal(encrypter, inChunks(sample(2 * PIECE + 10), 5000)));
  const tries = async (bytes: Buffer) => gather(await open(decrypter, inChunks(bytes, 7000)));
  assert.equal((await tries(sealed)).length, 2 * PIECE + 10);
  const head = sealed.length - (2 * PIECE + 10 + 3 * 16);
  for (const cut of [1, 10, 26, 27, PIECE + 16 + 26, sealed.length - head, sealed.length - 30, sealed.length])
    await assert.rejects(tries(sealed.subarray(0, sealed.length - cut)), Error, `cut by ${cut}`);
  for (const at of [5, 100, head - 20, head - 1, head, head + PIECE, sealed.length - 1]) {
    const harmed = Buffer.from(sealed);
    harmed[at]! ^= 1;
    await assert.rejects(tries(harmed), Error, `bit at ${at} of ${sealed.length}`);
  }
  await assert.rejects(tries(Buffer.concat([sealed, Buffer.from([0])])));
});
