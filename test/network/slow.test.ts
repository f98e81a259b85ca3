/** Visitors who take their time, and too many of them: they are cut off, and the others are served. */
import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type World, world } from '../world.ts';
import { openDoor } from './door.ts';

let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

const LIMITS = { headersMs: 400, requestMs: 2500, lookEveryMs: 100 };
/** A busy machine takes its time; what is not cut off lives longer than this. */
const PATIENCE_MS = 20_000;

/** Sends a beginning, then one sign at a time; gives how long the connection lived and what came back. */
async function drip(port: number, beginning: string): Promise<{ millis: number; text: string }> {
  const began = performance.now();
  const socket = net.connect(port, '127.0.0.1');
  let text = '';
  socket.on('data', (data) => {
    text += data;
  });
  socket.on('error', () => {});
  const ended = new Promise<number>((resolve) =>
    socket.on('close', () => resolve(performance.now() - began)),
  );
  socket.write(beginning);
  const timer = setInterval(() => socket.writable && socket.write('a'), 50);
  const millis = await Promise.race([ended, sleep(PATIENCE_MS, Number.POSITIVE_INFINITY, { ref: false })]);
  clearInterval(timer);
  socket.destroy();
  return { millis, text };
}

test('headers and bodies that come one sign at a time are cut off', async (t) => {
  const { port, ask } = await openDoor(t, here.office, {}, { ...LIMITS, silenceMs: 2 * PATIENCE_MS });
  const head = `POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://127.0.0.1:${port}\r\n`;
  const [headers, body] = await Promise.all([
    drip(port, `${head}X-Slow: a`),
    drip(port, `${head}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n`),
  ]);
  assert.ok(headers.millis < PATIENCE_MS, `headers: ${headers.millis} ms`);
  assert.match(headers.text, /^HTTP\/1\.1 408 /);
  assert.ok(body.millis > 2000 && body.millis < PATIENCE_MS, `body: ${body.millis} ms`);
  assert.match(body.text, /^HTTP\/1\.1 408 /);
  assert.equal((await ask('/healthz')).status, 200, 'others are served meanwhile and after');
});

test('a connection on which nothing is said is closed', async (t) => {
  const { port } = await openDoor(
    t,
    here.office,
    {},
    { ...LIMITS, requestMs: 0, headersMs: 0, silenceMs: 300 },
  );
  const socket = net.connect(port, '127.0.0.1').resume();
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.on('close', () => resolve('closed')));
  assert.equal(await Promise.race([closed, sleep(PATIENCE_MS, 'still open', { ref: false })]), 'closed');
  socket.destroy();
});

test('headers beyond their limit are refused', async (t) => {
  const { ask } = await openDoor(t, here.office);
  assert.equal((await ask('/healthz', { headers: { 'x-long': 'a'.repeat(20_000) } })).status, 431);
});

test('no more connections are held than may be, and room that is given back serves the next', async (t) => {
  const { port, ask } = await openDoor(t, here.office, {}, { connections: 5 });
  const sockets = Array.from({ length: 12 }, () => net.connect(port, '127.0.0.1'));
  let closed = 0;
  for (const socket of sockets) socket.on('error', () => {}).on('close', () => closed++);
  for (const end = Date.now() + PATIENCE_MS; closed < 7 && Date.now() < end; ) await sleep(20);
  await sleep(100);
  assert.equal(closed, 7);
  await assert.rejects(ask('/healthz'));
  for (const socket of sockets) socket.destroy();
  const served = async () => (await ask('/healthz').catch(() => undefined))?.status === 200;
  const end = Date.now() + PATIENCE_MS;
  while (!(await served())) assert.ok(Date.now() < end, 'room that was given back serves nobody');
});
