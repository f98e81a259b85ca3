/**
 * Papers of traces over the API: a scan comes in for a trace or waits to be registered, bounded and judged as every upload is, and
 * goes out as it came to those who may.
 *
 * @clause C-13, J-02, J-05
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { describeApi } from '../../src/doors/api/openapi.ts';
import { DEVICE, PDF, PLACE, phonePhotograph, plainPicture, pngBomb } from '../acts/pictures.ts';
import { letterCame } from '../web/told-traces.ts';
import { type Answer, type Door, openDoor } from './door.ts';

let door: Door;
let key: string;
let trace: string;
before(async () => {
  door = await openDoor();
  key = (await door.key('national-contact')).secret;
  ({ trace } = await letterCame(door));
});
after(() => door?.close());

const add = (input: unknown, body: Uint8Array = PDF, secret = key): Promise<Answer> =>
  door.send('/v1/papers', {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${secret}`,
      'Content-Type': 'application/octet-stream',
      ...(input === undefined ? {} : { Input: JSON.stringify(input) }),
    },
    body: Uint8Array.from(body),
  });
const get = (path: string, secret = key): Promise<Response> | Response =>
  door.api.request(path, { headers: { Authorization: `Bearer ${secret}`, Purpose: 'case 118/26' } });
const counted = async () =>
  door.db.rows(
    'select (select count(*) from document) as kept, (select count(*) from ledger_entry) as entries',
  );

test('a scan comes in once however often it is sent, with its trace or waiting, and goes out byte by byte', async () => {
  const input = { act: randomUUID(), trace, title: 'Letter of 3 March' };
  const first = await add(input);
  assert.equal(first.status, 200, first.text);
  assert.equal(first.body.trace, trace);
  assert.equal((await add(input)).text, first.text);
  const waiting = await add(undefined);
  assert.equal(waiting.status, 200, waiting.text);
  for (const [wanted, one] of [
    [{ trace }, first],
    [{}, waiting],
  ] as const) {
    const id = String(one.body.document);
    const listed = await door.ask(key, 'list-papers', wanted);
    const papers = listed.body.papers as { id: string }[];
    assert.equal(papers.filter((paper) => paper.id === id).length, 1, listed.text);
    const given = await get(`/v1/papers/${id}`);
    assert.equal(given.status, 200);
    assert.deepEqual(Buffer.from(await given.arrayBuffer()), PDF);
    assert.match(given.headers.get('content-disposition') ?? '', /^attachment/);
  }
});

test('J-05: the copy of a scan carries neither position nor device; the original is as it came', async () => {
  const added = await add({ trace, kind: 'photograph' }, await phonePhotograph());
  const id = String(added.body.document);
  const copy = Buffer.from(await (await get(`/v1/documents/${id}?form=large`)).arrayBuffer());
  assert.ok(copy.length > 1000 && !copy.includes(DEVICE) && !copy.includes(PLACE));
  const whole = Buffer.from(await (await get(`/v1/papers/${id}`)).arrayBuffer());
  assert.ok(whole.includes(DEVICE));
});

test('hostile files are refused as everywhere, and nothing of them is kept', async () => {
  const before = await counted();
  const tried = async (bytes: Uint8Array, more: object = {}) =>
    (await add({ trace, ...more }, bytes)).body.type;
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  assert.equal(await tried(svg, { name: 'a.svg' }), '/problems/document-type-unknown');
  assert.equal(
    await tried(Buffer.from('<!DOCTYPE html><script>1</script>')),
    '/problems/document-type-unknown',
  );
  assert.equal(await tried(await plainPicture('png'), { name: 'a.pdf' }), '/problems/document-claims-other');
  assert.equal(await tried(await pngBomb()), '/problems/picture-too-large');
  assert.equal(await tried(PDF.subarray(0, 40)), '/problems/document-damaged');
  assert.equal(await tried(new Uint8Array(0)), '/problems/document-empty');
  assert.equal(await tried(PDF, { bytes: 2 ** 40 }), '/problems/document-too-large');
  assert.equal(await tried(PDF, { kind: 'photograph' }), '/problems/photograph-not-a-picture');
  assert.deepEqual(await counted(), before);
});

test('J-02: without key, right or trace nothing is taken, and a paper is not given out', async () => {
  const added = await add({ trace });
  const id = String(added.body.document);
  const { secret } = await door.key('investigator');
  const before = await counted();
  assert.equal((await add({ trace: randomUUID() })).body.type, '/problems/trace-unknown');
  assert.equal((await add({ trace, arm: trace })).status, 422, 'an input of another act');
  assert.equal((await add({ trace }, PDF, 'cmk_x')).status, 401);
  assert.equal((await add({ trace }, PDF, secret)).status, 403);
  assert.equal((await get(`/v1/papers/${id}`, secret)).status, 403);
  assert.equal((await get(`/v1/papers/${randomUUID()}`)).status, 404);
  assert.equal((await door.send(`/v1/papers/${id}`, { method: 'GET', headers: {} })).status, 401);
  assert.deepEqual(await counted(), before);
});

test('the description of the API tells of papers what it tells of documents', () => {
  const { paths } = describeApi();
  const post = JSON.stringify(paths['/api/v1/papers']?.post);
  assert.match(post, /"operationId":"add-paper"/);
  assert.match(post, /"name":"Input","in":"header","required":false/);
  assert.match(post, /octet-stream/);
  assert.match(JSON.stringify(paths['/api/v1/papers/{id}']?.get), /"operationId":"view-paper"/);
});
