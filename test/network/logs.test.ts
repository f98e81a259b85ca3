/** The log tells how the server fares and never what somebody typed: a word is planted wherever a request has room for one. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Fault } from '../../src/domain/base/refusal.ts';
import { makeLog } from '../../src/main/log.ts';
import { type World, world } from '../world.ts';
import { openDoor } from './door.ts';

let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

const PLANT = 'ZN04471PLANTED';
const HEADERS = [
  'user-agent',
  'referer',
  'cookie',
  'authorization',
  'origin',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-request-id',
  'accept-language',
  'if-none-match',
  'content-type',
  'x-anything',
  'forwarded',
  'traceparent',
  'range',
];

test('no part of a request reaches the log', async (t) => {
  const { ask, log, port } = await openDoor(t, here.office);
  const origin = `http://127.0.0.1:${port}`;
  const paths = [
    `/${PLANT}`,
    `/find?serial=${PLANT}&lang=en`,
    `/arms/${PLANT}`,
    `/arms/${PLANT}/proof.json`,
    `/?${PLANT}=1`,
    `/find?from=${PLANT}`,
    `/arms/%00${PLANT}`,
    `/%E0%A4%A${PLANT}`,
    `/sign-in?to=${PLANT}`,
    `/${PLANT.repeat(300)}`,
    `//${PLANT}/`,
  ];
  for (const path of paths) {
    await ask(path);
    await ask(path, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      body: `name=${PLANT}&${PLANT}=x`,
    });
  }
  for (const name of HEADERS) {
    await ask('/find', { headers: { [name]: PLANT } }).catch(() => {});
    await ask('/sign-in', {
      method: 'POST',
      headers: { origin, [name]: PLANT },
      body: `name=${PLANT}&password=${PLANT}`,
    }).catch(() => {});
  }
  await ask('/find', { headers: { cookie: `countermark-session=${PLANT}` } });
  await ask('/find', { method: 'PROPFIND' }).catch(() => {});
  assert.ok(log.length > 50, 'there is something to look at');
  assert.ok(
    !log.join('\n').includes('PLANTED'),
    log.find((line) => line.includes('PLANTED')),
  );
  const line = JSON.parse(log.find((one) => one.includes('"/find"')) ?? '') as Record<string, unknown>;
  assert.deepEqual(Object.keys(line).sort(), [
    'level',
    'method',
    'millis',
    'request',
    'route',
    'says',
    'status',
    'time',
  ]);
  const metrics = await ask('/metrics');
  assert.ok(metrics.status === 200 && !metrics.text.includes('PLANTED'));
});

test('a fault leaves its kind, code and place in the log, and not what was asked', async (t) => {
  const lost = await world();
  const { ask, log } = await openDoor(t, lost.office);
  await lost.close();
  const cookie = `countermark-session=${PLANT.padEnd(43, 'a')}`;
  const answer = await ask(`/find?serial=${PLANT}`, { headers: { cookie } });
  assert.equal(answer.status, 500);
  const line = JSON.parse(log.find((one) => one.startsWith('{')) ?? '') as Record<string, unknown>;
  assert.equal(line.level, 'error');
  assert.match(JSON.stringify(line.error), /"at":\["(?:src|node_modules|node:)/);
  assert.match(log.join('\n'), /GET \/find was answered 500 after/);
  const failed = await ask(`/readyz?${PLANT}`);
  assert.equal(failed.status, 503);
  assert.ok(!log.join('\n').includes(PLANT));
});

test('of an error only what is ours is told', () => {
  const lines: string[] = [];
  for (const words of [false, true]) {
    const log = makeLog((line) => lines.push(line), words);
    const told = new Error(`no such serial ${PLANT}\n    at ${PLANT} (src/${PLANT}.ts:1:1)`, {
      cause: Object.assign(new Error(PLANT), { code: '22P02' }),
    });
    told.name = `Bad ${PLANT}`;
    log.failed('The search', told);
    log.failed('The reading', new Fault('file', `The file ${PLANT} cannot be read.`));
    log.failed('The database', new Fault('database', 'The database went away.'));
    log.failed('Something', PLANT);
  }
  const all = lines.join('\n');
  assert.ok(!all.includes('PLANTED'), all);
  assert.match(all, /22P02/);
  assert.match(all, /logs\.test\.ts:\d+/);
  assert.match(all, /The database went away\./);
  assert.equal(lines.length, 8);
});

test('whose request it was stands in the log as an id and never as a name', async () => {
  const { Hono } = await import('hono');
  const { noteOperator, noteRequests } = await import('../../src/doors/web/request-note.ts');
  const notes: unknown[] = [];
  const app = new Hono();
  app.use(noteRequests((note) => notes.push(note.operator)));
  app.get('/:who', (context) => {
    noteOperator(context, context.req.param('who'));
    return context.text('');
  });
  const id = '0199d2a0-0000-7000-8000-000000000001';
  for (const who of [id, `key:${id}`, 'console', 'Amina Diallo', 'amina', `${id}x`])
    await app.request(`/${encodeURIComponent(who)}`);
  assert.deepEqual(notes, [id, `key:${id}`, 'console', undefined, undefined, undefined]);
});
