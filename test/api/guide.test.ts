/** The commands of docs/api.md work as they stand there. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { type Door, openDoor } from './door.ts';

const GUIDE = readFileSync(new URL('../../docs/api.md', import.meta.url), 'utf8');
const run = promisify(execFile);
let door: Door;
let server: ReturnType<typeof createServer>;

before(async () => {
  door = await openDoor({ arms: 20 });
  const app = new Hono().route('/api', door.api);
  server = createAdaptorServer({ fetch: app.fetch, createServer }) as typeof server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
after(async () => {
  server?.close();
  await door?.close();
});

const commands = [...GUIDE.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text!);

test('each command is answered as the guide says', async (t) => {
  const hasCurl = await run('curl', ['--version']).then(
    () => true,
    () => false,
  );
  if (!hasCurl) return t.skip('curl is not here');
  const [, find = '', record = ''] = commands;
  const { secret } = await door.key('registry-clerk');
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, API: `http://127.0.0.1:${port}/api/v1`, KEY: secret, ACT: randomUUID() };
  const sh = async (text: string, more = {}): Promise<Record<string, unknown>> =>
    JSON.parse((await run('sh', ['-c', text], { env: { ...env, ...more } })).stdout) as Record<
      string,
      unknown
    >;
  const found = (await sh(find)) as { arms: { id: string }[]; next?: string };
  assert.equal(found.arms.length, 2);
  const ARM = found.arms[0]!.id;
  const receipt = await sh(record, { ARM });
  assert.equal(receipt.arm, ARM);
  assert.deepEqual(await sh(record, { ARM }), receipt);
  const next = await door.ask(secret, 'find-arms', { limit: 2, after: found.next });
  assert.equal(next.status, 200);
  assert.notEqual((next.body.arms as { id: string }[])[0]!.id, ARM);
});

test('what the guide shows of a problem is what is sent', async () => {
  const [, shown = ''] = /```json\n([\s\S]*?)```/.exec(GUIDE) ?? [];
  const { secret } = await door.key('registry-clerk');
  const sent = await door.ask(secret, 'view-arm', { arm: randomUUID() });
  const told = JSON.parse(shown) as Record<string, unknown>;
  assert.deepEqual(Object.keys(sent.body).sort(), Object.keys(told).sort());
  assert.deepEqual([sent.body.type, sent.body.title, sent.status], [told.type, told.title, told.status]);
});

test('the statuses of the guide are those of the description', async () => {
  const described = (await door.send('/openapi.json', { method: 'GET' })).body as {
    paths: Record<string, { post: { responses: object } }>;
  };
  const told = [...GUIDE.matchAll(/^\| ([\d, ]+) \|/gm)].flatMap(([, list]) => list!.split(', '));
  const responses = Object.keys(described.paths['/api/v1/view-arm']!.post.responses).filter(
    (one) => one !== '200',
  );
  assert.deepEqual(told.sort(), responses.sort());
});
