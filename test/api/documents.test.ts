/** Documents over the API: bytes come in with what is said of them, and go out as they came, to those who may. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
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
    [JSON.stringify({ 'add-document': 'all', 'view-original': 'all', 'list-documents': 'all' })],
  );
  key = (await door.key('registry-clerk')).secret;
});
after(() => door.close());

const add = (input: unknown, secret = key): Promise<Answer> =>
  door.send('/v1/documents', {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${secret}`,
      'Content-Type': 'application/pdf',
      Input: typeof input === 'string' ? input : JSON.stringify(input),
    },
    body: PAPER,
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
