/**
 * What is not taken as a photograph or document: files that lie about their type, that a browser would run, that are damaged
 * or made to do harm, that are too large or too slow; and that nothing of them is kept.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDocument } from '../../src/acts/add-document.ts';
import type { Actor } from '../../src/acts/office.ts';
import { RECEIVE_LIMITS } from '../../src/acts/receive-file.ts';
import { DOCUMENT_BYTES_MAX } from '../../src/domain/documents/document.ts';
import { countKept, PDF, phonePhotograph, plainPicture, pngBomb } from './pictures.ts';
import { codeOf, type Registry, registry } from './registry.ts';

let r: Registry;
let arm: string;
let photograph: Buffer;
before(async () => {
  r = await registry();
  arm = (await r.register()).arm;
  photograph = await phonePhotograph();
});
after(() => r?.close());

const add = (body: Parameters<typeof addDocument>[0], more: object = {}, actor: Actor = r.actor) =>
  r.run(addDocument(body), { arm, kind: 'photograph', ...more }, actor);

test('what lies about its type, is no picture, or is damaged is refused, and nothing of it is kept', async () => {
  const png = await plainPicture('png');
  const before = await countKept(r, arm);
  const tried = async (bytes: Uint8Array, more: object = {}) => codeOf(await add(bytes, more));
  assert.equal(await tried(png, { name: 'left.jpg' }), 'document-claims-other');
  assert.equal(await tried(png, { media: 'image/jpeg' }), 'document-claims-other');
  const html = Buffer.from('<!DOCTYPE html><script>alert(1)</script>');
  assert.equal(await tried(html, { name: 'left.jpg', media: 'image/jpeg' }), 'document-type-unknown');
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  assert.equal(await tried(svg, { name: 'left.svg', media: 'image/svg+xml' }), 'document-type-unknown');
  assert.equal(await tried(await plainPicture('gif')), 'document-type-unknown');
  assert.equal(await tried(Buffer.alloc(0)), 'document-empty');
  assert.equal(await tried(PDF), 'photograph-not-a-picture');
  assert.equal(await tried(PDF.subarray(0, 40), { kind: 'document' }), 'document-damaged');
  const half = photograph.subarray(0, photograph.length / 2);
  assert.equal(await tried(half), 'document-damaged', 'cut off on the way');
  assert.equal(await tried(Buffer.concat([photograph.subarray(0, 40), html])), 'document-damaged');
  assert.deepEqual(await countKept(r, arm), before);
});

test('a picture made to burst is refused without being opened', async () => {
  const bomb = await pngBomb();
  assert.ok(bomb.length < 1_000_000, 'small on the wire');
  const rssBefore = process.memoryUsage().rss;
  const peakBefore = process.resourceUsage().maxRSS * 1024;
  assert.equal(codeOf(await add(bomb)), 'picture-too-large');
  const peak = process.resourceUsage().maxRSS * 1024;
  const grown = peak - Math.max(peakBefore, rssBefore);
  assert.ok(grown < 60_000_000, `memory grew by ${grown} bytes`);
});

test('a body that is too large or too slow is given up before it is read to the end', async () => {
  const before = await countKept(r, arm);
  let pieces = 0;
  let isEnded = false;
  const endless = async function* () {
    try {
      for (;;) {
        pieces++;
        yield pieces === 1 ? photograph : Buffer.alloc(1 << 20);
      }
    } finally {
      isEnded = true;
    }
  };
  assert.equal(codeOf(await add(endless())), 'document-too-large');
  assert.ok(isEnded && pieces <= DOCUMENT_BYTES_MAX / (1 << 20) + 2, `${pieces} pieces were read`);
  pieces = 0;
  assert.equal(codeOf(await add(endless(), { bytes: DOCUMENT_BYTES_MAX + 1 })), 'document-too-large');
  assert.equal(pieces, 0, 'what it says of itself is enough');
  const wrong = async function* () {
    for (; pieces < 100; pieces++) yield Buffer.from('<html>'.repeat(1000));
  };
  assert.equal(codeOf(await add(wrong())), 'document-type-unknown');
  assert.equal(pieces, 0, 'the first bytes are enough');

  const hanging = async function* () {
    yield photograph.subarray(0, 1000);
    await new Promise(() => {});
  };
  const brief = addDocument(hanging(), { ...RECEIVE_LIMITS, idleMs: 50 });
  assert.equal(codeOf(await r.run(brief, { arm, kind: 'photograph' })), 'upload-too-slow');
  const dripping = async function* () {
    for (const byte of photograph) {
      yield Buffer.of(byte);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const short = addDocument(dripping(), { ...RECEIVE_LIMITS, wholeMs: 100 });
  assert.equal(codeOf(await r.run(short, { arm, kind: 'photograph' })), 'upload-too-slow');
  const broken = async function* () {
    yield photograph.subarray(0, 1000);
    throw new Error('the line went dead');
  };
  await assert.rejects(async () => add(broken()), /went dead/);
  assert.deepEqual(await countKept(r, arm), before);
});

test('only so many files are held at once, two of one person, and room comes free again', async () => {
  let go = (): void => {};
  const wait = new Promise<void>((resolve) => {
    go = resolve;
  });
  const waiting = async function* () {
    await wait;
    yield Buffer.from('nothing');
  };
  const by = (operator: string): Actor => ({ ...r.actor, operator });
  const sending = ['a', 'a', 'b', 'b', 'c'].map((operator) => add(waiting(), {}, by(operator)));
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(codeOf(await add(photograph, {}, by('a'))), 'uploads-full', 'a has two');
  sending.push(add(waiting(), {}, by('c')));
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(codeOf(await add(photograph, {}, by('d'))), 'uploads-full', 'six are held');
  go();
  assert.deepEqual(new Set((await Promise.all(sending)).map(codeOf)), new Set(['document-type-unknown']));
  assert.equal(codeOf(await add(photograph, {}, by('d'))), 'kept');
});
