/**
 * Messages between two nodes: each once, in its order, with a receipt that ends it, whatever the way there does to them.
 *
 * @clause J-01, C-13
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../src/acts/office.ts';
import { count, DAY, deliver, envelopeOf, pair, send, take } from './nodes.ts';

const stateOf = async (at: Awaited<ReturnType<typeof pair>>[number], message: string) =>
  (
    await at.db.rows<{ result: string | null; code: string | null; reason: string | null; open: boolean }>(
      'select result, code, reason, sealed is not null as open from outbox where message_id = $1',
      [message],
    )
  )[0];

test('a message is delivered once, receipted, and in both ledgers by its digest', async (t) => {
  const [a, b] = await pair(t);
  const sent = await send(a, b, { text: 'one' });
  assert.deepEqual(await deliver(a, [a, b]), { delivered: 1, failed: 0 });
  assert.deepEqual(b.handled, ['one']);
  assert.deepEqual(await stateOf(a, sent.message), {
    result: 'taken',
    code: null,
    reason: null,
    open: false,
  });
  const [row] = await b.db.rows<{ digest: string; state: string }>('select digest, state from inbox');
  assert.deepEqual(row, { digest: sent.digest, state: 'done' });
  assert.deepEqual(await deliver(a, [a, b]), { delivered: 0, failed: 0 });
});

test('what comes ahead of its place is held, and handled in order when the gap closes', async (t) => {
  const [a, b] = await pair(t);
  const thread = newId(a.office);
  const [one, two, three] = [
    await send(a, b, { thread, text: '1' }),
    await send(a, b, { thread, text: '2' }),
    await send(a, b, { thread, text: '3' }),
  ];
  for (const { message } of [three, two]) await take(b, await envelopeOf(a, message));
  assert.deepEqual(b.handled, []);
  await take(b, await envelopeOf(a, one.message));
  assert.deepEqual(b.handled, ['1', '2', '3']);
  await deliver(a, [a, b]);
  for (const { message } of [one, two, three]) assert.equal((await stateOf(a, message))?.result, 'taken');
  assert.deepEqual(b.handled, ['1', '2', '3']);
});

test('the same message again gets the same receipt and is not handled again', async (t) => {
  const [a, b] = await pair(t);
  const sent = await send(a, b);
  const envelope = await envelopeOf(a, sent.message);
  const both = await Promise.all([take(b, envelope), take(b, envelope)]);
  assert.deepEqual(both[0], both[1]);
  assert.deepEqual(await take(b, envelope), both[0]);
  assert.deepEqual(b.handled, ['hello']);
  assert.equal(await count(b, 'inbox'), 1);
});

test('what a handler refuses leaves the refusal alone, has its place, and ends for its sender', async (t) => {
  const [a, b] = await pair(t);
  const thread = newId(a.office);
  const before = await count(b, 'ledger_entry');
  const refused = await send(a, b, { thread, body: { refuse: 'not-our-arm' } });
  const shapeless = await send(a, b, { thread, body: { refuse: 'content-unreadable' } });
  const unknown = await send(a, b, { thread, type: 'listing/hit' });
  delete b.handlers['listing/hit'];
  const after = await send(a, b, { thread, text: 'after' });
  await deliver(a, [a, b]);
  const open = false;
  assert.deepEqual(await stateOf(a, refused.message), {
    result: 'refused',
    code: 'refused-here',
    reason: 'not-our-arm',
    open,
  });
  assert.deepEqual(await stateOf(a, shapeless.message), {
    result: 'refused',
    code: 'content-unreadable',
    reason: null,
    open,
  });
  assert.deepEqual(await stateOf(a, unknown.message), {
    result: 'refused',
    code: 'type-unknown',
    reason: null,
    open,
  });
  assert.equal((await stateOf(a, after.message))?.result, 'taken');
  assert.deepEqual(b.handled, ['after']);
  assert.equal(await count(b, 'ledger_entry'), before + 1, 'what a refused handler wrote is undone');
  const signed = await b.db.rows<{ code: string }>(
    'select code from inbox where signed is null order by seq',
  );
  assert.deepEqual(
    signed.map(({ code }) => code),
    ['refused-here', 'content-unreadable', 'type-unknown'],
  );
});

test('a handler that breaks keeps nothing: the message waits with its sender', async (t) => {
  const [a, b] = await pair(t);
  const sent = await send(a, b, { body: { break: 'yes' } });
  await assert.rejects(async () => take(b, await envelopeOf(a, sent.message)), /breaks/);
  assert.equal(await count(b, 'inbox'), 0);
  assert.deepEqual(await deliver(a, [a, b]), { delivered: 0, failed: 1 });
  assert.equal((await stateOf(a, sent.message))?.open, true);
});

test('a peer that is down for weeks gets everything when it is back, in order', async (t) => {
  const [a, b] = await pair(t);
  const thread = newId(a.office);
  const texts = ['1', '2', '3', '4'];
  for (const text of texts) {
    await send(a, b, { thread, text });
    a.pass(5 * DAY);
    assert.equal((await deliver(a, [a, b], new Set([b.id]))).delivered, 0);
  }
  assert.deepEqual(b.handled, []);
  a.pass(DAY);
  assert.equal((await deliver(a, [a, b])).delivered, 4);
  assert.deepEqual(b.handled, texts);
});

test('what ended on its way is refused as expired, and what comes after it is handled', async (t) => {
  const [a, b] = await pair(t);
  const thread = newId(a.office);
  const ended = await send(a, b, { thread, text: 'ended' });
  for (const each of [a, b]) each.pass(190 * DAY);
  const fresh = await send(a, b, { thread, text: 'fresh' });
  await deliver(a, [a, b]);
  assert.equal((await stateOf(a, ended.message))?.code, 'expired');
  assert.equal((await stateOf(a, fresh.message))?.result, 'taken');
  assert.deepEqual(b.handled, ['fresh']);
});

test('clocks that are days apart lose nothing, and the difference is shown', async (t) => {
  const [a, b] = await pair(t);
  b.pass(-6 * DAY);
  await send(a, b, { text: 'early' });
  await deliver(a, [a, b]);
  assert.deepEqual(b.handled, ['early']);
  const [row] = await a.db.rows<{ clock_ms: number }>('select clock_ms from peer');
  assert.ok(Math.abs(row!.clock_ms + 6 * DAY) < 60_000);
});

test('a message is sent where its act was kept, and only there', async (t) => {
  const [a, b] = await pair(t);
  const failing = a.db.transaction(async (tx) => {
    const { sendMessage } = await import('../../src/acts/exchange-send.ts');
    await sendMessage(tx, a.office, { peer: b.id, type: 'trace/request', thread: newId(a.office), body: {} });
    throw new Error('the act fails');
  });
  await assert.rejects(failing, /the act fails/);
  assert.equal(await count(a, 'outbox'), 0);
});
