/**
 * The two ways between nodes, which carry the same bytes: posted over HTTP to a server as it runs, and as files in a folder.
 * And a process that dies between the commit of an act and the receipt.
 *
 * @clause J-01, C-13
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { deliverDue, deliverNow } from '../../src/acts/exchange-deliver.ts';
import { newKeyPair } from '../../src/acts/exchange-envelope.ts';
import { envelopeName, exportEnvelopes, importEnvelopes } from '../../src/acts/exchange-files.ts';
import { newId } from '../../src/acts/office.ts';
import { publishCard, rotateKeys } from '../../src/acts/publish-card.ts';
import { viewExchange } from '../../src/acts/view-exchange.ts';
import { postEnvelope } from '../../src/doors/peers/post.ts';
import { openExchangeKeys } from '../../src/main/exchange-keys.ts';
import { openDoor } from '../network/door.ts';
import { CLERK, DAY, deliver, good, introduce, type Node, network, node, pair, send } from './nodes.ts';

const resultOf = async (at: Node, message: string) =>
  (
    await at.db.rows<{ result: string | null }>('select result from outbox where message_id = $1', [message])
  )[0]?.result;
const state = async (at: Node) =>
  good(await viewExchange.run(at.office, CLERK, viewExchange.input.parse({})));

test('a folder carries messages there and receipts back, in any order, as often as it is read', async (t) => {
  const [a, b] = await pair(t);
  const dir = mkdtempSync(join(tmpdir(), 'exchange-'));
  t.after(() => rmSync(dir, { recursive: true }));
  const write = async (name: string, bytes: Uint8Array) => writeFileSync(join(dir, name), bytes);
  const read = async (name: string) => readFileSync(join(dir, name));
  await send(a, b, { type: 'peer/card', body: { card: '' } });
  const thread = newId(a.office);
  const sent = [await send(a, b, { thread, text: '2' }), await send(a, b, { thread, text: '3' })];
  assert.deepEqual(await exportEnvelopes(a.office, write), { messages: 3, receipts: 0 });
  const names = readdirSync(dir);
  assert.equal(names.length, 3);
  for (const name of names) assert.equal(name, envelopeName(readFileSync(join(dir, name))));
  const taken = await importEnvelopes(b.office, names.toReversed(), read);
  assert.ok(taken.every(({ outcome }) => 'took' in outcome));
  await importEnvelopes(b.office, names, read);
  assert.deepEqual(await exportEnvelopes(b.office, write, a.id), { messages: 0, receipts: 3 });
  assert.deepEqual(
    await exportEnvelopes(b.office, write),
    { messages: 0, receipts: 0 },
    'once for each time it came',
  );
  const all = readdirSync(dir);
  assert.equal(all.length, 6);
  const back = await importEnvelopes(a.office, all, read);
  assert.equal(back.filter(({ outcome }) => 'took' in outcome && outcome.took === 'receipt').length, 3);
  for (const { message } of sent)
    assert.equal(await resultOf(a, message), 'refused', 'nobody handles it in this test');
  assert.deepEqual(await exportEnvelopes(a.office, write), { messages: 0, receipts: 0 });
});

test('a new card and what it signs may lie in one folder in any order', async (t) => {
  const [a, b] = await pair(t);
  const files = new Map<string, Uint8Array>();
  const write = async (name: string, bytes: Uint8Array) => void files.set(name, bytes);
  good(await rotateKeys.run(a.office, CLERK, { lost: false }));
  await send(a, b);
  await exportEnvelopes(a.office, write);
  for (const names of [[...files.keys()], [...files.keys()].reverse()]) {
    const taken = await importEnvelopes(b.office, names, async (name) => files.get(name)!);
    assert.ok(taken.every(({ outcome }) => 'took' in outcome));
  }
});

test('over HTTP: the server takes what a node posts, without a cookie, and answers with the receipt', async (t) => {
  const [a, b] = [await node(t, 'XA'), await node(t, 'XB')];
  const begun = Date.now();
  const door = await openDoor(t, { ...b.office, clock: () => begun });
  const server = `http://127.0.0.1:${door.port}`;
  good(await publishCard.run(b.office, CLERK, { address: server }));
  await introduce(a, b);
  const sent = await send(a, b, { type: 'peer/card', body: { card: 'none' } });
  assert.deepEqual(await deliverDue(a.office, postEnvelope), { delivered: 1, failed: 0 });
  assert.equal(await resultOf(a, sent.message), 'refused');
  const url = `${server}/exchange/v1/inbox`;
  const posted = await fetch(url, {
    method: 'POST',
    body: 'nothing',
    headers: { origin: 'https://elsewhere.example' },
  });
  assert.deepEqual([posted.status, await posted.json()], [400, { refused: 'unreadable' }]);
  assert.equal(posted.headers.get('set-cookie'), null);
  const large = await fetch(url, { method: 'POST', body: Buffer.alloc(8 * 1024 * 1024 + 1) }).catch(
    () => undefined,
  );
  assert.ok(large === undefined || large.status === 413);
  assert.equal((await fetch(url)).status, 404);
  const many = new Set<number>();
  for (let from = 0; from < 605; from += 55) {
    const some = Array.from({ length: 55 }, () => fetch(url, { method: 'POST', body: 'x' }));
    for (const { status } of await Promise.all(some)) many.add(status);
  }
  assert.ok(many.has(429), 'whoever posts too often waits');
});

test('a server that redirects, never ends or answers something else gets nothing and ends nothing', async (t) => {
  const [a, b] = [await node(t, 'XA'), await node(t, 'XB')];
  let how = 0;
  const server = createServer((_, response) => {
    if (how === 0) response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end();
    else if (how === 1) {
      response.writeHead(200);
      const timer = setInterval(() => response.write(Buffer.alloc(30_000)), 1);
      response.on('close', () => clearInterval(timer));
    } else if (how === 2) response.writeHead(403).end('{"refused":"sender-refused"}');
    else response.writeHead(200).end('a receipt, believe me');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address() as { port: number };
  good(await publishCard.run(b.office, CLERK, { address: `http://127.0.0.1:${port}` }));
  await introduce(a, b);
  const { message } = await send(a, b);
  const answers: string[] = [];
  for (; how < 4; how++) {
    assert.deepEqual(await deliverNow(a.office, postEnvelope), { delivered: 0, failed: 1 });
    answers.push((await state(a)).peers[0]?.answer ?? '');
    assert.equal(await resultOf(a, message), null);
  }
  assert.match(answers[0]!, /^down: /);
  assert.equal(answers[1], 'down: the answer is too large');
  assert.equal(answers[2], 'answered 403: sender-refused');
  assert.equal(answers[3], 'answered with unreadable');
});

test('a process that dies in the middle loses nothing and does nothing twice', async (t) => {
  const [a, b] = await pair(t);
  await send(a, b, { text: 'one' });
  const dies = async (): Promise<never> => {
    throw new Error('killed');
  };
  await assert.rejects(deliverDue(a.office, dies), /killed/);
  assert.deepEqual(
    await deliver(a, [a, b]),
    { delivered: 0, failed: 0 },
    'whoever took it may be at it still',
  );
  a.pass(10 * 60_000);
  const after = network([a, b]);
  const diesAfter = async (...sent: Parameters<typeof after>): Promise<never> => {
    await after(...sent);
    throw new Error('killed');
  };
  await assert.rejects(deliverDue(a.office, diesAfter), /killed/);
  assert.deepEqual(b.handled, ['one']);
  a.pass(10 * 60_000);
  assert.deepEqual(await deliver(a, [a, b]), { delivered: 1, failed: 0 });
  assert.deepEqual(b.handled, ['one']);
});

test('two processes that deliver at once post each message once', async (t) => {
  const [a, b] = await pair(t);
  for (let i = 0; i < 20; i++) await send(a, b, { text: String(i) });
  let posted = 0;
  const post = network([a, b]);
  const counting = async (...sent: Parameters<typeof post>) => {
    posted++;
    return post(...sent);
  };
  await Promise.all([deliverDue(a.office, counting), deliverDue(a.office, counting)]);
  assert.equal(posted, 20);
  assert.equal(b.handled.length, 20);
});

test('the state of the exchange shows who waits for what, and nothing of what messages say', async (t) => {
  const [a, b] = await pair(t);
  const { message } = await send(a, b, { body: { text: 'a secret of the case' } });
  await deliver(a, [a, b], new Set([b.id]));
  a.pass(DAY);
  const shown = await state(a);
  assert.equal(shown.peers[0]?.waiting, 1);
  assert.equal(shown.peers[0]?.answer, 'down: ECONNREFUSED');
  assert.deepEqual(
    shown.sent.map((one) => [one.message, one.state]),
    [[message, 'waiting']],
  );
  assert.ok(!JSON.stringify(shown).includes('secret'));
  assert.ok(viewExchange.output?.safeParse(shown).success);
});

test('keys of a home stand in files for their owner alone and are found by another process', (t) => {
  const home = mkdtempSync(join(tmpdir(), 'exchange-keys-'));
  t.after(() => rmSync(home, { recursive: true }));
  const { kid, key } = newKeyPair('sign');
  const keys = openExchangeKeys(home);
  assert.equal(keys.find(kid), undefined);
  keys.keep(kid, key);
  const file = join(home, 'keys', 'exchange', `${kid}.pem`);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(statSync(join(home, 'keys', 'exchange')).mode & 0o777, 0o700);
  assert.ok(openExchangeKeys(home).find(kid)?.equals(key));
  keys.forget(kid);
  assert.equal(openExchangeKeys(home).find(kid), undefined);
});
