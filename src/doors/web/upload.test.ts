/** A file is bounded by what its first bytes say it is, and what is refused is not kept. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { Context } from 'hono';
import { isRefusal } from '../../domain/base/refusal.ts';
import { openIncoming } from '../import/incoming.ts';
import { takeFile } from './upload.ts';

const LIMITS = { workbookBytesMax: 20_000, textBytesMax: 60_000 };

/** What a visitor sends who has one file. */
function sending(contents: Uint8Array): Context {
  const form = new FormData();
  form.append('file', new File([Uint8Array.from(contents)], 'a.xlsx'));
  const raw = new Request('http://localhost/files', { method: 'POST', body: form });
  return { req: { raw, header: (name: string) => raw.headers.get(name) ?? undefined } } as unknown as Context;
}

test('a workbook and a text each have a limit of their own, to the byte', async (t) => {
  const place = mkdtempSync(path.join(tmpdir(), 'upload-'));
  t.after(() => rmSync(place, { recursive: true, force: true }));
  const folder = openIncoming(place);
  const workbook = (bytes: number): Buffer =>
    Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(bytes - 4, 1)]);
  const text = (bytes: number): Buffer => Buffer.alloc(bytes, 'a,b\n');
  const cases: [Buffer, string | undefined][] = [
    [workbook(20_000), undefined],
    [workbook(20_001), 'upload-too-large'],
    [text(60_000), undefined],
    [text(60_001), 'upload-too-large'],
    [text(10), undefined],
    [Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)]), 'not-a-sheet'],
  ];
  for (const [contents, refused] of cases) {
    const before = readdirSync(place).length;
    const taken = await takeFile(folder, sending(contents), new Map(), LIMITS);
    assert.equal(isRefusal(taken) ? taken.refused : undefined, refused, `${contents.length}`);
    assert.equal(readdirSync(place).length, before + (refused ? 0 : 1), 'what is refused is not kept');
    if (!isRefusal(taken)) assert.deepEqual(readFileSync(path.join(place, taken.file)), contents);
  }
});
