/** Documents over the API: bytes come in with what is said of them, and go out as they came, to those who may. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { describeApi } from '../../src/doors/api/openapi.ts';
import { drawCode } from '../acts/code-pictures.ts';
import { DEVICE, PLACE, phonePhotograph, plainPicture } from '../acts/pictures.ts';
import { type Answer, type Door, openDoor } from './door.ts';

/** The smallest paper there is. */
const PAPER = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
let door: Door;
let key: string;
let arm: string;

before(async () => {
  door = await openDoor({ arms: 10 });
  const rows = await door.db.rows<{ id: string }>('select arm_id as id from arm limit 1');
  arm = rows[0]!.id;
  await door.db.rows(
    `update role set sees = '["holder","site","case","operator"]', powers = $1 where name = 'registry-clerk'`,
    [
      JSON.stringify({
        'add-document': 'all',
        'view-original': 'all',
        'list-documents': 'all',
        'view-document': 'all',
      }),
    ],
  );
  key = (await door.key('registry-clerk')).secret;
});
after(() => door.close());

const add = (input: unknown, secret = key, body: Uint8Array = PAPER): Promise<Answer> =>
  door.send('/v1/documents', {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${secret}`,
      'Content-Type': 'application/pdf',
      Input: typeof input === 'string' ? input : JSON.stringify(input),
    },
    body: Uint8Array.from(body),
  });

test('a paper comes in once however often it is sent, and goes out byte by byte to be saved', async () => {
  const input = { act: randomUUID(), arm, kind: 'document' };
  const first = await add(input);
  assert.equal(first.status, 200, first.text);
  assert.equal((await add(input)).text, first.text);
  const response = await door.api.request(`/v1/documents/${String(first.body.document)}`, {
    headers: { Authorization: `Bearer ${key}`, Purpose: 'case 118/23' },
  });
  assert.equal(response.status, 200);
  assert.deepEqual(Buffer.from(await response.arrayBuffer()), PAPER);
  assert.match(response.headers.get('content-disposition') ?? '', /^attachment/);
});

test('a document is not given without key, purpose, or right, nor one that is not there', async () => {
  const get = (id: string, headers: Record<string, string>): Promise<Answer> =>
    door.send(`/v1/documents/${id}`, { method: 'GET', headers });
  const mine = { Authorization: `Bearer ${key}`, Purpose: 'x' };
  assert.equal((await get(randomUUID(), {})).status, 401);
  assert.equal((await get(randomUUID(), { Authorization: `Bearer ${key}` })).status, 400);
  assert.equal((await get(randomUUID(), mine)).body.type, '/problems/document-unknown');
  assert.equal((await get('x', mine)).status, 422);
  const { secret } = await door.key('reporting');
  assert.equal((await get(randomUUID(), { ...mine, Authorization: `Bearer ${secret}` })).status, 403);
});

test('what is said of a document is read as strictly as any input', async () => {
  assert.equal((await add('{')).body.type, '/problems/input-header-unreadable');
  assert.equal((await add({ arm })).status, 422);
  assert.equal((await add({ arm: randomUUID(), kind: 'document' })).body.type, '/problems/arm-unknown');
  assert.equal((await add({ arm, kind: 'photograph' })).body.type, '/problems/photograph-not-a-picture');
  assert.equal((await add({ arm, kind: 'document' }, 'cmk_x')).status, 401);
});

test('J-05: a copy of a photograph is asked for by its form, bounded and without position or device', async () => {
  const added = await add({ act: randomUUID(), arm, kind: 'photograph' }, key, await phonePhotograph());
  assert.equal(added.status, 200, added.text);
  const id = String(added.body.document);
  const get = (query: string, secret = key): Promise<Response> | Response =>
    door.api.request(`/v1/documents/${id}${query}`, {
      headers: { Authorization: `Bearer ${secret}`, Purpose: 'case 118/23' },
    });
  for (const [form, most] of [
    ['thumb', 320],
    ['large', 1600],
  ] as const) {
    const answer = await get(`?form=${form}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'image/jpeg');
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { width, height, exif } = await sharp(bytes).metadata();
    assert.ok(Math.max(width, height) <= most && height > width, `${form} stands upright`);
    assert.equal(exif, undefined);
    assert.ok(!bytes.includes(DEVICE) && !bytes.includes(PLACE));
  }
  assert.ok(Buffer.from(await (await get('')).arrayBuffer()).includes(DEVICE), 'the original is as it came');
  assert.equal((await get('?form=huge')).status, 422);
  const other = Buffer.concat([PAPER, Buffer.from('%%EOF\n')]);
  const paper = await add({ act: randomUUID(), arm, kind: 'document' }, key, other);
  const none = await door.send(`/v1/documents/${String(paper.body.document)}?form=large`, {
    headers: { Authorization: `Bearer ${key}`, Purpose: 'x' },
  });
  assert.equal(none.body.type, '/problems/document-has-no-copy');
  const listed = await door.ask(key, 'list-documents', { arm });
  assert.equal(listed.status, 200, listed.text);
  assert.ok(JSON.stringify(listed.body).includes(id));
  const described = JSON.stringify(describeApi().paths['/api/v1/documents/{id}']?.get);
  assert.match(described, /"enum":\["original","thumb","large"\]/);
});

test('J-02: the right to the copies is not the right to the original, nor the other way about', async () => {
  await door.db.rows(`update role set sees = '["case"]', powers = $1 where name = 'reporting'`, [
    JSON.stringify({ 'view-document': 'all' }),
  ]);
  const { secret } = await door.key('reporting');
  const added = await add({ act: randomUUID(), arm, kind: 'photograph' }, key, await phonePhotograph());
  const get = (query: string): Promise<Answer> =>
    door.send(`/v1/documents/${String(added.body.document)}${query}`, {
      headers: { Authorization: `Bearer ${secret}`, Purpose: 'x' },
    });
  assert.equal((await get('?form=large')).status, 200);
  assert.equal((await get('')).status, 403);
  assert.equal((await get('?form=original')).status, 403);
});

test('the codes of a photograph are read over the API, and nothing of it is kept', async () => {
  const { secret } = await door.key('forensic');
  const kept = await door.db.rows('select count(*) from document');
  const read = (body: Uint8Array, headers: Record<string, string> = {}): Promise<Answer> =>
    door.send('/v1/codes', {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}`, Purpose: 'case 118/23', ...headers },
      body: Uint8Array.from(body),
    });
  const code = await drawCode({ text: 'KJT82103' });
  const found = await read(code, { Input: '{"media":"image/png"}' });
  assert.equal(found.status, 200, found.text);
  const [one] = found.body.codes as { text: string; start: object }[];
  assert.deepEqual([one?.text, one?.start], ['KJT82103', { by: 'serial', text: 'KJT82103' }]);
  assert.equal((await read(PAPER)).body.type, '/problems/photograph-not-a-picture');
  const none = await read(await plainPicture('png'));
  assert.deepEqual([none.status, none.body.type], [422, '/problems/no-code-found']);
  assert.equal((await read(code, { Purpose: '' })).status, 400);
  assert.equal((await read(code, { Input: '{"x":1}' })).status, 422);
  assert.equal((await read(code, { Authorization: `Bearer ${key}` })).status, 403);
  assert.deepEqual(await door.db.rows('select count(*) from document'), kept);
});
