/**
 * The published vectors hold for this program: what must be taken is taken under its digest, what must be refused is refused with its
 * code.
 *
 * @clause J-01, C-13
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPeer } from '../../src/acts/add-peer.ts';
import { openSealed, readSealed, readSigned } from '../../src/acts/exchange-envelope.ts';
import { HANDLERS } from '../../src/acts/exchange-handlers.ts';
import { takeEnvelope } from '../../src/acts/exchange-take.ts';
import { takeGivenBack } from '../../src/acts/exchange-take-back.ts';
import { newId } from '../../src/acts/office.ts';
import type { Message } from '../../src/domain/exchange/header.ts';
import { parseReceipt } from '../../src/domain/exchange/receipt.ts';
import { findPeer, saveOwnCard } from '../../src/store/peer.ts';
import { heldKeys } from '../held-keys.ts';
import { world } from '../world.ts';
import { readGivenBackVectors } from './given-back-vectors.ts';
import { CLERK, good } from './nodes.ts';
import { keyOf, readVectors } from './vectors.ts';

test('every vector becomes what it says', async (t) => {
  const { now, sender, receiver, cases } = readVectors();
  const here = await world({ state: 'XB' });
  t.after(() => here.close());
  const exchange = heldKeys();
  for (const jwk of [receiver.sign, receiver.seal]) {
    const { kid, key } = keyOf(jwk);
    exchange.keep(kid, key);
  }
  const office = { ...here.office, node: receiver.node, exchange, clock: () => Date.parse(now) };
  await saveOwnCard(here.db, receiver.node, {
    seq: 1,
    signed: receiver.card,
    made: now,
    entry: newId(office),
  });
  const { card, fingerprint } = sender;
  good(await addPeer.run(office, CLERK, addPeer.input.parse({ card, fingerprint })));
  const handlers = { ...HANDLERS, 'trace/request': async () => undefined };
  const opens = keyOf(sender.seal).key;
  assert.ok(cases.length >= 20);
  for (const { name, envelope, outcome, code, digest } of cases) {
    const taken = await takeEnvelope(office, Buffer.from(envelope), { byFile: false, handlers });
    if ('refused' in taken) {
      assert.deepEqual([outcome, code], ['bare', taken.refused], name);
      continue;
    }
    assert.ok(taken.took === 'message', name);
    const signed = readSigned((await openSealed(readSealed(taken.receipt)!.text, opens))!)!;
    const receipt = good(parseReceipt(signed.payload));
    assert.deepEqual([receipt.result, receipt.code, receipt.digest], [outcome, code, digest], name);
  }
});

test('every place that is given back becomes what it says', async (t) => {
  const { sender, receiver } = readVectors();
  const here = await world({ state: 'XA' });
  t.after(() => here.close());
  const office = { ...here.office, node: sender.node };
  await saveOwnCard(here.db, sender.node, {
    ...{ seq: 1, signed: sender.card, made: '2026-01-01T00:00:00.000Z', entry: newId(office) },
  });
  const { card, fingerprint } = receiver;
  good(await addPeer.run(office, CLERK, addPeer.input.parse({ card, fingerprint })));
  const peer = (await findPeer(here.db, receiver.node))!;
  const { cases } = readGivenBackVectors();
  assert.ok(cases.length >= 6);
  for (const { name, place, outcome } of cases) {
    const body = { asked: newId(office), places: [place], last: false };
    const message = { header: { id: newId(office) }, body } as unknown as Message;
    const taken = { peer, message, digest: '0'.repeat(64), signed: Buffer.alloc(0) };
    assert.equal(await here.db.transaction((tx) => takeGivenBack(tx, office, taken)), undefined, name);
    const [row] = await here.db.rows<{ of: string }>(
      'select given_back as of from outbox where message_id = $1 and seq = $2',
      [place.message, place.seq],
    );
    assert.equal(row?.of, outcome === 'ours' ? 'proven' : 'unproven', name);
  }
});
