/** How many files the pages hold at once is bounded while they come, too; a stranger's file is not held at all. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import { PDF, phonePhotograph } from '../acts/pictures.ts';
import { type Target, target } from './attack-world.ts';
import { plain } from './officer.ts';

let t: Target;
before(async () => {
  t = await target();
});
after(() => t.close());

const HEAD = '--x1\r\nContent-Disposition: form-data; name="title"\r\n\r\nTyped before\r\n';
const FILE =
  'Content-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n';

/** Sends the beginning of a form, and gives what sends the rest and tells the answer. */
function begun(
  cookie: string,
  path: string,
  isStated = true,
): { end(): Promise<{ status: number; text: string }> } {
  const start = `${HEAD}--x1\r\n${FILE}`;
  const rest = `${'a'.repeat(isStated ? 3_000_000 : 1_060_000)}\r\n--x1--\r\n`;
  const headers = {
    ...{ cookie, origin: t.pages.address, 'content-type': 'multipart/form-data; boundary=x1' },
    ...(isStated ? { 'content-length': start.length + rest.length } : {}),
  };
  const sending = request(new URL(path, t.pages.address), { method: 'POST', headers, agent: false });
  const answered = new Promise<{ status: number; text: string }>((resolve, reject) => {
    sending.on('error', reject).on('response', async (answer) => {
      let text = '';
      for await (const piece of answer) text += piece;
      // Of what is not taken the server reads no more.
      sending.destroy();
      resolve({ status: answer.statusCode ?? 0, text });
    });
  });
  sending.write(start);
  return {
    end() {
      sending.end(rest);
      return answered;
    },
  };
}

test('a third file of one person is not read while two are coming, and room comes free again', async () => {
  const expert = await t.staff('ballistics-expert');
  const path = `/arms/${t.own.number}/documents`;
  const coming = [begun(expert.cookie, path), begun(expert.cookie, path)];
  await new Promise((resolve) => setTimeout(resolve, 500));
  const third = await begun(expert.cookie, path).end();
  assert.equal(third.status, 409);
  assert.match(plain(third.text), /2\W? files are being taken in, the most at a time/);
  for (const one of coming) assert.doesNotMatch((await one.end()).text, /being taken in/);
  const [, act = ''] = /name="act" value="([^"]*)"/.exec((await expert.get(path)).text) ?? [];
  const file = new File([Uint8Array.from(await phonePhotograph())], 'a.jpg', { type: 'image/jpeg' });
  assert.equal((await expert.post(path, { act, kind: 'photograph', file }, true)).status, 303);
});

test('what a stranger typed beside a file stays on the way to signing in; the file does not', async () => {
  const { status, text } = await begun('', `/arms/${t.own.number}/documents`).end();
  assert.equal(status, 401);
  assert.match(text, /Typed before/);
  assert.doesNotMatch(text, /aaaa/);
});

test('a form with a file states how long it is, or is held no further than one without', async () => {
  const { status } = await begun('', `/arms/${t.own.number}/documents`, false).end();
  assert.equal(status, 413);
});

test('a PDF with a script in it leaves only as a file of no type, in a sandbox', async () => {
  const expert = await t.staff('ballistics-expert');
  const path = `/arms/${t.own.number}/documents`;
  const [, act = ''] = /name="act" value="([^"]*)"/.exec((await expert.get(path)).text) ?? [];
  const file = new File([Uint8Array.from(PDF)], '\u202efdp.pdf', { type: 'application/pdf' });
  assert.equal((await expert.post(path, { act, kind: 'document', file }, true)).status, 303);
  const { headers } = await expert.get(`/documents/${act}/original`);
  assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="document-[\w-]+\.pdf"$/);
  assert.equal(headers.get('content-type'), 'application/octet-stream');
  assert.match(headers.get('content-security-policy') ?? '', /^sandbox/);
  for (const form of ['small', 'large'])
    assert.equal((await expert.get(`/documents/${act}/${form}`)).status, 409, 'it has no picture to show');
});
