/**
 * A State whose database was set back without a restore, as by the snapshot of a machine, knows of nothing. The first thing that it says in a
 * place that was used tells it: it asks for what it lost, and people on both sides are told.
 *
 * @clause J-04, C-13
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acknowledgeRequest } from '../../src/acts/acknowledge-request.ts';
import { listPeers } from '../../src/acts/list-peers.ts';
import { resumePeer } from '../../src/acts/resume-peer.ts';
import { viewExchange } from '../../src/acts/view-exchange.ts';
import { writeInRequest } from '../../src/acts/write-in-request.ts';
import { verifiedLedger } from '../ledger/verified.ts';
import { assertAlike, restore, save, waitingWork } from './restoring.ts';
import {
  answer,
  ask,
  deliverAll,
  heldOf,
  openStates,
  type StateNode,
  seizeAndOpen,
  viewOf,
} from './states.ts';

test('J-04: a database that was set back in silence is found out by the first place that is used twice', async (t) => {
  const [a, lost] = (await openStates('XA', 'XB')) as [StateNode, StateNode];
  t.after(() => Promise.all([a.close(), lost.close()]));
  const { trace } = await seizeAndOpen(a, { serial: 'XS-50117' });
  const one = await ask(a, trace, [lost]);
  await deliverAll([a, lost]);
  const held = await heldOf(lost, one);
  await lost.does(acknowledgeRequest, held);
  await deliverAll([a, lost]);
  const saved = await save(t, lost);
  await lost.does(writeInRequest, { ...held, kind: 'more-wanted', text: 'The first that was said here.' });
  const { trace: second } = await seizeAndOpen(a, { serial: 'XS-50118' });
  const two = await ask(a, second, [lost]);
  await deliverAll([a, lost]);
  await answer(lost, await heldOf(lost, two), { kind: 'no-record' });
  await deliverAll([a, lost]);
  const b = await restore(t, lost, saved);
  // Whoever sets a machine back opens no epoch and asks nobody.
  await b.db.rows('update peer set lost_since = null');

  await b.does(writeInRequest, { ...held, kind: 'more-wanted', text: 'Said over it.' });
  await deliverAll([a, b]);
  const clash = async (at: StateNode) => {
    const { sent, came } = await at.does(viewExchange, {});
    return [...sent, ...came].filter(({ code, conflicts }) => code === 'place-taken' || conflicts > 0).length;
  };
  assert.deepEqual([await clash(a), await clash(b)], [1, 1], 'both sides show it');
  for (let round = 0; round < 3; round++) {
    await deliverAll([a, b]);
    for (const node of [a, b]) node.pass(3_600_000);
  }
  assert.equal((await b.does(listPeers, {})).peers[0]!.lost, undefined, 'what was lost is back');
  assert.equal(await assertAlike(a, b, two), 'no-record');
  const { said } = (await viewOf(a, trace)).requests[0]!;
  assert.ok(
    said.some(({ text }) => text === 'The first that was said here.'),
    'nothing is written over',
  );
  assert.ok(!said.some(({ text }) => text === 'Said over it.'));
  assert.deepEqual(await waitingWork(b), ['exchange-gap']);
  await b.does(resumePeer, { peer: a.node, why: 'Settled by telephone.' });
  await b.does(writeInRequest, { ...held, kind: 'more-wanted', text: 'Said anew.' });
  await deliverAll([a, b]);
  assert.ok((await viewOf(a, trace)).requests[0]!.said.some(({ text }) => text === 'Said anew.'));
  for (const node of [a, b]) await verifiedLedger(node);
});
