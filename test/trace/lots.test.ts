/**
 * Recoveries whose numbers lie close together become one request for their lot.
 *
 * @clause C-17
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listSuspectedLots } from '../../src/acts/list-suspected-lots.ts';
import { sendRequest } from '../../src/acts/send-request.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import {
  ask,
  deliverAll,
  GROUND,
  heldOf,
  openStates,
  type StateNode,
  seizeAndOpen,
  viewOf,
} from './states.ts';

const LOT = ['XQ-800000110', 'XQ-800000127', 'XQ-800000134'];

test('C-17: three recoveries close in maker, letters and number are asked for once, each with its own mark', async (t) => {
  const [xa, xc] = (await openStates('XA', 'XC')) as [StateNode, StateNode];
  t.after(() => Promise.all([xa.close(), xc.close()]));
  const traces: string[] = [];
  for (const serial of LOT) traces.push((await seizeAndOpen(xc, { serial })).trace);
  const far = await seizeAndOpen(xc, { serial: 'XQ-890000017' });
  const { lots } = await xc.does(listSuspectedLots, {});
  assert.equal(lots.length, 1);
  assert.deepEqual([...lots[0]!.traces].sort(), [...traces].sort());
  const thread = await ask(xc, traces[0]!, [xa], { lot: true });
  await deliverAll([xa, xc]);
  const held = await heldOf(xa, thread);
  const content = (await viewOf(xa, held.trace)).requests[0]?.content;
  assert.equal(content?.item.kind, 'lot');
  const told = content?.item.items?.map(({ marks }) => marks[0]?.text);
  assert.deepEqual([...(told ?? [])].sort(), LOT);
  const alone = await xc.tries(sendRequest, {
    trace: far.trace,
    to: [{ country: 'XA', peer: xa.node }],
    ground: GROUND,
    lot: true,
  });
  assert.ok(isRefusal(alone) && alone.refused === 'trace-no-lot');
});
