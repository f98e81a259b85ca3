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
import { newId } from '../../src/acts/office.ts';
import { parseReceipt } from '../../src/domain/exchange/receipt.ts';
import { saveOwnCard } from '../../src/store/peer.ts';
import { heldKeys } from '../held-keys.ts';
import { world } from '../world.ts';
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
