/**
 * Nodes that are apart for long: a peer that is down for eight weeks with a clock of its own, and a peer whose keys are withdrawn while messages wait.
 *
 * @clause J-01, C-13
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportEnvelopes } from '../../src/acts/exchange-files.ts';
import { newId } from '../../src/acts/office.ts';
import { rotateKeys } from '../../src/acts/publish-card.ts';
import { withdrawPeerKey } from '../../src/acts/withdraw-peer-key.ts';
import { diceOf } from '../../src/doors/demo/random.ts';
import { CLERK, count, DAY, deliver, good, introduce, type Node, pair, send, take } from './nodes.ts';

const WEEKS = 8;
const THREADS = 5;

const openOf = async (at: Node) =>
  (await at.db.rows('select 1 as one from outbox where next_at is not null')).length;

for (const daysOff of [3, -3])
  test(`after eight weeks apart, clocks ${daysOff} days off, all that waits arrives at once and in order`, async (t) => {
    const [a, b] = await pair(t);
    b.pass(daysOff * DAY);
    const threads = Array.from({ length: THREADS }, () => newId(a.office));
    const said = new Map<string, string[]>(threads.map((thread) => [thread, []]));
    for (let day = 0; day < WEEKS * 7; day++) {
      const thread = threads[day % THREADS]!;
      const text = `${thread} ${day}`;
      await send(a, b, { thread, text });
      await send(b, a, { thread, text: `back ${text}` });
      said.get(thread)!.push(text);
      for (const node of [a, b]) node.pass(DAY);
      assert.equal((await deliver(a, [a, b], new Set([b.id]))).delivered, 0);
      assert.equal((await deliver(b, [a, b], new Set([a.id]))).delivered, 0);
    }
    const [late] = await a.db.rows<{ late: boolean }>(
      "select max(next_at) > $1::timestamptz + interval '4 hours' as late from outbox",
      [new Date(a.office.clock()).toISOString()],
    );
    assert.equal(late!.late, false, 'it is tried every few hours all the time');
    // What a gateway held back comes first, in whatever order, and some of it twice.
    const dice = diceOf(17 + daysOff, 'apart', 0);
    const rows = await a.db.rows<{ sealed: Buffer }>('select sealed from outbox');
    const flood = rows.flatMap(({ sealed }) => [sealed, ...(dice.int(3) === 0 ? [sealed] : [])]);
    for (let left = flood.length; left > 0; left--) await take(b, flood.splice(dice.int(left), 1)[0]!);
    for (const node of [a, b]) {
      node.pass(DAY);
      await deliver(node, [a, b]);
      node.pass(DAY);
      await deliver(node, [a, b]);
    }
    assert.deepEqual([await openOf(a), await openOf(b)], [0, 0]);
    assert.equal(b.handled.length, WEEKS * 7);
    for (const [thread, texts] of said)
      assert.deepEqual(
        b.handled.filter((text) => text.startsWith(thread)),
        texts,
      );
    assert.equal(a.handled.length, WEEKS * 7);
    for (const node of [a, b])
      assert.deepEqual(await node.db.rows("select 1 as one from outbox where result <> 'taken'"), []);
  });

test('where the keys of a peer are withdrawn, what waits for it waits on, and goes to its new key alone', async (t) => {
  const [a, b] = await pair(t);
  const thread = newId(a.office);
  const texts = ['1', '2', '3'];
  for (const text of texts) await send(a, b, { thread, text });
  assert.equal((await deliver(a, [a, b], new Set([b.id]))).delivered, 0);
  const before = await a.db.rows('select message_id, digest from outbox order by seq');
  const sealed = await a.db.rows<{ sealed: Buffer }>('select sealed from outbox order by seq');
  const withdrawal = withdrawPeerKey.input.parse({ peer: b.id, why: 'Stolen, by telephone.' });
  good(await withdrawPeerKey.run(a.office, CLERK, withdrawal));
  a.pass(DAY);
  assert.deepEqual(await deliver(a, [a, b]), { delivered: 0, failed: 0 }, 'nothing goes to a stolen key');
  const write = async (): Promise<void> => assert.fail('nor into a file');
  assert.deepEqual(await exportEnvelopes(a.office, write), { messages: 0, receipts: 0 });
  assert.equal(await openOf(a), 3);

  good(await rotateKeys.run(b.office, CLERK, { lost: true }));
  await introduce(a, b);
  a.pass(DAY);
  assert.equal((await deliver(a, [a, b])).delivered, 3);
  assert.deepEqual(b.handled, texts);
  assert.deepEqual(await a.db.rows('select message_id, digest from outbox order by seq'), before);
  // Whoever has what was sealed to the stolen key gets it taken by nobody.
  for (const { sealed: old } of sealed) {
    const taken = await take(b, old);
    assert.equal('refused' in taken && taken.refused, 'not-for-us');
  }
  assert.equal(await count(b, 'inbox'), 3);
});
